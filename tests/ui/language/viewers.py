"""The viewer, once for every state that a video can be in."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from tests.ui.gallery.cards import card
from tests.ui.language.scene import NOW, PROMPT, Scene
from videogen_desktop.domain.errors import ProviderUnavailableError, SentUnknownError
from videogen_desktop.domain.reconciliation import BalanceHint, ExpectedBalance, Indication
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import LibraryItem, TimelineEvent, VideoDetails
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.player.preview_player import PlaybackProblem
from videogen_desktop.ui.viewer.history_sections import EVENTS
from videogen_desktop.ui.viewer.state_buttons import UnconfirmedChoices
from videogen_desktop.ui.viewer.viewer import Viewer
from videogen_desktop.ui.viewer.viewer_presenter import GalleryOrder

_ID = "00000000-0000-4000-8000-000000000042"


def _item(
    state: VideoState,
    reason: Reason | None = None,
    *,
    failure_code: str | None = None,
    clip_failure: str | None = None,
) -> LibraryItem:
    item = card(
        _ID,
        prompt=PROMPT,
        state=state,
        reason=reason,
        failure_code=failure_code,
        clip_failure=clip_failure,
    )
    return replace(item, video=replace(item.video, task_id="42", failure_message=PROMPT))


def _open(scene: Scene, shown: LibraryItem) -> Viewer:
    model = GalleryModel(scene.frame)
    model.set_ids([shown.video.id])
    model.put_items([shown])
    covered = QWidget(scene.frame)
    made = Viewer(scene.bridge, GalleryOrder(model), scene.tokens, scene.frame, covered)
    # It follows the size of a window that is shown.
    scene.frame.show()
    made.open_video(shown.video.id)
    timeline = tuple(
        TimelineEvent(number, kind, NOW + number * 60_000, {}) for number, kind in enumerate(EVENTS)
    )
    made.details.detailsArrived.emit(
        VideoDetails(shown, timeline, (), '{"☂": 42}', 8_000, 1920, 1080, 42)
    )
    return made


def _viewer(shown: LibraryItem) -> Callable[[Scene], QWidget]:
    def viewer(scene: Scene) -> QWidget:
        _open(scene, shown)
        return scene.frame

    return viewer


def _copying(done: int, total: int) -> Callable[[Scene], QWidget]:
    def viewer(scene: Scene) -> QWidget:
        _open(scene, _item(VideoState.PENDING)).player_view.copy_note.show_copying(done, total, 42)
        return scene.frame

    return viewer


def _unclear(show: Callable[[UnconfirmedChoices], None]) -> Callable[[Scene], QWidget]:
    def viewer(scene: Scene) -> QWidget:
        opened = _open(scene, _item(VideoState.UNCONFIRMED, Reason.SENT_UNKNOWN))
        show(opened.player_view.card.choices)
        return scene.frame

    return viewer


def _hint(indication: Indication) -> BalanceHint:
    either = ExpectedBalance(9_900_00, 10_000_00)
    return BalanceHint(_ID, indication, 9_900_00, NOW, either, either)


def _kept(hours: int, *, gone: bool = False) -> LibraryItem:
    now = time.time_ns() // 1_000_000
    item = _item(VideoState.COMPLETED, clip_failure="unreachable")
    return replace(item, expires_at=now + hours * 3_600_000 + 1_800_000, result_gone=gone)


def _checking(scene: Scene) -> QWidget:
    _open(scene, _item(VideoState.PENDING)).player_view.card.set_checking(True)
    return scene.frame


def _checked(scene: Scene) -> QWidget:
    _open(scene, _item(VideoState.PENDING)).details.checked.emit(False)
    return scene.frame


def _not_checked(scene: Scene) -> QWidget:
    viewer = _open(scene, _item(VideoState.UNCONFIRMED, Reason.SENT_UNKNOWN))
    viewer.details.checkFailed.emit(SentUnknownError())
    return scene.frame


def _downloading(scene: Scene) -> QWidget:
    _open(scene, _item(VideoState.COMPLETED)).player_view.card.show_download(42, 84)
    return scene.frame


def _unplayable(problem: PlaybackProblem) -> Callable[[Scene], QWidget]:
    def viewer(scene: Scene) -> QWidget:
        item = _item(VideoState.COMPLETED)
        _open(scene, item).player_view.card.show_item(item, problem)
        return scene.frame

    return viewer


def _menu(scene: Scene) -> QWidget:
    menu = _open(scene, _item(VideoState.FAILED, Reason.NOT_SENT)).player_view.bar.menu()
    assert menu is not None
    return menu


_FAILURES = ("SENSITIVE_WORD_ERROR", "408", "429", "455", "402")

VIEWERS: dict[str, Callable[[Scene], QWidget]] = {
    "viewer: saving one": _copying(0, 1),
    "viewer: saving three": _copying(1, 3),
    **{
        f"viewer: {state.value}": _viewer(_item(state))
        for state in VideoState
        if state not in (VideoState.FAILED, VideoState.UNCONFIRMED)
    },
    **{
        f"viewer: {reason.value}": _viewer(
            _item(
                VideoState.UNCONFIRMED
                if reason in (Reason.SENT_UNKNOWN, Reason.RECORD_GONE)
                else VideoState.FAILED,
                reason,
            )
        )
        for reason in Reason
    },
    **{
        f"viewer: failed with {code}": _viewer(
            _item(VideoState.FAILED, Reason.PROVIDER_FAILED, failure_code=code)
        )
        for code in _FAILURES
    },
    **{
        f"viewer: not playable, {problem.value}": _unplayable(problem)
        for problem in PlaybackProblem
    },
    **{
        f"viewer: {code}": _viewer(_item(VideoState.COMPLETED, clip_failure=code))
        for code in ("ResultUrlRefused:address", "ProviderUnavailable:proxy")
    },
    "viewer: clip refused": _viewer(_item(VideoState.COMPLETED, clip_failure="not_playable")),
    "viewer: clip of another format": _viewer(
        replace(_item(VideoState.COMPLETED), plays_elsewhere=True)
    ),
    "viewer: clip gone": _viewer(_item(VideoState.COMPLETED, clip_failure="gone")),
    "viewer: downloading": _downloading,
    **{
        f"viewer: perhaps {indication.value}": _unclear(
            partial(UnconfirmedChoices.show_hint, hint=_hint(indication), vendor="Kie")
        )
        for indication in Indication
    },
    "viewer: balance unknown": _unclear(
        partial(UnconfirmedChoices.show_no_hint, error=ProviderUnavailableError())
    ),
    "viewer: kept long": _viewer(_kept(300)),
    "viewer: kept for hours": _viewer(_kept(7)),
    "viewer: kept no longer": _viewer(_kept(-7)),
    "viewer: result gone": _viewer(_kept(7, gone=True)),
    "viewer: checking": _checking,
    "viewer: checked": _checked,
    "viewer: not checked": _not_checked,
}
VIEWER_MENUS = {"viewer: menu": _menu}
