"""A form that offers every model of a vendor, with credits to spend."""

import pytest
from pytestqt.qtbot import QtBot

from tests.requests import KIE
from videogen_desktop.ui.composer.composer import Composer
from videogen_desktop.ui.theme.theme import Theme
from videogen_desktop.ui.translation import Translation


@pytest.fixture
def composer(qtbot: QtBot, theme: Theme, language: Translation) -> Composer:
    composer = Composer(theme.tokens)
    qtbot.addWidget(composer)
    composer.offer(KIE)
    composer.set_available(1_000_00)
    composer.resize(1280, 300)
    composer.show()
    return composer
