"""Styles, kept descriptions and the text helper in the real window, over the real sandbox."""

import json
import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.acceptance.conftest import OnDisk, OpenDesktop
from tests.ui.acceptance.running_desktop import RunningDesktop
from videogen_desktop.domain.preset import Preset
from videogen_desktop.domain.saved_prompt import SavedPrompt
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.text_helper import TRIAL
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.settings import save_settings
from videogen_desktop.ui.prompts.library_dialog import PromptLibraryDialog
from videogen_desktop.ui.prompts.library_presenter import PromptLibraryPresenter
from videogen_desktop.ui.prompts.prompts_presenter import PromptsPresenter
from videogen_desktop.ui.prompts.rewriting_dialog import RewritingDialog

CAT = "Một con mèo trên bãi biển"
KEYS = Qt.Key


@pytest.fixture
def helped(places: Directories) -> None:
    """The text helper is the trial wallet's own."""
    places.settings.parent.mkdir(parents=True, exist_ok=True)
    save_settings(
        places.settings,
        Settings(welcomed=True, text_helper_address=TRIAL, text_helper_model="trial-writer"),
    )


def prompts_of(running: RunningDesktop) -> PromptsPresenter:
    prompts = running._presenter.prompts
    assert prompts is not None
    return prompts


def opened(running: RunningDesktop, name: str) -> QWidget:
    """The popup of this name, once it is there."""
    found: list[QWidget] = []

    def is_there() -> bool:
        found[:] = [one for one in running.window.findChildren(QWidget, name) if one.isVisible()]
        return bool(found)

    running.until(is_there)
    picture(found[0], name)
    return found[0]


def picture(part: QWidget, name: str) -> None:
    """Kept where WRITING_PICTURES names a folder, to be looked at."""
    if folder := os.environ.get("WRITING_PICTURES"):
        QApplication.processEvents()
        part.grab().save(str(Path(folder) / f"{name}.png"))


def pick(running: RunningDesktop, name: str, words: str, expected: str) -> None:
    """Type until it is found, and press Enter."""
    popup = opened(running, name)
    search, view = popup.search, popup.view  # type: ignore[attr-defined]
    QTest.keyClicks(search, words)
    running.until(lambda: str(view.currentIndex().data() or "").startswith(expected))
    QTest.keyClick(search, KEYS.Key_Return)


@pytest.mark.full
@pytest.mark.usefixtures("helped")
def test_a_style_is_seen_sent_and_taken_back_with_what_it_brought(
    open_desktop: OpenDesktop, on_disk: OnDisk, places: Directories
) -> None:
    running = open_desktop()
    composer, prompts = running.window.composer, prompts_of(running)
    strip, before = prompts.styles.strip, composer.request.options["aspect_ratio"]
    QTest.keyClicks(composer.prompt, "a cat")
    prompts.tools.styles.click()
    pick(running, "styleList", "vlog doc", "Vlog dọc")
    assert strip.isVisible()
    assert strip.words.text().startswith("Phone vlog")
    assert composer.request.prompt == f"a cat\n\n{strip.words.text()}"
    assert composer.request.options["aspect_ratio"] == "portrait" != before
    assert "Vlog dọc" in prompts.tools.styles.accessibleName()
    picture(running.window, "styled")
    strip.remove.click()
    assert not strip.isVisible()
    assert composer.request.prompt == "a cat"
    assert composer.request.options["aspect_ratio"] == before
    prompts.tools.styles.click()
    pick(running, "styleList", "dien anh", "Điện ảnh")
    running.until(composer.button.isEnabled)
    shown = composer.request.prompt
    QTest.keyClick(composer.prompt, KEYS.Key_Return)
    running.until(running.ids)
    assert composer.prompt.toPlainText() == ""
    assert strip.isVisible(), "the next one is made in it too"
    assert not composer.button.isEnabled(), "a style alone is no video"
    QTest.keyClicks(composer.prompt, "unsent")
    running.end()
    assert on_disk.video().request.prompt == shown
    again = open_desktop()
    presenter = prompts_of(again)
    again.until(lambda: presenter.styles.style is not None)
    assert again.window.composer.prompt.toPlainText() == "unsent", "a draft keeps its style"


