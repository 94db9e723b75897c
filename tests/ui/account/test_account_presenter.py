import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.requests import a_request
from tests.ui.account.fake_account import NOON, AccountEngine, movements
from tests.ui.fake_wallet_engine import video_for
from tests.ui.living_window import LivingWindow, OpenLivingWindow
from videogen_desktop.domain.errors import ProviderUnavailableError
from videogen_desktop.domain.events import BalanceChanged, DriftChanged, VideoChanged
from videogen_desktop.domain.reconciliation import Drift
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.account.account_presenter import AccountPresenter
from videogen_desktop.ui.account.movement_list import MovementRow
from videogen_desktop.ui.account.statement_dialog import StatementDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def account_of(living: LivingWindow) -> AccountPresenter:
    assert living.presenter.account is not None
    return living.presenter.account


def statement_of(qtbot: QtBot, living: LivingWindow) -> StatementDialog:
    account = account_of(living)
    account.open_statement()
    dialog = account.statement
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)
    return dialog


def texts(living: LivingWindow) -> list[str]:
    return [label.text() for label in living.window.header.badge.panel.findChildren(QLabel)]


def open_panel(qtbot: QtBot, living: LivingWindow) -> None:
    living.window.header.badge.click()
    qtbot.waitUntil(lambda: any("confirmed at" in text for text in texts(living)))


def drifting(amount: int) -> Callable[[AccountEngine], None]:
    drift = Drift(amount, NOON - 5 * 60_000, NOON)
    return lambda engine: setattr(engine.account, "unexplained", drift)


def set_drift(living: LivingWindow, drift: Drift | None) -> None:
    living.engine.account.unexplained = drift
    living.bridge.publish(DriftChanged("wallet", drift))


def test_the_panel_shows_held_and_today(qtbot: QtBot, open_living: OpenLivingWindow) -> None:
    living = open_living(lines=movements(12))
    open_panel(qtbot, living)
    assert "200 credits" in texts(living)
    rows = living.window.header.badge.panel.findChildren(MovementRow)
    assert [row.movement for row in rows] == list(movements(12)[:5])


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (-85_50, "The account has 85.5 credits less than the ledger explains"),
        (500_00, "The account has 500 credits more than the ledger, perhaps a top-up"),
    ],
)
def test_what_the_ledger_does_not_explain_is_one_line_until_it_is_settled(
    qtbot: QtBot, open_living: OpenLivingWindow, amount: int, words: str
) -> None:
    living = open_living(lines=movements(3), prepare=drifting(amount))
    account_of(living)._now_ms = lambda: NOON
    open_panel(qtbot, living)
    line = living.window.header.badge.panel._confirmation.drift
    assert line.said.text() == f"{words} · 5 min ago"
    # Only what was taken can be a video that is missing.
    assert line.rescue.isVisible() == (amount < 0)
    set_drift(living, None)
    qtbot.waitUntil(lambda: not line.isVisible())


