"""What stands in the composer survives a restart."""

from PySide6.QtCore import QObject, QTimer, Slot

from videogen_desktop.domain.aspect_ratio import AspectRatio
from videogen_desktop.ui.composer.composer import Composer
from videogen_desktop.ui.settings.settings_keeper import SettingsKeeper

_AFTER_TYPING_MS = 1_000


class DraftKeeper(QObject):
    """Puts the last draft, shape and model back, and notes changes once typing pauses.

    Main thread only. `offered` follows each time the composer learned of its models.
    """

    def __init__(self, composer: Composer, keeper: SettingsKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._composer = composer
        self._keeper = keeper
        self._has_models = False
        self._typing = QTimer(self, singleShot=True, interval=_AFTER_TYPING_MS)
        self._typing.timeout.connect(self.note)
        if keeper.settings.draft:
            composer.prompt.setPlainText(keeper.settings.draft)
            composer.prompt.moveCursor(composer.prompt.textCursor().MoveOperation.End)
        self._choose_shape()
        composer.prompt.textChanged.connect(self._typing.start)
        composer.aspect.chosen.connect(self._typing.start)
        composer.model.chosen.connect(self._typing.start)

    def offered(self) -> None:
        """The composer offers a wallet's models: choose the one of last time, where it is."""
        if self._typing.isActive():
            # What was chosen while the library opened counts, and not what was chosen last time.
            self.note()
        settings = self._keeper.settings
        self._composer.model.choose_id(settings.model_id)
        self._choose_shape()
        self._has_models = True

    @Slot()
    def note(self) -> None:
        """Put what is written now into the settings; the root also calls it at the end."""
        self._typing.stop()
        composer = self._composer
        changes: dict[str, str] = {
            # What is being sent is a card already: offered again, it would be paid twice.
            "draft": "" if composer.is_busy else composer.prompt.toPlainText(),
            "aspect_ratio": composer.aspect.current.value,
        }
        model = composer.model.current
        # Where there is one model only, the choice among several is kept.
        if self._has_models and model is not None and not composer.model.isHidden():
            changes["model_id"] = model.id
        self._keeper.change(**changes)

    def _choose_shape(self) -> None:
        wanted = self._keeper.settings.aspect_ratio
        for shape in AspectRatio:
            if shape.value == wanted:
                self._composer.aspect.choose(shape)
