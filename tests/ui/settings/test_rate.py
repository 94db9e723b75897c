"""The value of a credit: what was paid for how many, kept with its day, and shown beside prices."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.requests import KIE, KIE_WALLET
from tests.ui.account.fake_account import movements
from tests.ui.living_window import LivingWindow, OpenLivingWindow
from videogen_desktop.domain.credits import CreditRate
from videogen_desktop.domain.errors import NotEnoughCreditsError
from videogen_desktop.domain.settings import Settings
from videogen_desktop.ui.alerts import Alert
from videogen_desktop.ui.settings.key_form import KeyForm
from videogen_desktop.ui.settings.rate_form import RateForm, dong_in
from videogen_desktop.ui.theme.tokens import LIGHT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
DAY = date(2026, 11, 30)


@pytest.fixture
def form(qtbot: QtBot) -> RateForm:
    form = RateForm(LIGHT, lambda: DAY)
    qtbot.addWidget(form)
    form.show()
    return form


def write(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def heard(form: RateForm) -> list[Any]:
    rates: list[Any] = []
    form.changed.connect(rates.append)
    return rates


def spoken(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("locale", "text", "dong"),
    [
        ("vi_VN", "1.300.000", 1_300_000),
        ("vi_VN", "1300000", 1_300_000),
        ("vi_VN", " 1.234,5 ₫ ", 1_234),
        ("vi_VN", "130.000đ", 130_000),
        ("vi_VN", "130.000 VND", 130_000),
        ("en_US", "1,300,000", 1_300_000),
        ("en_US", "₫130,000", 130_000),
        ("vi_VN", "1,300,000", None),
        ("vi_VN", "0", None),
        ("vi_VN", "-5", None),
        ("vi_VN", "1e99", None),
        ("vi_VN", "nan", None),
        ("vi_VN", "inf", None),
        ("vi_VN", "nhiều", None),
        ("vi_VN", "₫", None),
    ],
)
def test_an_amount_is_read_in_the_language_s_own_digits(
    qapp: QCoreApplication, locale: str, text: str, dong: int | None
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        assert dong_in(text) == dong
    finally:
        QLocale.setDefault(before)


def test_what_was_paid_for_how_many_is_a_rate_of_today(qtbot: QtBot, form: RateForm) -> None:
    rates = heard(form)
    write(qtbot, form.dong, "130000")
    # The smallest pack is meant where nobody says how many.
    assert rates == [CreditRate(130_000, 1_000_00, DAY)]
    write(qtbot, form.credits, "10000")
    assert rates[1:] == [CreditRate(130_000, 10_000_00, DAY)]
    assert "13 ₫ by the rate you set on" in spoken(form.said.text())
    write(qtbot, form.dong, "")
    assert rates[2:] == [None]
    assert form.said.isHidden()


def test_looking_at_a_rate_sets_no_other_day(qtbot: QtBot, form: RateForm) -> None:
    rates = heard(form)
    form.show_rate(CreditRate(1_300_000, 10_000_00, date(2025, 1, 2)))
    form.dong.setFocus()
    qtbot.keyClick(form.dong, Qt.Key.Key_Return)
    form.credits.setFocus()
    assert rates == []


@pytest.mark.parametrize(
    ("dong", "bought"),
    [("much", ""), ("130000", "no"), ("130000", "0"), ("1", "1000"), ("9999999999", "1")],
)
def test_a_slip_of_the_hand_is_told_and_changes_nothing(
    qtbot: QtBot, form: RateForm, dong: str, bought: str
) -> None:
    rates = heard(form)
    form.credits.setText(bought)
    write(qtbot, form.dong, dong)
    assert rates == []
    assert form.wrong.isVisible()
    assert form.dong.text() == dong
    write(qtbot, form.credits, "1000")
    write(qtbot, form.dong, "130000")
    assert form.wrong.isHidden()
    assert rates[-1:] == [CreditRate(130_000, 1_000_00, DAY)]


@pytest.fixture
def living(open_living: OpenLivingWindow) -> LivingWindow:
    kept = Settings(language="en", welcomed=True, known_api_bases=(KIE_WALLET.api_base,))
    return open_living(settings=kept, lines=movements(4))


def test_a_rate_set_on_the_page_is_kept_and_stands_beside_what_credits_say(
    qtbot: QtBot, living: LivingWindow
) -> None:
    living.presenter.open_wallets()
    dialog = living.presenter.dialog
    assert dialog is not None
    write(qtbot, dialog.wallets.rate.dong, "130000")
    kept = living.presenter.store.settings
    assert (kept.rate_dong, kept.rate_hundredths) == (130_000, 1_000_00)
    assert kept.rate_day == QDate.currentDate().toString(Qt.DateFormat.ISODate)
    account = living.presenter.account
    assert account is not None
    living.window.header.badge.click()
    panel = living.window.header.badge.panel
    assert any("by the rate you set on" in label.text() for label in panel.findChildren(QLabel))
    account.open_statement()
    statement = account.statement
    assert statement is not None
    qtbot.waitUntil(lambda: statement.model.rowCount() > 0)
    assert any("by the rate you set on" in label.text() for label in statement.findChildren(QLabel))
    dialog.wallets.rate.changed.emit(None)
    assert living.presenter.store.settings.rate_dong == 0
    assert not any(
        "by the rate" in label.text() and label.isVisibleTo(part)
        for part in (panel, statement)
        for label in part.findChildren(QLabel)
    )


def test_the_form_for_a_key_leads_to_where_one_is_made(qtbot: QtBot) -> None:
    form = KeyForm(LIGHT, (KIE,), with_address=True)
    qtbot.addWidget(form)
    form.show()
    assert form.key_page.isVisible()
    assert (form.key_page.text(), form.key_page.page) == (
        "Get a key",
        "https://kie.ai/api-key",
    )


def test_a_request_that_credits_do_not_cover_leads_to_where_they_are_bought(
    living: LivingWindow, opened_pages: list[str]
) -> None:
    window = living.window

    def links() -> list[QPushButton]:
        said = window.findChildren(Alert)
        found = [button for alert in said for button in alert.findChildren(QPushButton)]
        return [button for button in found if button.text() == "Buy more credits"]

    # Play money is sold nowhere.
    window.show_problem(NotEnoughCreditsError(50_00, 100_00))
    assert links() == []
    window.composer.shortage.page = KIE.credit_page_of(KIE_WALLET)
    window.show_problem(NotEnoughCreditsError(50_00, 110_00))
    (link,) = links()
    link.click()
    assert opened_pages == ["https://kie.ai/billing"]
