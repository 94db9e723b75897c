"""Opens windows with everything that surrounds them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.living_window import LivingWindow, open_window
from videogen_desktop.domain.settings import Settings
from videogen_desktop.ui.theme.theme import Theme
from videogen_desktop.ui.translation import Language, Translation

OpenLife = Callable[..., LivingWindow]


@pytest.fixture
def open_life(
    qtbot: QtBot, theme: Theme, language: Translation, tmp_path: Path
) -> Iterator[OpenLife]:
    """Keywords go to AccountStudio; English, as the texts stand in the code."""
    language.use(Language.ENGLISH)
    opened: list[LivingWindow] = []

    def open_one(settings: Settings | None = None, **options: Any) -> LivingWindow:
        chosen = settings or Settings(welcomed=True, language="en")
        living = open_window(qtbot, theme, language, tmp_path, settings=chosen, **options)
        opened.append(living)
        return living

    yield open_one
    for living in opened:
        living.end()
