from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.gallery.cards import card
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.ui.gallery.actions import CardAction, face_of
from videogen_desktop.ui.gallery.card_media import offer_place
from videogen_desktop.ui.gallery.overlay import CardOverlay
from videogen_desktop.ui.player.pool import PlayerPool


def test_what_a_failed_card_offers_is_drawn_where_its_button_comes(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(640, 480)
    parent.show()
    overlay = CardOverlay(PlayerPool(parent=parent), parent)
    media = QRect(24, 130, 292, 164)
    failed = card("a", state=VideoState.FAILED, reason=Reason.PROVIDER_FAILED)
    overlay.show_for(failed, media)
    button = overlay._texts[CardAction.RETRY]
    assert not button.isHidden()
    drawn = offer_place(media, face_of(CardAction.RETRY).text, button.font())
    assert drawn == button.geometry().translated(media.topLeft())
