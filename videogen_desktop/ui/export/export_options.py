"""The choices of an export: for which place, with which bars, how loud, and what it says."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from videogen_desktop.domain.export import Bars, ExportTarget, target_named
from videogen_desktop.ui.export.cut_clip import ExportChoices
from videogen_desktop.ui.export.folding_row import FoldingRow
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.settings.settings_page import (
    SegmentedChoice,
    SettingRow,
    SettingsCard,
    ToggleSwitch,
)
from videogen_desktop.ui.theme.tokens import Tokens

# Beside the targets by their names.
AS_IT_IS, PROJECT = "", "project"
# Targets with a short detail beside them.
_SIDES = ("tiktok", "youtube", "zalo")
_INDENT, _LINE_HEIGHT = 22, 28


class ExportOptions(QWidget):
    """`changed` says that `choices` are others. Main thread."""

    changed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_made_anew = False
        self._targets: dict[str, QRadioButton] = {}
        self._details = {name: plain_label("small", wraps=name not in _SIDES) for name in _names()}
        self._caption = plain_label("caption")
        self.bars = SegmentedChoice(tuple(Bars))
        self.levels_sound = ToggleSwitch(tokens)
        self.without_prompt = ToggleSwitch(tokens)
        self._bars_row = SettingRow(tokens, self.bars)
        self._sound_row = SettingRow(tokens, self.levels_sound, beside=True)
        self._prompt_row = SettingRow(tokens, self.without_prompt, beside=True)
        self.bars.choose(Bars.BLURRED)
        self.levels_sound.setChecked(True)
        self._lay_out(tokens)
        self._targets[AS_IT_IS].setChecked(True)
        self.bars.chosen.connect(self.changed)
        self.levels_sound.toggled.connect(self.changed)
        self.without_prompt.toggled.connect(self.changed)
        self.changed.connect(self._show_fitting)
        self.retranslate()
        self._show_fitting()

    def _lay_out(self, tokens: Tokens) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.space_3)
        places, others = SettingsCard(tokens), SettingsCard(tokens)
        group = QButtonGroup(self)
        frame = QWidget()
        lines = QVBoxLayout(frame)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(tokens.space_1)
        lines.addWidget(self._caption)
        for name in _names():
            button = self._targets[name] = QRadioButton()
            button.setMinimumHeight(_LINE_HEIGHT)
            group.addButton(button)
            detail = self._details[name]
            if name in _SIDES:
                lines.addWidget(FoldingRow((button,), (detail,), spacing=tokens.space_2))
                continue
            lines.addWidget(button)
            detail.setContentsMargins(_INDENT, 0, 0, tokens.space_1)
            lines.addWidget(detail)
        group.buttonClicked.connect(self._chosen)
        places.add(frame)
        for row in (self._bars_row, self._sound_row, self._prompt_row):
            others.add(row)
        column.addWidget(places)
        column.addWidget(others)
        column.addStretch(1)

    @property
    def choices(self) -> ExportChoices:
        name = self.target
        return ExportChoices(
            target="" if name == PROJECT else name,
            is_project=name == PROJECT,
            bars=self.bars.current,
            levels_sound=self.levels_sound.isChecked(),
            without_prompt=self.without_prompt.isChecked(),
        )

    @property
    def target(self) -> str:
        """The name of the one that is chosen."""
        return next(name for name, button in self._targets.items() if button.isChecked())

    def choose(self, name: str) -> None:
        """A target by its name, `AS_IT_IS` or `PROJECT`."""
        self._targets[name].setChecked(True)
        self.changed.emit()

    def show_made_anew(self, is_made_anew: bool) -> None:
        """Whether clips of this kind, cut like this, have to be encoded to be as they are."""
        if self._is_made_anew != is_made_anew:
            self._is_made_anew = is_made_anew
            self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        self.levels_sound.set_tokens(tokens)
        self.without_prompt.set_tokens(tokens)

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self._caption.setText(translate("Export", "For"))
        names = {name: target_named(name).title for name in _SIDES}
        # One frame serves all three.
        names["tiktok"] = "TikTok, Reels, Shorts"
        names[AS_IT_IS] = translate("Export", "As it is")
        names[PROJECT] = translate("Export", "Folder for CapCut, Premiere")
        details = {name: _detail(target_named(name)) for name in _SIDES}
        details[AS_IT_IS] = translate("Export", "Clips of the same kind stay as sharp as they are")
        if self._is_made_anew:
            details[AS_IT_IS] = translate(
                "Export", "Cut or of several shapes: the video is made anew, which takes longer"
            )
        details[PROJECT] = translate("Export", "Numbered clips and their order (FCPXML, EDL)")
        for name, button in self._targets.items():
            button.setText(names[name].replace("&", "&&"))
            button.setAccessibleDescription(details[name])
            self._details[name].setText(details[name])
        title = translate("Export", "Beside a picture of another shape")
        blurred, plain = translate("Export", "Blurred"), translate("Export", "Black")
        self._bars_row.name(title)
        self.bars.name(title, (blurred, plain))
        self._sound_row.name(
            translate("Export", "Level the sound"),
            translate("Export", "As loud as other videos there, no clip louder than the next"),
        )
        self._prompt_row.name(
            translate("Export", "Leave the prompt out"),
            translate("Export", "The file does not say what was asked for"),
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    @Slot()
    def _chosen(self) -> None:
        self.changed.emit()

    @Slot()
    def _show_fitting(self) -> None:
        """A folder of clips has them as they are."""
        self._bars_row.setVisible(self.target != PROJECT)
        # As they are, they are also as loud as they are.
        self._sound_row.setVisible(self.target not in (AS_IT_IS, PROJECT))


def _names() -> Sequence[str]:
    return (AS_IT_IS, *_SIDES, PROJECT)


def _detail(target: ExportTarget) -> str:
    if target.sides is not None:
        return "{} × {}".format(*target.sides)
    if target.most_bytes is not None:
        text = QCoreApplication.translate("Export", "Below %1")
        return text.replace("%1", f"{target.most_bytes // 1_000_000} MB")
    return ""
