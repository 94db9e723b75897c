"""Deleting videos: a question with an explicit verb, cards gone at once, and an undo."""

import math
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from videogen_desktop.ui.alerts import SHOWN_WITH_ACTION_MS, AlertAction
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.gallery.actions import CardAction, face_of, many_text
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.gallery.wording import is_running
from videogen_desktop.ui.player.pool import PlayerPool

# Of more than these it is not looked up what they are.
_LOOKED_AT = 100


class Companion(NamedTuple):
    """What belongs to a deletion: it is done when that is, undone with it, and neither where all
    of it was refused. `told` says both, of so many that were deleted."""

    do: Callable[[], None]
    undo: Callable[[], None]
    told: Callable[[int], str]


class _Undoable(NamedTuple):
    ids: tuple[str, ...]
    companion: Companion | None
    action: AlertAction
    until: float  # on the monotonic clock, in seconds


class DeletionPresenter(QObject):
    """Main thread. `begun` carries the ids whose cards have just gone, `deleted` offers the undo;
    `problemFound` carries errors of videos that stay."""

    begun = Signal(object)  # tuple[str, ...]
    deleted = Signal(str, object)  # text, AlertAction
    undone = Signal(object)  # the AlertAction that offered it
    problemFound = Signal(object)  # BaseException

    def __init__(
        self, bridge: EngineBridge, model: GalleryModel, players: PlayerPool, window: QWidget
    ) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._model = model
        self._players = players
        self._window = window
        self._undoable: list[_Undoable] = []
        # What the engine has not answered yet; and what of it was undone meanwhile.
        self._under_way: list[tuple[str, ...]] = []
        self._taken_back: list[tuple[str, ...]] = []

    def ask(self, video_ids: Sequence[str]) -> None:
        """Ask the user; their yes deletes. Does not wait for it."""
        ids = tuple(video_ids)
        if not ids:
            return
        from videogen_desktop.ui.question import QuestionWords, question_box

        verb = many_text(CardAction.DELETE, len(ids)) if len(ids) > 1 else _verb()
        keep = QCoreApplication.translate("Library", "Keep")
        title, text = face_of(CardAction.DELETE).text, _question(len(ids))
        words = QuestionWords(title, text, self._consequences(ids), verb, keep)
        question, yes = question_box(
            self._window, "deleteQuestion", words, "trash-2", is_grave=True
        )
        yes.clicked.connect(partial(self.delete, ids))
        question.open()

    def delete(
        self,
        video_ids: Sequence[str],
        _checked: bool = False,
        *,
        companion: Companion | None = None,
    ) -> None:
        """Without a question; the cards go before the engine has answered."""
        ids = tuple(video_ids)
        for video_id in ids:
            # Windows refuses to move a file that a player holds.
            self._players.release(video_id)
        self._model.take_out(ids)
        self._under_way.append(ids)
        self.begun.emit(ids)
        self._bridge.ask(
            lambda engine: engine.gallery.delete(ids),
            partial(self._finish, ids, companion),
            partial(self._failed, ids),
        )

    @property
    def latest(self) -> float:
        """Until when (on the monotonic clock) the last one can be undone; 0 where none can."""
        if self._under_way:
            return math.inf
        now = time.monotonic()
        return max((entry.until for entry in self._undoable if now < entry.until), default=0.0)

    @Slot()
    def undo_last(self) -> None:
        """Bring back what was deleted last, while its alert would offer it, or before that."""
        if self._under_way:
            # Its cards have gone already: the key was pressed for them, not for older ones.
            self._taken_back.append(self._under_way.pop())
            return
        now = time.monotonic()
        self._undoable = [entry for entry in self._undoable if now < entry.until]
        if self._undoable:
            last = self._undoable[-1]
            self.undo(last.ids, last.companion)
            self.undone.emit(last.action)

    def undo(self, video_ids: Sequence[str], companion: Companion | None = None) -> None:
        """Bring them back, and undo what was done with them."""
        ids = tuple(video_ids)
        self._forget(ids)
        if companion is not None:
            companion.undo()
        self._bridge.ask(lambda engine: engine.gallery.restore(ids), failed=self.problemFound.emit)

    def _forget(self, ids: tuple[str, ...]) -> None:
        self._undoable = [entry for entry in self._undoable if entry.ids != ids]

    def _finish(
        self, ids: tuple[str, ...], companion: Companion | None, refused: tuple[Any, ...]
    ) -> None:
        is_taken_back = self._is_taken_back(ids)
        kept = {error.video_id for error in refused if hasattr(error, "video_id")}
        self._model.put_back(tuple(kept))
        for error in refused[:1]:
            self.problemFound.emit(error)
        gone = tuple(video_id for video_id in ids if video_id not in kept)
        if gone and is_taken_back:
            self.undo(gone)
        elif gone:
            self._offer_undo(gone, companion)

    def _offer_undo(self, gone: tuple[str, ...], companion: Companion | None) -> None:
        if companion is not None:
            companion.do()
        text = QCoreApplication.translate("Library", "Undo")
        action = AlertAction(text, partial(self.undo, gone, companion))
        until = time.monotonic() + SHOWN_WITH_ACTION_MS / 1_000
        self._undoable.append(_Undoable(gone, companion, action, until))
        self.deleted.emit((companion.told if companion else _done)(len(gone)), action)

    def _is_taken_back(self, ids: tuple[str, ...]) -> bool:
        """Whether this deletion, which now has its answer, was undone before."""
        waiting = self._under_way if ids in self._under_way else self._taken_back
        waiting.remove(ids)
        return waiting is self._taken_back

    def _failed(self, ids: tuple[str, ...], error: BaseException) -> None:
        self._is_taken_back(ids)
        self._model.put_back(ids)
        self.problemFound.emit(error)

    def _consequences(self, ids: Sequence[str]) -> str:
        text = QCoreApplication.translate(
            "Library", "The files go to the system's bin. Credits that were spent do not come back."
        )
        items = [self._model.item(video_id) for video_id in ids[:_LOOKED_AT]]
        if any(item is not None and is_running(item.video) for item in items):
            text += " " + QCoreApplication.translate(
                "Library", "A video that is being made goes on and is charged all the same."
            )
        return text


def _question(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Library", "Delete this video from the library?")
    return QCoreApplication.translate("Library", "Delete %n videos from the library?", None, count)


def _verb() -> str:
    return QCoreApplication.translate("Library", "Delete video")


def _done(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Library", "Video deleted")
    return QCoreApplication.translate("Library", "%n videos deleted", None, count)
