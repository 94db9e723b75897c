"""What a person left in the window is there the next time."""

from PySide6.QtCore import QSize

from tests.ui.acceptance.conftest import OpenDesktop

DRAFT = "Một con mèo tam thể\nngủ trên mái nhà"


def test_draft_shape_place_and_choices_survive_a_restart(open_desktop: OpenDesktop) -> None:
    running = open_desktop()
    running.window.resize(700, 650)
    running.write(DRAFT)
    (portrait,) = (
        button
        for button in running.window.composer.aspect.buttons()
        if button.aspect_ratio == "portrait"
    )
    portrait.click()
    running.choose(language="en")
    running.end()
    again = open_desktop()
    assert again.window.size() == QSize(700, 650)
    assert again.window.composer.prompt.toPlainText() == DRAFT
    assert again.window.composer.aspect.current == "portrait"
    assert again.window.composer.button.accessibleName() == "Create video · 100 credits"
    # Sent, it is a draft no more.
    again.until(again.window.composer.button.isEnabled)
    again.press_enter()
    again.until(again.ids)
    again.until(lambda: not again.window.composer.prompt.toPlainText())
    again.end()
    assert open_desktop().window.composer.prompt.toPlainText() == ""