def test_the_statement_shows_the_drift_and_leads_to_the_rescue(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    living = open_living(lines=movements(3))
    dialog = statement_of(qtbot, living)
    assert not dialog.drift.isVisible()
    set_drift(living, Drift(-100_00, NOON, NOON))
    qtbot.waitUntil(dialog.drift.isVisible)
    assert "100 credits less" in dialog.drift.said.text()
    dialog.drift.rescue.click()
    assert not dialog.isVisible()
    assert living.window.rescue.dialog.isVisible()


def test_a_row_of_the_panel_opens_its_video(qtbot: QtBot, open_living: OpenLivingWindow) -> None:
    living = open_living(lines=movements(12))
    open_panel(qtbot, living)
    row = living.window.header.badge.panel.findChildren(MovementRow)[0]
    with qtbot.waitSignal(account_of(living).videoRequested) as asked:
        row.click()
    assert asked.args == [movements(12)[0].video_id]
    assert not living.window.header.badge.panel.isVisible()


def test_refreshing_says_when_the_provider_is_silent(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    def silent(engine: AccountEngine) -> None:
        engine.account.failure = ProviderUnavailableError("")

    living = open_living(lines=movements(3), prepare=silent)
    open_panel(qtbot, living)
    living.window.header.badge.panel.refreshRequested.emit()
    assert "Asking for the balance…" in texts(living)
    qtbot.waitUntil(lambda: "The balance could not be asked for." in texts(living))
    assert len(living.alerts()) == 1


def test_coming_back_asks_at_most_once_a_minute_and_quietly(
    qtbot: QtBot, open_living: OpenLivingWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(engine: AccountEngine) -> None:
        engine.account.failure = ProviderUnavailableError("")

    living = open_living(prepare=silent)

    def come_back() -> None:
        QCoreApplication.sendEvent(living.window, QEvent(QEvent.Type.WindowActivate))

    come_back()
    # The window asked when the library opened: that minute is not over.
    module = "videogen_desktop.ui.account.account_presenter.ASK_AT_MOST_EVERY_MS"
    monkeypatch.setattr(module, 0)
    come_back()
    monkeypatch.setattr(module, 60_000)
    come_back()
    qtbot.waitUntil(lambda: living.engine.account.asked == 1)
    living.bridge.ask(lambda engine: engine.account.statement())
    qtbot.waitUntil(lambda: living.engine.account.statements_asked == 1)
    assert living.engine.account.asked == 1
    assert living.alerts() == ()


def test_an_end_asks_the_provider_once_for_all(qtbot: QtBot, open_living: OpenLivingWindow) -> None:
    living = open_living()
    due = account_of(living).balance_refresh._ended
    due.setInterval(60_000)
    ended: list[object] = []
    living.window.library.listing.stateChanged.connect(ended.append)
    request = a_request("mèo")
    for number in (1, 2):
        video = video_for(request, number)
        for revision, state in enumerate((VideoState.PROCESSING, VideoState.COMPLETED), start=2):
            changed = replace(video, state=state, revision=revision)
            living.bridge.publish(VideoChanged(LibraryItem(changed)))
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert due.isActive()
    assert living.engine.account.asked == 0
    due.setInterval(0)
    qtbot.waitUntil(lambda: living.engine.account.asked == 1)
    assert not due.isActive()


def test_an_open_statement_follows_the_ledger(qtbot: QtBot, open_living: OpenLivingWindow) -> None:
    living = open_living(lines=movements(3))
    dialog = statement_of(qtbot, living)
    living.engine.account.lines = movements(4)
    living.bridge.publish(BalanceChanged(living.engine.account.held()))
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 4)


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_an_export_lands_in_the_file_and_says_so(
    qtbot: QtBot, open_living: OpenLivingWindow, tmp_path: Path, kind: str
) -> None:
    living = open_living(lines=movements(20))
    dialog = statement_of(qtbot, living)
    target = tmp_path / f"Sao kê.{kind}"
    dialog.exportRequested.emit(kind, target)
    qtbot.waitUntil(lambda: len(living.alerts()) == 1)
    assert target.name in living.alerts()[0]
    if kind == "json":
        assert len(json.loads(target.read_text("utf-8"))["statement"]) == 20
        return
    with target.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert len(lines) == 21
    assert lines[0][5] == "Video ID"


def test_an_export_that_cannot_be_written_says_why(
    qtbot: QtBot, open_living: OpenLivingWindow, tmp_path: Path
) -> None:
    living = open_living(lines=movements(2))
    statement_of(qtbot, living).exportRequested.emit("csv", tmp_path / "gone" / "a.csv")
    qtbot.waitUntil(lambda: len(living.alerts()) == 1)
    assert "is no longer there" in living.alerts()[0]


def test_the_panel_is_no_higher_than_what_it_says(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    living = open_living(lines=movements(3), prepare=drifting(-100_00))
    open_panel(qtbot, living)
    panel = living.window.header.badge.panel
    with_difference = panel.height()
    set_drift(living, None)
    qtbot.waitUntil(lambda: panel.height() < with_difference)
    assert panel.height() == panel.heightForWidth(panel.width())
