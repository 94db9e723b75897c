"""The panel beside the video with everything known of it."""

import json
from string import Template

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtWidgets import (
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.domain.video import Family, LibraryItem, VideoDetails
from videogen_desktop.ui.plain_label import plain_label, plain_tooltip
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.viewer.facts_section import FactsSection
from videogen_desktop.ui.viewer.family_section import FamilySection
from videogen_desktop.ui.viewer.history_sections import MoneySection, TimelineSection
from videogen_desktop.ui.viewer.inputs_section import InputsSection
from videogen_desktop.ui.viewer.panel_parts import CopyButton, PlainBlock, Section

_PROMPT_LINES, _RECORD_LINES = 12, 18
_SHEET = Template("""
QScrollArea#viewerPanel { background: $surface; border: none; }
QWidget#viewerPanelInside { background: $surface; }
QPlainTextEdit#plainBlock {
    background: $background; color: $text; border: 1px solid transparent;
    border-radius: ${radius}px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit#plainBlock:focus { border-color: $accent; }
QLineEdit#taskId { background: transparent; color: $text; border: none; padding: 0;
    selection-background-color: $accent; selection-color: $on_accent; }
""")


def panel_sheet(tokens: Tokens) -> str:
    """The style of the panel, written from the tokens."""
    return _SHEET.substitute(tokens._asdict())


class DetailsPanel(QScrollArea):
    """Shows what is known at once, and the rest when it has arrived. Main thread."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._item: LibraryItem | None = None
        self._details: VideoDetails | None = None
        self._family: Family | None = None
        self.setObjectName("viewerPanel")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build(tokens)
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        self.prompt = PlainBlock(_PROMPT_LINES)
        self._prompt_section = Section()
        self.copy_prompt = CopyButton(tokens)
        self._prompt_section.head.addWidget(self.copy_prompt)
        self._prompt_section.rows.addWidget(self.prompt)
        self.original, self._original_heading = PlainBlock(_PROMPT_LINES), plain_label("small")
        self._prompt_section.rows.addWidget(self._original_heading)
        self._prompt_section.rows.addWidget(self.original)
        self.family = FamilySection(tokens)
        self.inputs = InputsSection()
        self.facts = FactsSection(tokens)
        self.timeline = TimelineSection(tokens)
        self.money = MoneySection()
        self._build_record(tokens)
        self._lay_out(tokens)

    def _build_record(self, tokens: Tokens) -> None:
        self.record_switch = QToolButton()
        self.record_switch.setCheckable(True)
        self.record_switch.setProperty("kind", "icon")
        self.record_switch.setIconSize(QSize(16, 16))
        self.record_switch.setCursor(Qt.CursorShape.PointingHandCursor)
        self.record_switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.record_switch.toggled.connect(self._show_record)
        self.copy_record = CopyButton(tokens)
        self.record = PlainBlock(_RECORD_LINES, is_code=True)
        self._record_section = Section()
        self._record_section.head.addWidget(self.copy_record)
        self._record_section.head.addWidget(self.record_switch)
        self._record_section.rows.addWidget(self.record)

    def _lay_out(self, tokens: Tokens) -> None:
        inside = QWidget()
        inside.setObjectName("viewerPanelInside")
        column = QVBoxLayout(inside)
        margin = tokens.space_4
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(tokens.space_5)
        column.addWidget(self._prompt_section)
        column.addWidget(self.family)
        column.addWidget(self.inputs)
        column.addWidget(self.facts)
        column.addWidget(self.timeline)
        column.addWidget(self.money)
        column.addWidget(self._record_section)
        column.addStretch(1)
        self.setWidget(inside)

    # --- showing ---------------------------------------------------------------------------

    def show_item(self, item: LibraryItem | None) -> None:
        """What is known without asking; details of another video go."""
        is_other = self._item is None or item is None or item.video.id != self._item.video.id
        self._item = item
        if is_other:
            self._details = self._family = None
            self.family.forget()
            self.verticalScrollBar().setValue(0)
        self.refresh()

    def show_details(self, details: VideoDetails) -> None:
        self._item, self._details = details.item, details
        self.refresh()

    @Slot(object)
    def show_family(self, family: Family) -> None:
        """Of the item that is shown."""
        if self._item is not None and family != self._family:
            self._family = family
            self.family.show_family(self._item, family, self._tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Another theme."""
        self._tokens = tokens
        self.setStyleSheet(panel_sheet(tokens))
        for part in (self.copy_prompt, self.facts, self.copy_record):
            part.set_tokens(tokens)
        self.refresh()

    def refresh(self) -> None:
        """Write everything again, in the language and the colours of now."""
        item, details = self._item, self._details
        inside = self.widget()
        if inside is not None:
            inside.setVisible(item is not None)
        if item is None:
            return
        prompt = QCoreApplication.translate("Viewer", "Prompt")
        self._prompt_section.heading.setText(prompt)
        self.prompt.setAccessibleName(prompt)
        self.prompt.set_text(item.video.prompt)
        self._prompt_section.setVisible(bool(item.video.prompt.strip()))
        self.copy_prompt.offer(prompt, item.video.prompt)
        self._show_original(item.video.request.original_prompt)
        if self._family is not None:
            self.family.show_family(item, self._family, self._tokens)
        self.inputs.show_inputs(item.video.request.inputs, self._tokens)
        self.facts.show_facts(item, details)
        self.timeline.setVisible(details is not None)
        self.money.setVisible(details is not None)
        if details is not None:
            self.timeline.show_timeline(details.timeline, self._tokens)
            self.money.show_money(details.item, details.entries, self._tokens)
        self._show_record()

    def _show_original(self, written: str) -> None:
        """What the user had typed before a helper changed it."""
        heading = QCoreApplication.translate("Viewer", "As you wrote it")
        self._original_heading.setText(heading)
        self.original.setAccessibleName(heading)
        self.original.set_text(written)
        for part in (self._original_heading, self.original):
            part.setVisible(bool(written))

    @Slot()
    def _show_record(self) -> None:
        record = None if self._details is None else self._details.record
        shown = self.record_switch.isChecked()
        self._record_section.setVisible(record is not None)
        heading = QCoreApplication.translate("Viewer", "Record of the task")
        self._record_section.heading.setText(heading)
        self.copy_record.setVisible(record is not None and shown)
        self.record.setVisible(record is not None and shown)
        arrow = "chevron-up" if shown else "chevron-down"
        self.record_switch.setIcon(themed_icon(arrow, self._tokens.text_muted, 16))
        hide = QCoreApplication.translate("Viewer", "Hide the record")
        name = hide if shown else QCoreApplication.translate("Viewer", "Show the record")
        self.record_switch.setAccessibleName(name)
        self.record_switch.setToolTip(plain_tooltip(name))
        if record is not None and shown:
            pretty = _indented(record)
            self.record.setAccessibleName(heading)
            self.record.set_text(pretty)
            self.copy_record.offer(heading, pretty)


def _indented(record: str) -> str:
    """The provider's record with its JSON indented, or as it is where it is none."""
    try:
        return json.dumps(json.loads(record), ensure_ascii=False, indent=2)
    except (ValueError, RecursionError):
        return record
