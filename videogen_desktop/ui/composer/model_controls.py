"""The controls that models bring into the form: parameters, takes, and a line about a choice."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from videogen_desktop.domain.errors import SlotCountError, SlotFileError
from videogen_desktop.ui.composer.card import FoldingRow
from videogen_desktop.ui.composer.choices import Choices, further_parameters, waits_for_text
from videogen_desktop.ui.composer.input_strip import InputStrip
from videogen_desktop.ui.composer.parameters import ParameterBar
from videogen_desktop.ui.composer.takes import TakesStepper
from videogen_desktop.ui.errors import error_text
from videogen_desktop.ui.option_wording import role_name, value_text
from videogen_desktop.ui.plain_label import form_button, plain_label, set_role
from videogen_desktop.ui.text_format import one_line
from videogen_desktop.ui.theme.icons import ICON_GAP, themed_icon_before_text
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.domain.errors import VideoGenError
    from videogen_desktop.domain.model import VideoModel
    from videogen_desktop.domain.request import Options
    from videogen_desktop.ui.composer.advanced import AdvancedPanel

_ICON = 14
_LONGEST_PROMPT = 60
# What a smaller or otherwise shaped picture does not have.
_MENDABLE = ("type", "bytes", "side_largest", "ratio")


class ModelControls(QObject):
    """Puts its parts into the form's row and column. Main thread only."""

    chosen = Signal(str, object)  # a role, and its value or None
    entryRemoved = Signal(str, int)  # a list's role, and which of its entries; its value follows
    changed = Signal()  # something else than a value
    closed = Signal()  # a menu, with or without a choice

    def __init__(self, tokens: Tokens, row: FoldingRow, column: QVBoxLayout) -> None:
        super().__init__(row)
        self._tokens = tokens
        self._column, self._row = column, row
        # Parts of others that stand here, and what they do in another theme or language.
        self._guests: list[Any] = []
        self._model: VideoModel | None = None
        self._options: Options = {}
        self._misfit = ("", "")
        self.inputs = InputStrip(tokens)
        self.bar = ParameterBar(tokens, row)
        self.advanced: AdvancedPanel | None = None
        self.advanced_button = QPushButton()
        self.note, self.mend = plain_label("small", wraps=True), form_button("link")
        self.takes = TakesStepper(tokens)
        self._line = QHBoxLayout()
        self._lay_out(row)
        self.takes.changed.connect(self.changed)
        self.bar.chosen.connect(self.chosen)
        self.bar.closed.connect(self.closed)
        self.mend.clicked.connect(self._mend)
        self.advanced_button.toggled.connect(self._fold)
        self.advanced_button.clicked.connect(self.closed)
        self.set_tokens(tokens)
        self.retranslate()

    def _lay_out(self, row: FoldingRow) -> None:
        button = self.advanced_button
        button.setObjectName("parameterButton")
        button.setProperty("focusPolicy", "TabFocus")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setIconSize(QSize(_ICON + ICON_GAP, _ICON))
        self.note.setObjectName("composerNote")
        self.mend.setIconSize(QSize(_ICON + ICON_GAP, _ICON))
        for part in (self.note, self.mend, self.inputs):
            part.hide()
        row.add(self.bar, is_shown=False)
        row.add(button, is_shown=False)
        self._line.setSpacing(self._tokens.space_2)
        # As wide as its words at most: the offer stands behind them, not at the far end.
        self._line.addWidget(self.note, 1000)
        self._line.addWidget(self.mend)
        self._line.addStretch(1)
        self._column.insertWidget(0, self.inputs)
        self._column.insertLayout(self._column.count() - 1, self._line)
        # Beside the button that pays it moved as that one grew: a second click came upon it.
        row.add_to_end(self.takes)

    def place_beside(self, part: QWidget) -> None:
        """Let a part of another's stand in the row; it has `set_tokens` and `retranslate`."""
        self._guests.append(part)
        self._row.add(part)

    def place_below_prompt(self, part: QWidget) -> None:
        """The same between the description and the row."""
        self._guests.append(part)
        self._column.insertWidget(self._column.indexOf(self._row), part)

    @property
    def groups(self) -> tuple[QWidget, ...]:
        """What may have the keyboard besides the prompt."""
        late = () if self.advanced is None else (self.advanced,)
        return (self.inputs, self.bar, *late)

    def offer(self, model: "VideoModel | None", options: "Options") -> None:
        """Show this model's parameters with these values."""
        self._model, self._options = model, options
        self.bar.offer(model, options)
        has_further = bool(further_parameters(model))
        self.advanced_button.setVisible(has_further)
        is_open = has_further and self.advanced_button.isChecked()
        if is_open:
            self._opened.offer(model, options)
        if self.advanced is not None:
            self.advanced.setVisible(is_open)

    def show_state(
        self,
        choices: Choices,
        problem: "VideoGenError | None",
        said: str,
        dropped: "Sequence[str]",
    ) -> None:
        """One line: what keeps the request from being sent, else what was said last, else what the
        model did not take, else which video is gone on with; with an offer where a picture can be
        made fit."""
        self._show_misfit(choices, problem)
        if problem is not None and not waits_for_text(problem):
            self.show_problem(problem)
        elif not said and dropped and choices.model is not None:
            names = ", ".join(_dropped_name(choices, name) for name in dropped)
            words = QCoreApplication.translate("ModelControls", "{model} does not have: {names}.")
            self.show_note(words.format(model=choices.model.title, names=names))
        elif not said and choices.continued:
            words = QCoreApplication.translate("ModelControls", "From the video “{prompt}”")
            self.show_note(words.format(prompt=one_line(choices.continued, _LONGEST_PROMPT)))
        else:
            self.show_note(said)

    def _show_misfit(self, choices: Choices, problem: "VideoGenError | None") -> None:
        words, misfit = "", choices.misfit
        if isinstance(problem, SlotFileError):
            sha256 = choices.unfit_file(problem.slot) if problem.fault in _MENDABLE else None
            misfit = None if sha256 is None else (problem.slot, sha256)
            words = QCoreApplication.translate("ModelControls", "Make it fit")
        elif problem is not None and not waits_for_text(problem):
            # One thing after the other.
            misfit = None
        elif misfit is not None:
            shape = ":".join(map(str, choices.ratio or ()))
            words = QCoreApplication.translate("ModelControls", "Crop “{name}” to {ratio}")
            words = words.format(name=role_name(misfit[0]), ratio=shape)
        self._misfit = misfit or ("", "")
        self.mend.setText(words)
        self.mend.setVisible(misfit is not None)

    def show_note(self, words: str) -> None:
        """One quiet line; "" for none."""
        set_role(self.note, "small")
        self._write_note(words)

    def show_problem(self, problem: "VideoGenError") -> None:
        """What keeps the request from being sent."""
        is_missing = isinstance(problem, SlotCountError) and problem.count < problem.least
        if is_missing and isinstance(problem, SlotCountError):
            words = QCoreApplication.translate("ModelControls", "Still needed: {name}")
            self.show_note(words.format(name=role_name(problem.slot)))
            return
        set_role(self.note, "warning")
        self._write_note(error_text(problem))

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        colours = (tokens.text_muted, tokens.text_faint)
        icon = themed_icon_before_text("sliders-horizontal", *colours, _ICON)
        self.advanced_button.setIcon(icon)
        crop = themed_icon_before_text("crop", tokens.accent, tokens.text_faint, _ICON)
        self.mend.setIcon(crop)
        self.bar.set_tokens(tokens)
        self.inputs.set_tokens(tokens)
        self.takes.set_tokens(tokens)
        late = () if self.advanced is None else (self.advanced,)
        for part in (*late, *self._guests):
            part.set_tokens(tokens)

    def retranslate(self) -> None:
        self.advanced_button.setText(QCoreApplication.translate("ModelControls", "Advanced"))
        self.takes.retranslate()
        for part in (self.inputs, *self._guests):
            part.retranslate()
        if self.advanced is not None:
            self.advanced.forget()

    @property
    def _opened(self) -> "AdvancedPanel":
        """Made when it is first opened: its kinds of fields are 0.6 MB of a window at rest."""
        from videogen_desktop.ui.composer.advanced import AdvancedPanel

        if self.advanced is None:
            self.advanced = AdvancedPanel(self._tokens)
            self.advanced.chosen.connect(self.chosen)
            self.advanced.entryRemoved.connect(self.entryRemoved)
            self._column.insertWidget(self._column.indexOf(self._line), self.advanced)
        return self.advanced

    @Slot(bool)
    def _fold(self, _is_open: bool) -> None:
        self.offer(self._model, self._options)

    @Slot()
    def _mend(self) -> None:
        self.inputs.refitWanted.emit(*self._misfit)

    def _write_note(self, words: str) -> None:
        self.note.setText(words)
        self.note.ensurePolished()
        self.note.setMaximumWidth(self.note.fontMetrics().horizontalAdvance(words) + 4)
        self.note.setVisible(bool(words))


def _dropped_name(choices: Choices, name: str) -> str:
    """A choice that the model does not have; with its value, where it has only other ones."""
    value, model = choices.wished(name), choices.model
    if value is None or model is None or model.parameter(name) is None:
        return role_name(name)
    return f"{role_name(name)} {value_text(name, value)}"
