"""The presenter of the draft: what stands in the composer survives a restart."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot

from videogen_desktop.ui.composer.composer import Composer
from videogen_desktop.ui.settings.settings_store import SettingsStore

if TYPE_CHECKING:
    from videogen_desktop.domain.request import VideoRequest


_AFTER_TYPING_MS = 1_000


class DraftPresenter(QObject):
    """Puts the last request back, and notes changes once typing pauses.

    Main thread only. `offered` follows each time the composer learned of its models.
    """

    def __init__(self, composer: Composer, store: SettingsStore, parent: QObject) -> None:
        super().__init__(parent)
        self._composer = composer
        self._store = store
        self._has_models = False
        self._typing = QTimer(self, singleShot=True, interval=_AFTER_TYPING_MS)
        self._typing.timeout.connect(self.note)
        self._show_first()
        composer.prompt.textChanged.connect(self._typing.start)
        composer.chosen.connect(self._typing.start)

    def offered(self) -> None:
        """The composer offers a wallet's models: choose the one of last time, where it is."""
        if self._typing.isActive():
            # What was chosen while the library opened counts, and not what was chosen last time.
            self.note()
        self._composer.choose(self._draft)
        self._has_models = True

    @Slot()
    def note(self) -> None:
        """Put what is written now into the settings; the root also calls it at the end."""
        from dataclasses import replace

        from videogen_desktop.domain.request import as_json

        self._typing.stop()
        composer, before = self._composer, self._draft
        request = replace(composer.request, unknown=before.unknown)
        if composer.is_busy:
            # What is being sent is a card already: offered again, it would be paid twice.
            request = replace(request, prompt="")
        if not self._has_models or composer.model.isHidden():
            # Where there is one model only, the choice among several is kept.
            options = {**before.options, **request.options}
            request = replace(request, model_id=before.model_id, options=options)
        self._store.change(draft=as_json(request))

    @property
    def _draft(self) -> "VideoRequest":
        from videogen_desktop.domain.request import VideoRequest, request_of

        try:
            return request_of(self._store.settings.draft)
        except ValueError:
            return VideoRequest("", "")

    def _show_first(self) -> None:
        """Text and shape alone: what a request is takes too long to import before the first
        frame, and the other choices are drawn once the models are known."""
        draft = _members(self._store.settings.draft)
        prompt, options = draft.get("prompt"), draft.get("options")
        if isinstance(prompt, str) and prompt:
            editor = self._composer.prompt
            editor.setPlainText(prompt)
            editor.moveCursor(editor.textCursor().MoveOperation.End)
        if isinstance(options, dict):
            self._composer.aspect.choose(str(options.get("aspect_ratio", "")))


def _members(draft: str) -> dict[str, Any]:
    if not draft:
        return {}
    import json

    try:
        stored = json.loads(draft)
    except ValueError:
        return {}
    return stored if isinstance(stored, dict) else {}
