"""The dialogs that help to write, with texts that are longer than most."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.ui.language.scene import Scene
from videogen_desktop.domain.errors import TextHelperError
from videogen_desktop.domain.saved_prompt import PromptFolder, SavedPrompt, own_preset
from videogen_desktop.domain.text_helper import HelperTask, Rewritten
from videogen_desktop.ui.prompts.library_dialog import PromptLibraryDialog, Shelf
from videogen_desktop.ui.prompts.rewriting_dialog import RewritingDialog

CAT = "Một con mèo chơi với cuộn len, quay chậm"


def rewritten(scene: Scene) -> QWidget:
    dialog = RewritingDialog(scene.tokens, scene.frame, HelperTask.IMPROVE, CAT)
    dialog.show_rewritten(Rewritten(HelperTask.IMPROVE, CAT, f"{CAT}, nắng sớm bên cửa sổ"))
    return dialog


def not_rewritten(scene: Scene) -> QWidget:
    dialog = RewritingDialog(scene.tokens, scene.frame, HelperTask.TRANSLATE, CAT)
    dialog.show_error(TextHelperError("late"))
    return dialog


def no_helper(scene: Scene) -> QWidget:
    dialog = RewritingDialog(scene.tokens, scene.frame, HelperTask.IMPROVE, CAT)
    dialog.show_error(TextHelperError("off"))
    return dialog


def prompt_library(scene: Scene) -> QWidget:
    dialog = PromptLibraryDialog(scene.tokens, scene.frame)
    dialog.show_folders((PromptFolder("", 3), PromptFolder("Động vật nuôi trong nhà", 12)))
    dialog.show_lines([SavedPrompt("a", "Động vật nuôi trong nhà", CAT, 1)], is_more=False)
    return dialog


def own_styles(scene: Scene) -> QWidget:
    dialog = PromptLibraryDialog(scene.tokens, scene.frame)
    dialog.shelves.choose(Shelf.STYLES)
    dialog.show_lines([own_preset("a", "Của tôi", "quay chậm, nắng sớm", {})], is_more=False)
    return dialog


WRITING_DIALOGS: dict[str, Callable[[Scene], QWidget]] = {
    "rewriting": rewritten,
    "rewriting: refused": not_rewritten,
    "rewriting: no helper": no_helper,
    "prompt library": prompt_library,
    "prompt library: styles": own_styles,
}
