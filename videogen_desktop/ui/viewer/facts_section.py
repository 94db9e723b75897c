"""The facts of the details panel as names and values: model, options, file, cost, task id."""

import time

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from videogen_desktop.domain.aspect_ratio import exact_ratio
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.video import LibraryItem, VideoDetails
from videogen_desktop.ui import charges
from videogen_desktop.ui.credit_text import credits_text
from videogen_desktop.ui.gallery import wording as gallery_wording
from videogen_desktop.ui.moments import local_moment, past_moment
from videogen_desktop.ui.option_wording import ASPECT_RATIO, in_order, role_name, value_text
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.text_format import duration_text, file_size_text, model_title, shape_label
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.vendor_words import by_vendor
from videogen_desktop.ui.viewer.panel_parts import CopyButton, Section


class FactsSection(Section):
    """Main thread."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(tokens.space_4)
        self._grid.setVerticalSpacing(tokens.space_1)
        self._grid.setColumnStretch(1, 1)
        self.rows.addLayout(self._grid)
        self._lines: list[tuple[QLabel, QLabel]] = []
        self._task_name = plain_label("muted")
        self.task = QLineEdit()
        self.task.setObjectName("taskId")
        self.task.setReadOnly(True)
        # A line edit keeps 2 px for itself: its text would not stand below the labels'.
        self.task.setTextMargins(-2, 0, 0, 0)
        self.copy_task = CopyButton(tokens)
        for part in (self._task_name, self.task, self.copy_task):
            # In the grid they stand below the facts, of which there are none yet.
            part.setParent(self)
            part.hide()

    def set_tokens(self, tokens: Tokens) -> None:
        self.copy_task.set_tokens(tokens)

    def texts(self) -> dict[str, str]:
        """What is shown, by name."""
        return {name.text(): value.text() for name, value in self._lines if name.isVisibleTo(self)}

    def show_facts(self, item: LibraryItem, details: VideoDetails | None) -> None:
        self.heading.setText(QCoreApplication.translate("Viewer", "Details"))
        facts = _facts(item, details)
        while len(self._lines) < len(facts):
            self._add_line()
        for number, (name, value) in enumerate(self._lines):
            shown = number < len(facts)
            name.setVisible(shown)
            value.setVisible(shown)
            if shown:
                name.setText(facts[number][0])
                value.setText(facts[number][1])
        self._show_task(item.video.task_id, len(facts))

    def _add_line(self) -> None:
        name, value = plain_label("muted"), plain_label(wraps=True)
        value.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        value.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        row = len(self._lines)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)
        self._lines.append((name, value))

    def _show_task(self, task_id: str | None, row: int) -> None:
        for part in (self._task_name, self.task, self.copy_task):
            self._grid.removeWidget(part)
            part.setVisible(task_id is not None)
        self._grid.addWidget(self._task_name, row, 0)
        self._grid.addWidget(self.copy_task, row, 1, Qt.AlignmentFlag.AlignRight)
        # A line that scrolls: an id has no place to break, and a label would widen the panel.
        self._grid.addWidget(self.task, row + 1, 0, 1, 2)
        name = QCoreApplication.translate("Viewer", "Task id")
        self._task_name.setText(name)
        self.task.setAccessibleName(name)
        if task_id is not None and task_id != self.task.text():
            self.task.setText(task_id)
            self.task.setCursorPosition(0)
        self.copy_task.offer(name, task_id or "")


def _facts(item: LibraryItem, details: VideoDetails | None) -> list[tuple[str, str]]:
    video = item.video
    state = QCoreApplication.translate("Viewer", "State")
    model = QCoreApplication.translate("Viewer", "Model")
    shape = QCoreApplication.translate("Viewer", "Shape")
    facts = [
        (state, gallery_wording.state_label(video.state)),
        (model, model_title(item)),
    ]
    if video.request.aspect_ratio:
        facts.append((shape, _shape_text(video.request.aspect_ratio)))
    made = [] if details is None else [*_result_facts(details), *_file_facts(details)]
    # The clip's own length stands in the place of the one that was asked for.
    known = {name for name, _ in made}
    facts += [line for line in _options(video.request) if line[0] not in known] + made
    if item.expires_at is not None and item.clip is None and not item.result_gone:
        kept_until = QCoreApplication.translate("Viewer", "{vendor} likely keeps it until")
        kept_until = by_vendor(kept_until, item.vendor_title)
        facts.append((kept_until, local_moment(item.expires_at)))
    if total := charges.total(item):
        facts.append((QCoreApplication.translate("Viewer", "Cost"), total))
    if item.reported is not None:
        said = QCoreApplication.translate("Viewer", "Reported by {vendor}")
        said = by_vendor(said, item.vendor_title)
        facts.append((said, credits_text(item.reported)))
    created = QCoreApplication.translate("Viewer", "Created")
    facts.append((created, past_moment(video.created_at, time.time_ns() // 1_000_000)))
    return facts


def _options(request: VideoRequest) -> list[tuple[str, str]]:
    return [
        (role_name(role), value_text(role, value))
        for role, value in in_order(request.options)
        if role != ASPECT_RATIO
    ]


def _result_facts(details: VideoDetails) -> list[tuple[str, str]]:
    """Which one of the videos it is that the task brought, as far as its timeline knows."""
    number = details.item.video.result_number
    counts = (event.detail.get("results") for event in details.timeline)
    results = max((count for count in counts if isinstance(count, int)), default=0)
    if not results or number is None:
        return []
    text = QCoreApplication.translate("Viewer", "{number} of {results} from one request")
    value = text.format(number=number, results=results)
    return [(QCoreApplication.translate("Viewer", "Result"), value)]


def _file_facts(details: VideoDetails) -> list[tuple[str, str]]:
    facts = []
    if details.width and details.height:
        size = f"{details.width} × {details.height}"
        facts.append((QCoreApplication.translate("Viewer", "Picture"), size))
    if details.duration_ms:
        length = duration_text(details.duration_ms)
        facts.append((QCoreApplication.translate("Viewer", "Length"), length))
    if details.bytes:
        size = file_size_text(details.bytes)
        facts.append((QCoreApplication.translate("Viewer", "File size"), size))
    return facts


def _shape_text(ratio: str) -> str:
    """Its name and its exact ratio, where there is one."""
    name, exact = shape_label(ratio), exact_ratio(ratio)
    return name if name == exact else f"{name} · {exact}"
