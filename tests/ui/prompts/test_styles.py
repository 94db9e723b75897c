"""A style in the form: what is sent is what is shown, and only what it brought goes with it."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.requests import KIE
from videogen_desktop.domain.preset import Preset
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.services.presets import shipped_presets
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.composer.composer import Composer
from videogen_desktop.ui.prompts.style_presenter import StylePresenter
from videogen_desktop.ui.prompts.writing_tools import WritingTools
from videogen_desktop.ui.theme.tokens import LIGHT

CAT = "Một con mèo"
PRICED = next(one for one in KIE.models if one.id == "kling-3.0/video")


@pytest.fixture
def styles(qtbot: QtBot) -> StylePresenter:
    composer = Composer(LIGHT)
    qtbot.addWidget(composer)
    composer.offer(KIE)
    composer.model.choose(PRICED)
    composer.set_available(100_000_00)
    # Nothing here asks the engine.
    bridge = cast(EngineBridge, None)
    tools = WritingTools(LIGHT)
    composer.controls.place_beside(tools)
    presenter = StylePresenter(composer, bridge, tools, LIGHT)
    composer.show()
    return presenter


def style(words: str = "my words", **options: str | int) -> Preset:
    return Preset("s", {"": "Kiểu"}, VideoRequest("", words, options), is_own=True)


def test_the_price_follows_a_styles_options_and_comes_back(styles: StylePresenter) -> None:
    composer = styles._composer
    composer.choices.choose("duration", 5)
    composer.choices_changed()
    before, said = composer.price, composer.button.text()
    styles.apply(style(duration=10))
    assert composer.button.text() != said
    assert composer.request.options["duration"] == 10
    assert composer.price is not None and before is not None and composer.price > before
    styles.strip.remove.click()
    assert (composer.request.options["duration"], composer.price) == (5, before)
    assert composer.button.text() == said


def test_what_was_changed_since_stays_when_the_style_goes(styles: StylePresenter) -> None:
    composer = styles._composer
    styles.apply(style(duration=10, aspect_ratio="9:16"))
    composer.choices.choose("duration", 7)
    styles.remove_style()
    assert composer.request.options["duration"] == 7
    assert composer.request.options["aspect_ratio"] == "16:9"


def test_another_style_takes_the_place_of_the_first(styles: StylePresenter) -> None:
    composer = styles._composer
    composer.write(CAT)
    first, second = shipped_presets()[:2]
    styles.apply(first)
    styles.apply(second)
    assert composer.request.prompt == f"{CAT}\n\n{second.fragment}"
    styles.remove_style()
    assert composer.request.prompt == CAT


def test_what_a_style_is_called_is_found_before_what_it_says(styles: StylePresenter) -> None:
    styles._presets = shipped_presets()
    # In "motion", too, of a style that is on.
    styles.apply(next(one for one in shipped_presets() if "motion" in one.fragment))
    styles._offer_styles()
    assert styles._list is not None
    QTest.keyClicks(styles._list.search, "mon")
    QTest.keyClick(styles._list.search, Qt.Key.Key_Return)
    assert styles._style is not None
    assert styles._style.names["vi"] == "Món ăn"


def test_a_style_alone_is_not_sent_whatever_is_pressed(
    styles: StylePresenter, qtbot: QtBot
) -> None:
    composer = styles._composer
    styles.apply(style())
    with qtbot.assertNotEmitted(composer.requested):
        QTest.keyClick(composer.prompt, Qt.Key.Key_Return)
        composer.submit()
    assert composer.request.prompt == ""


def test_a_video_made_again_is_in_its_own_style_or_in_none(styles: StylePresenter) -> None:
    composer = styles._composer
    first, second = shipped_presets()[:2]
    styles.apply(first)
    composer.reuse(VideoRequest(PRICED.id, second.styled(CAT)))
    assert styles.style is second
    assert composer.prompt.toPlainText() == CAT
    composer.reuse(VideoRequest(PRICED.id, CAT, original_prompt="a cat"))
    assert styles.style is None
    assert (composer.request.prompt, composer.request.original_prompt) == (CAT, "a cat")
    styles.apply(first)
    composer.write("Con chó")
    assert composer.request.prompt == first.styled("Con chó"), "a text alone changes no style"
