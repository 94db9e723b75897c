"""A wallet's own limits: shown in its card, written in the user's digits, kept at once."""

from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.requests import KIE_WALLET
from tests.ui.living_window import LivingWindow, OpenLivingWindow
from videogen_desktop.domain.errors import SpendCapReachedError, TooManyInFlightError
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.spend_guards import SpendGuards, Spending
from videogen_desktop.ui.settings.limits_form import LimitsForm, amount_in, amount_text
from videogen_desktop.ui.settings.wallets_page import WalletsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class FakeGuards:
    """As services.spend_guards.Guards."""

    async def spending(self) -> Spending:
        return Spending(SpendGuards(), 300_00, 1_200_00, 1)


def prepare(engine: Any) -> None:
    engine.guards = FakeGuards()


@pytest.fixture
def living(open_living: OpenLivingWindow) -> LivingWindow:
    kept = Settings(language="en", welcomed=True, known_api_bases=(KIE_WALLET.api_base,))
    return open_living(settings=kept, prepare=prepare)


def page_of(qtbot: QtBot, living: LivingWindow) -> WalletsPage:
    living.presenter.open_wallets()
    dialog = living.presenter.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: len(dialog.wallets.cards) == 2)
    qtbot.waitUntil(dialog.wallets.cards[1].isVisible)
    return dialog.wallets


def write(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def opened(limits: LimitsForm) -> LimitsForm:
    limits.switch.click()
    return limits


def test_each_wallet_says_what_holds_for_it(qtbot: QtBot, living: LivingWindow) -> None:
    sandbox, kie = (card.limits for card in page_of(qtbot, living).cards)
    assert sandbox.summary.text() == "No spending limits"
    assert kie.summary.text() == "Limits: at most 20 videos at once"
    opened(sandbox)
    qtbot.waitUntil(sandbox.spent.isVisible)
    assert sandbox.spent.text().startswith("Used today: 300 credits, this month: 1,200 credits.")
    # Nothing is known of the wallet that is not open.
    assert kie.spent.text() == ""


def test_a_limit_counts_for_its_wallet_as_soon_as_it_is_written(
    qtbot: QtBot, living: LivingWindow
) -> None:
    sandbox, kie = (card.limits for card in page_of(qtbot, living).cards)
    write(qtbot, opened(kie).day, "1,250.5")
    write(qtbot, opened(sandbox).in_flight, "3")
    settings = living.presenter.store.settings
    assert settings.spend_guards == {
        KIE_WALLET.api_base: SpendGuards(day_cap=1_250_50, in_flight_cap=20),
        "sandbox": SpendGuards(in_flight_cap=3),
    }
    assert "1,250.5 credits a day" in kie.summary.text()
    stored = living.engine.preferences
    qtbot.waitUntil(lambda: stored.settings.spend_guards == settings.spend_guards)


def test_an_empty_field_is_no_limit(qtbot: QtBot, living: LivingWindow) -> None:
    kie = page_of(qtbot, living).cards[1].limits
    write(qtbot, opened(kie).in_flight, "")
    assert living.presenter.store.settings.spend_guards == {KIE_WALLET.api_base: SpendGuards()}
    assert kie.summary.text() == "No spending limits"


@pytest.mark.parametrize("text", ["0", "-5", "x", "1.5.5", "99999999999"])
def test_what_is_no_limit_is_said_and_not_kept(
    qtbot: QtBot, living: LivingWindow, text: str
) -> None:
    sandbox = opened(page_of(qtbot, living).cards[0].limits)
    write(qtbot, sandbox.month, text)
    assert sandbox.wrong.isVisible()
    assert sandbox.month.property("wrong")
    assert living.presenter.store.settings.spend_guards == {}
    write(qtbot, sandbox.month, "500")
    assert not sandbox.wrong.isVisible()
    assert living.presenter.store.settings.spend_guards == {
        "sandbox": SpendGuards(month_cap=500_00)
    }


@pytest.mark.parametrize(
    ("locale", "text", "amount"),
    [("vi_VN", "1.250,5", 1_250_50), ("vi_VN", "0,01", 1), ("en_US", "1,250.5", 1_250_50)],
)
def test_amounts_are_read_in_the_languages_own_digits(
    qtbot: QtBot, locale: str, text: str, amount: int
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        assert amount_in(text) == amount
        assert amount_in(amount_text(amount)) == amount
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (SpendCapReachedError("day", 500_00, 450_00, 100_00), "cap of 500 credits a day"),
        (TooManyInFlightError(3, 3), "3 videos are under way, and your limit is 3"),
    ],
)
def test_a_limit_that_is_reached_keeps_the_draft_and_leads_to_the_limits(
    qtbot: QtBot, open_living: OpenLivingWindow, error: Exception, words: str
) -> None:
    def refusing(engine: Any) -> None:
        prepare(engine)
        engine.failure_before_card = error

    living = open_living(prepare=refusing)
    composer = living.window.composer
    composer.prompt.setPlainText("mèo")
    qtbot.waitUntil(composer.button.isEnabled)
    composer.submit()
    qtbot.waitUntil(lambda: len(living.alerts()) == 1)
    assert words in living.alerts()[0]
    assert living.alerts()[0].endswith("Nothing was charged.")
    assert composer.prompt.toPlainText() == "mèo"
    living.window.limitsRequested.emit()
    dialog = living.presenter.dialog
    assert dialog is not None
    assert dialog.wallets.isVisible()
