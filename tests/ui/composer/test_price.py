"""What the button says of its price, and what is said where there are not enough credits."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from tests.requests import KIE
from videogen_desktop.domain.credits import CreditRate
from videogen_desktop.domain.request import MOST_TAKES
from videogen_desktop.ui.composer.composer import Composer
from videogen_desktop.ui.composer.composer_presenter import most_question
from videogen_desktop.ui.page_link import open_page


def test_the_price_says_its_source_and_its_day(composer: Composer) -> None:
    composer.prompt.setPlainText("một con mèo")
    row = composer.choices.price_row
    assert row is not None
    assert row.source == "Kie's price feed"
    assert "Giá: bảng giá của Kie, " in composer.button.toolTip()
    assert str(row.day.year) in composer.button.toolTip()


def test_a_price_in_doubt_says_since_when(composer: Composer) -> None:
    assert "ghi giá khác" not in composer.button.toolTip()
    model = KIE.models[0]
    prices = tuple(replace(one, drifted=date(2026, 11, 28)) for one in model.prices)
    drifted = replace(model, prices=prices)
    composer.offer(replace(KIE, read_models=lambda: (drifted,)))
    composer.prompt.setPlainText("một con mèo")
    assert "Từ 28/11/2026, giá công bố đã khác" in composer.button.toolTip()


def test_what_it_is_worth_has_the_day_of_the_rate(composer: Composer) -> None:
    composer.prompt.setPlainText("một con mèo")
    rate = CreditRate(130_000, 1_000_00, date(2026, 11, 30))
    composer.button.show_worth(rate, is_play_money=False)
    shown = composer.button.toolTip().replace("\N{NO-BREAK SPACE}", " ")
    assert "≈ 14.300 ₫ theo tỷ giá bạn đặt ngày 30/11/2026" in shown
    composer.button.show_worth(rate, is_play_money=True)
    assert "Nếu là tiền thật: ≈" in composer.button.toolTip()
    composer.button.show_worth(None, is_play_money=False)
    assert "₫" not in composer.button.toolTip()


def test_too_few_credits_lead_to_where_they_are_bought(
    composer: Composer, opened_pages: list[str]
) -> None:
    composer.shortage.page = KIE.credit_page_of(KIE.wallet)
    assert composer.shortage.isHidden()
    composer.set_available(109_99)
    need, buy = composer.shortage.need, composer.shortage.buy
    assert need is not None
    assert buy is not None
    assert (need.text(), buy.text()) == ("Còn 109,99, thiếu 0,01 credits", "Mua thêm credits")
    buy.click()
    assert opened_pages == ["https://kie.ai/billing"]
    composer.set_available(110_00)
    assert composer.shortage.isHidden()


@pytest.mark.parametrize("page", ["", "http://kie.ai/billing", "file:///etc/passwd"])
def test_only_a_page_of_the_vendor_s_is_ever_opened(composer: Composer, page: str) -> None:
    assert KIE.credit_page_of(KIE.wallet_at("https://elsewhere.example")) == ""
    composer.shortage.page = page
    composer.set_available(109_99)
    buy = composer.shortage.buy
    assert buy is None or buy.isHidden()
    assert not open_page(page)


def test_the_question_for_the_most_to_hold_fits_a_narrow_window(composer: Composer) -> None:
    question = most_question(composer, 1_000_00)
    question.show()
    assert question.width() <= 400
    question.close()


def test_a_second_click_on_more_takes_never_comes_upon_the_button_that_pays(
    composer: Composer,
) -> None:
    composer.prompt.setPlainText("một con mèo")
    takes, places = composer.controls.takes, set()
    for _ in range(MOST_TAKES):
        QTest.qWait(0)
        places.add(takes.more.mapTo(composer, QPoint()).toTuple())
        takes.more.click()
    QTest.qWait(0)
    places.add(takes.more.mapTo(composer, QPoint()).toTuple())
    assert len(places) == 1
