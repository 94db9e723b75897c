from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.requests import a_request
from tests.ui.fake_wallet_engine import video_for
from tests.ui.living_window import LivingWindow, OpenLivingWindow
from videogen_desktop.domain.events import VideoChanged
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.ui.notifications import EndNotifier, notification_body

HOSTILE = "<b>mèo</b> & <img src='file:///canary'>"
REQUEST = a_request(HOSTILE)


@pytest.fixture
def living(open_living: OpenLivingWindow, monkeypatch: pytest.MonkeyPatch) -> LivingWindow:
    living = open_living()
    # The offscreen platform has no other window that could be in front.
    monkeypatch.setattr(living.window, "isActiveWindow", lambda: False)
    return living


@pytest.fixture
def told(living: LivingWindow) -> list[tuple[str, str]]:
    """What would have been handed to the system."""
    messages: list[tuple[str, str]] = []
    notifier = notifier_of(living)

    def keep(title: str, body: str) -> None:
        messages.append((title, body))

    notifier.show = keep  # type: ignore[method-assign]
    return messages


def notifier_of(living: LivingWindow) -> EndNotifier:
    notifier = living.window.findChild(EndNotifier)
    assert isinstance(notifier, EndNotifier)
    return notifier


@pytest.fixture
def happen(qtbot: QtBot, living: LivingWindow) -> Callable[..., None]:
    def publish(*states: VideoState, **changes: Any) -> None:
        video = video_for(REQUEST, 1)
        for revision, state in enumerate(states, start=2):
            changed = replace(video, state=state, revision=revision, **changes)
            publish_one(changed)

    def publish_one(video: Video) -> None:
        with qtbot.waitSignal(living.bridge.eventArrived):
            living.bridge.publish(VideoChanged(LibraryItem(video)))

    return publish


def test_an_end_is_told_while_the_window_is_not_in_front(
    told: list[tuple[str, str]], happen: Callable[..., None]
) -> None:
    happen(VideoState.PROCESSING, VideoState.COMPLETED, VideoState.COMPLETED)
    assert told == [("Your video is ready", HOSTILE)]


def test_a_failure_is_told_with_its_reason(
    told: list[tuple[str, str]], happen: Callable[..., None]
) -> None:
    happen(VideoState.PROCESSING, VideoState.FAILED, reason=Reason.PROVIDER_FAILED)
    assert told[0][0] == "Your video failed"
    assert told[0][1].startswith(f"{HOSTILE}\n")


def test_what_had_ended_before_is_not_told(
    told: list[tuple[str, str]], happen: Callable[..., None]
) -> None:
    happen(VideoState.COMPLETED)
    assert told == []


def test_the_setting_the_window_in_front_and_a_cancellation_keep_it_quiet(
    living: LivingWindow,
    told: list[tuple[str, str]],
    happen: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    happen(VideoState.RESERVED, VideoState.CANCELLED)
    living.presenter.store.change(notifications=False)
    happen(VideoState.PROCESSING, VideoState.COMPLETED)
    living.presenter.store.change(notifications=True)
    monkeypatch.setattr(living.window, "isActiveWindow", lambda: True)
    happen(VideoState.PROCESSING, VideoState.COMPLETED)
    assert told == []


def test_a_click_brings_the_card(
    qtbot: QtBot, living: LivingWindow, told: list[tuple[str, str]], happen: Callable[..., None]
) -> None:
    happen(VideoState.PROCESSING, VideoState.COMPLETED)
    with qtbot.waitSignal(notifier_of(living).clicked) as clicked:
        notifier_of(living)._clicked()
    assert clicked.args == [video_for(REQUEST, 1).id]
    assert living.window.library.view.currentIndex().row() == 0


def test_markup_is_escaped_where_the_system_reads_it() -> None:
    assert "<" not in notification_body(HOSTILE, "linux")
    assert notification_body(HOSTILE, "win32") == HOSTILE


def test_without_a_tray_the_window_asks_for_attention(living: LivingWindow) -> None:
    # The offscreen platform has none: this must not raise.
    notifier_of(living).show("title", "body")
    assert notifier_of(living)._tray is None


def test_a_click_shows_a_card_that_a_search_keeps_back(
    qtbot: QtBot, living: LivingWindow, told: list[tuple[str, str]], happen: Callable[..., None]
) -> None:
    happen(VideoState.PROCESSING, VideoState.COMPLETED)
    living.window.library.model.set_ids(())
    notifier_of(living)._clicked()
    assert living.window.viewer.viewer.video_id == video_for(REQUEST, 1).id
