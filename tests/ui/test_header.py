from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.requests import SANDBOX_WALLET
from tests.ui.language.clipping import clipped_texts
from tests.ui.language.scene import settle
from videogen_desktop.domain.ledger import Balance
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.ui.header import Header
from videogen_desktop.ui.theme.theme import Theme
from videogen_desktop.ui.translation import Translation

WALLET = Wallet("wallet", SANDBOX_WALLET)


@pytest.fixture
def header(qtbot: QtBot, theme: Theme, language: Translation) -> Iterator[Header]:
    frame = QWidget()
    qtbot.addWidget(frame)
    header = Header(theme.tokens, frame)
    header.show_wallet(WALLET)
    header.badge.show_balance(Balance("wallet", 123_456_50, 0, 1), is_play_money=True)
    frame.resize(1_300, 200)
    frame.show()
    yield header
    frame.close()


def widen(header: Header, width: int) -> None:
    header.resize(width, header.sizeHint().height())
    settle()


def test_the_name_goes_before_the_money_is_cut(header: Header) -> None:
    widen(header, 1024)
    assert header._name.isVisible()
    widen(header, 440)
    assert not header._name.isVisible()
    assert header._play_money.isVisible()
    assert header.badge.width() >= header.badge.sizeHint().width()
    assert clipped_texts(header) == []
    widen(header, 1024)
    assert header._name.isVisible()


@pytest.mark.usefixtures("larger_font")
def test_a_large_font_in_a_narrow_window_cuts_nothing(header: Header) -> None:
    widen(header, 480)
    assert header.badge.width() >= header.badge.sizeHint().width()
    assert header.settings.isVisible()
    assert clipped_texts(header) == []


def test_a_balance_that_grows_makes_room_for_itself(header: Header) -> None:
    header.badge.show_balance(Balance("wallet", 1_00, 0, 2), is_play_money=True)
    widen(header, 1024)
    widen(header, header.sizeHint().width())
    assert header._name.isVisible()
    header.badge.show_balance(Balance("wallet", 9_999_999_99, 0, 3), is_play_money=True)
    settle()
    assert not header._name.isVisible()
    assert header.badge.width() >= header.badge.sizeHint().width()
