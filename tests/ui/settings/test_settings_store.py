import asyncio

from pytestqt.qtbot import QtBot

from tests.ui.account.fake_account import AccountEngine
from tests.ui.living_window import OpenLivingWindow
from videogen_desktop.domain.request import request_of
from videogen_desktop.domain.settings import Settings


def test_a_change_counts_at_once_and_reaches_the_file(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    living = open_living()
    seen: list[Settings] = []
    store = living.presenter.store
    store.changed.connect(seen.append)
    store.change(volume_percent=40)
    store.change(volume_percent=40)
    assert [settings.volume_percent for settings in seen] == [40]
    qtbot.waitUntil(lambda: living.engine.preferences.settings.volume_percent == 40)


def test_writes_wait_for_each_other_and_are_gathered(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    living = open_living()
    preferences = living.engine.preferences
    gate = asyncio.Event()
    really = preferences.put

    async def slowly(settings: Settings) -> Settings:
        await gate.wait()
        return await really(settings)

    preferences.put = slowly  # type: ignore[method-assign]
    store = living.presenter.store
    for volume in (10, 20, 30):
        store.change(volume_percent=volume)
    store.change(cdn_only=True)

    async def open_gate() -> None:
        gate.set()

    living.worker.submit(open_gate())
    qtbot.waitUntil(lambda: preferences.settings.cdn_only)
    assert preferences.changes == [
        {"volume_percent": 10},
        {"volume_percent": 30, "cdn_only": True},
    ]


def test_a_disk_that_refuses_is_told_and_the_change_stays_for_the_run(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    def refuse(engine: AccountEngine) -> None:
        engine.preferences.failure = OSError("full")

    living = open_living(prepare=refuse)
    with qtbot.waitSignal(living.presenter.store.writeFailed):
        living.presenter.store.change(cdn_only=True)
    assert living.presenter.store.settings.cdn_only
    assert len(living.alerts()) == 1
    living.engine.preferences.failure = None


def test_the_end_waits_for_no_answer_from_an_engine_that_has_closed(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    living = open_living()
    closing = living.bridge.close()
    assert closing is not None
    closing.result(5)
    living.window.composer.prompt.setPlainText("nháp cuối cùng")
    assert living.presenter.end() is None


def test_the_end_writes_what_was_changed_last(open_living: OpenLivingWindow) -> None:
    living = open_living()
    living.window.composer.prompt.setPlainText("nháp cuối cùng")
    written = living.presenter.end()
    assert written is not None
    written.result(5)
    stored = living.engine.preferences.settings
    assert request_of(stored.draft).prompt == "nháp cuối cùng"
    assert stored.window