@pytest.mark.full
@pytest.mark.usefixtures("helped")
def test_a_description_is_kept_and_found_again_with_two_keys(
    open_desktop: OpenDesktop,
) -> None:
    running = open_desktop()
    composer, prompts = running.window.composer, prompts_of(running)
    editor = composer.prompt
    composer.write(CAT)
    prompts.keep_prompt()
    running.until(running.alerts)
    composer.write("")
    QTest.keyClick(editor, KEYS.Key_Slash)
    pick(running, "snippetList", "con meo", CAT)
    assert editor.toPlainText() == CAT
    composer.write("")
    QTest.keyClick(editor, KEYS.Key_Space, Qt.KeyboardModifier.ControlModifier)
    running.until(lambda: prompts._snippets.view.currentIndex().isValid())
    QTest.keyClick(prompts._snippets.search, KEYS.Key_Return)
    assert editor.toPlainText() == CAT, "two keys, the one used last"
    composer.write("")
    QTest.keyClick(editor, KEYS.Key_Slash)
    QTest.keyClick(prompts._snippets.search, KEYS.Key_Escape)
    assert editor.toPlainText() == "/", "a slash that meant itself stays"
    composer.write("")
    QApplication.sendEvent(editor, QInputMethodEvent("đ", []))
    QTest.keyClick(editor, KEYS.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert not prompts._snippets.isVisible(), "never within a word that is being composed"


@pytest.mark.full
@pytest.mark.usefixtures("helped")
def test_the_helper_is_asked_shown_and_taken_and_both_texts_are_kept(
    open_desktop: OpenDesktop, on_disk: OnDisk
) -> None:
    running = open_desktop(sandbox="--speed 100 --fault text-rate-limited:1")
    composer, prompts = running.window.composer, prompts_of(running)
    composer.write(CAT)
    prompts.rewrite("improve")
    dialog = prompts._dialog
    assert isinstance(dialog, RewritingDialog)
    picture(dialog, "waiting")
    assert not dialog.take.isEnabled()
    running.until(dialog.again.isVisible)
    picture(dialog, "refused")
    assert composer.prompt.toPlainText() == CAT
    dialog.again.click()
    running.until(dialog.take.isEnabled)
    picture(dialog, "better")
    assert composer.prompt.toPlainText() == CAT, "nothing is taken before it is"
    dialog.back.click()
    assert composer.prompt.toPlainText() == CAT
    prompts.rewrite("translate")
    dialog = prompts._dialog
    assert isinstance(dialog, RewritingDialog)
    running.until(dialog.take.isEnabled)
    picture(dialog, "translated")
    QTest.keyClick(dialog, KEYS.Key_Return)
    dialog.take.click()
    assert composer.prompt.toPlainText() == "A cat on the beach"
    QTest.keyClick(composer.prompt, KEYS.Key_Return)
    running.until(running.ids)
    running.end()
    request = on_disk.video().request
    assert (request.prompt, request.original_prompt) == ("A cat on the beach", CAT)
    body = on_disk.video().body
    assert body is not None
    assert CAT not in json.dumps(json.loads(body), ensure_ascii=False)


@pytest.mark.full
def test_a_helper_is_set_up_where_it_is_missed(open_desktop: OpenDesktop) -> None:
    running = open_desktop()
    composer, prompts = running.window.composer, prompts_of(running)
    composer.write(CAT)
    prompts.rewrite("improve")
    dialog = prompts._dialog
    assert isinstance(dialog, RewritingDialog)
    running.until(dialog.set_up.isVisible)
    # Nothing to wait for, and nothing to try again.
    assert not (dialog.after.isVisible() or dialog.again.isVisible() or dialog.take.isVisible())
    assert dialog.set_up.hasFocus()
    picture(dialog, "helper-missing")
    QTest.keyClick(dialog.set_up, KEYS.Key_Space)
    settings = running._presenter.dialog
    assert settings is not None
    page = settings.text_helper
    running.until(page.isVisible)
    picture(settings, "helper-off")
    QTest.keyClicks(page.address, "http://api.example.com/v1")
    QTest.keyClick(page.address, KEYS.Key_Return)
    assert page._wrong.isVisible()
    assert running._presenter.store.settings.text_helper_address is None
    page.address.clear()
    QTest.keyClicks(page.address, "http://192.168.1.7:11434")
    QTest.keyClick(page.address, KEYS.Key_Return)
    assert page.address.text() == "http://192.168.1.7:11434/v1", "as it is asked"
    assert running._presenter.store.settings.text_helper_address == "http://192.168.1.7:11434/v1"
    assert page._warning.isVisible()
    assert page.key.isVisible()
    picture(settings, "helper-open")
    page.off.click()
    assert running._presenter.store.settings.text_helper_address is None
    page.trial.click()
    assert not page.key.isVisible()
    page.find_models.click()
    running.until(page.models.isVisible)
    names = [line.text() for line in page.models.actions()]
    assert "trial-writer-mini" in names
    page.models.actions()[names.index("trial-writer-mini")].trigger()
    page.models.close()
    picture(settings, "helper-trial")
    assert running._presenter.store.settings.text_helper_model == "trial-writer-mini"
    settings.close()
    running.until(lambda: not running._presenter.store._not_in_the_file())
    prompts.rewrite("translate")
    dialog = prompts._dialog
    assert isinstance(dialog, RewritingDialog)
    running.until(dialog.take.isEnabled)
    dialog.reject()


@pytest.mark.full
def test_the_library_of_descriptions_is_put_in_order_and_carried_away(
    open_desktop: OpenDesktop, tmp_path: Path
) -> None:
    running = open_desktop()
    composer, prompts = running.window.composer, prompts_of(running)
    for text in (CAT, "Tô phở bốc khói"):
        composer.write(text)
        prompts.keep_prompt()
    prompts.styles._add_style("Kiểu phở")
    prompts.open_library()
    dialog = prompts._dialog
    assert isinstance(dialog, PromptLibraryDialog)
    running.until(lambda: dialog._rows.rowCount() == 2)
    picture(dialog, "library")
    QTest.keyClicks(dialog.search, "pho")
    running.until(lambda: dialog._rows.rowCount() == 1)
    QTest.keyClicks(dialog.name, "Mon an")
    dialog.save.click()
    running.until(lambda: isinstance(dialog.current, SavedPrompt) and dialog.current.folder)
    dialog.search.clear()
    running.until(lambda: dialog._rows.rowCount() == 2)
    picture(dialog, "library-folders")
    presenter = dialog.findChild(PromptLibraryPresenter)
    assert presenter is not None
    presenter.export_to(str(tmp_path / "out.json"))
    running.until(lambda: "3" in dialog.said.text())
    dialog.remove.click()
    running.until(dialog.undo.isVisible)
    running.until(lambda: dialog._rows.rowCount() == 1)
    presenter.bring_from(str(tmp_path / "out.json"))
    running.until(lambda: dialog._rows.rowCount() == 2)
    presenter.bring_from(__file__)
    running.until(lambda: "JSON" not in dialog.said.text() and dialog.said.text())
    dialog.shelves._group.button(2).click()
    running.until(lambda: isinstance(dialog.current, Preset))
    picture(dialog, "library-styles")
    composer.write("")
    dialog.use.click()
    assert prompts.styles.style is not None
    assert prompts.styles.style.fragment == "Tô phở bốc khói"
