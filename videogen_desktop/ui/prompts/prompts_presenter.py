"""Joins the form to kept descriptions, to those of earlier videos, and to the text helper."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from videogen_desktop.domain.preset import Preset
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.composer.composer import Composer
from videogen_desktop.ui.prompts.style_presenter import StylePresenter
from videogen_desktop.ui.prompts.writing_tools import WritingTools
from videogen_desktop.ui.shortcuts.table import Command, Place, bindings, command_of
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from concurrent.futures import Future

    from PySide6.QtWidgets import QDialog

    from videogen_desktop.domain.saved_prompt import HistoryPage, SavedPrompt
    from videogen_desktop.domain.text_helper import HelperTask, Rewritten
    from videogen_desktop.ui.prompts.pick_list import PickList
    from videogen_desktop.ui.prompts.rewriting_dialog import RewritingDialog

_SNIPPET_CHARACTERS = 400


class PromptsPresenter(QObject):
    """Made with the first models. Main thread only; nothing of it waits."""

    problemFound = Signal(object)  # BaseException
    noticeGiven = Signal(str)
    settingsAsked = Signal()

    def __init__(self, composer: Composer, bridge: EngineBridge, tokens: Tokens) -> None:
        super().__init__(composer)
        self._composer, self._bridge, self._tokens = composer, bridge, tokens
        self._list: PickList | None = None
        self._dialog: QDialog | None = None
        self._asking: Future[Any] | None = None
        self._slash = ""
        self._keys = bindings(Place.PROMPT)
        self.tools = WritingTools(tokens)
        composer.controls.place_beside(self.tools)
        self.styles = StylePresenter(composer, bridge, self.tools, tokens)
        self.styles.problemFound.connect(self.problemFound)
        self.styles.noticeGiven.connect(self.noticeGiven)
        composer.prompt.installEventFilter(self)
        composer.prompt.textChanged.connect(self._forget_original)
        self.tools.helpAsked.connect(self.open_help)

    def leave_library(self) -> None:
        """It is being closed: what was asked gets no answer any more."""
        self.styles.leave_library()
        if self._dialog is not None:
            self._dialog.reject()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.styles.set_tokens(tokens)
        if self._list is not None:
            self._list.set_tokens(tokens)

    # --- snippets ----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        prompt = self._composer.prompt
        # Within a word that is still being composed both keys are the input method's.
        if prompt.is_composing or command_of(event, self._keys) is not Command.INSERT_KEPT:
            return False
        # X11 says NUL for Ctrl+Space, which nobody sees and which ends a text for screen readers.
        is_sign = bool(event.text().strip()) and event.text().isprintable()
        if is_sign and not prompt.textCursor().atBlockStart():
            return False
        # It stays in the text where nothing is taken.
        self.open_snippets(event.text() if is_sign else "")
        return True

    @Slot()
    def open_snippets(self, typed: str = "") -> None:
        """Kept descriptions, used last first, then those of earlier videos."""
        self._slash = typed
        title = self.tr("Kept descriptions")
        nothing = self.tr("Nothing is kept by these words yet.")
        words = (title, self.tr("Search kept and earlier descriptions…"), nothing)
        picks = self._snippets
        picks.name(*words)
        picks.show_lines([])
        picks.open_at(self._composer.prompt)
        self._find_snippets("")

    @property
    def _snippets(self) -> "PickList":
        """Made when it is first opened."""
        from videogen_desktop.ui.prompts.pick_list import PickList

        if self._list is None:
            self._list = PickList(self._tokens, self._composer.window(), "snippetList")
            self._list.chosen.connect(self._insert)
            self._list.wordsChanged.connect(self._find_snippets)
            self._list.closed.connect(self._list_closed)
        return self._list

    @Slot(bool)
    def _list_closed(self, has_taken: bool) -> None:
        slash, self._slash = self._slash, ""
        if slash and not has_taken:
            self._composer.prompt.insertPlainText(slash)
        self._composer.prompt.setFocus()

    @Slot(str)
    def _find_snippets(self, words: str) -> None:
        async def found(engine: Any) -> "tuple[tuple[SavedPrompt, ...], HistoryPage]":
            prompts = engine.writing.prompts
            return await prompts.saved(words), await prompts.history(words)

        self._bridge.ask(found, partial(self._show_snippets, words), self.problemFound.emit)

    def _show_snippets(
        self, words: str, found: "tuple[tuple[SavedPrompt, ...], HistoryPage]"
    ) -> None:
        from videogen_desktop.ui.prompts.pick_list import Pick
        from videogen_desktop.ui.text_format import one_line

        picks = self._snippets
        if not picks.isVisible() or picks.search.text() != words:
            # A letter more was typed meanwhile.
            return
        saved, history = found
        kept, earlier = self.tr("Kept"), self.tr("Earlier video")
        lines = [
            Pick(one, one_line(one.text, _SNIPPET_CHARACTERS), one.folder or kept) for one in saved
        ]
        known = {one.text for one in saved}
        lines += [
            Pick(text, one_line(text, _SNIPPET_CHARACTERS), earlier)
            for text in history.prompts
            if text not in known
        ]
        picks.show_lines(lines)

    @Slot(object)
    def _insert(self, taken: "SavedPrompt | str") -> None:
        self._slash = ""
        text = taken if isinstance(taken, str) else taken.text
        if not isinstance(taken, str):
            prompt_id = taken.id
            self._bridge.ask(lambda engine: engine.writing.prompts.used(prompt_id))
        prompt = self._composer.prompt
        if prompt.toPlainText().strip():
            prompt.insertPlainText(text)
            prompt.setFocus()
        else:
            self._composer.write(text)

    def keep_prompt(self) -> None:
        """Keep what is written, as it stands."""
        text = self._composer.prompt.toPlainText()
        self._bridge.ask(
            lambda engine: engine.writing.prompts.keep(text),
            self._prompt_kept,
            self.problemFound.emit,
        )

    def _prompt_kept(self, kept: "SavedPrompt | None") -> None:
        words = self.tr("The description was kept. Ctrl+Space finds it again.")
        if kept is None:
            words = self.tr("This description is kept already.")
        self.noticeGiven.emit(words)

    @Slot()
    def open_library(self) -> None:
        """Kept descriptions, earlier ones and own styles, to be used and put in order."""
        from videogen_desktop.ui.prompts.library_dialog import PromptLibraryDialog
        from videogen_desktop.ui.prompts.library_presenter import PromptLibraryPresenter

        dialog = PromptLibraryDialog(self._tokens, self._composer.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        presenter = PromptLibraryPresenter(dialog, self._bridge)
        presenter.used.connect(self._use)
        presenter.problemFound.connect(self.problemFound)
        dialog.finished.connect(self._dialog_ended)
        self._dialog = dialog
        dialog.open()

    @Slot(object)
    def _use(self, taken: "SavedPrompt | Preset | str") -> None:
        if isinstance(taken, Preset):
            self.styles.apply(taken)
        else:
            self._insert(taken)

    # --- the text helper ---------------------------------------------------------------------

    @Slot()
    def open_help(self) -> None:
        """What can be done with the description."""
        menu = QMenu(self._composer.window())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        has_text = bool(self._composer.prompt.toPlainText().strip())
        for words, act, needs_text in (
            (self.tr("Write better"), partial(self.rewrite, "improve"), True),
            (
                self.tr("Translate into English"),
                partial(self.rewrite, "translate"),
                True,
            ),
            ("", None, False),
            (self.tr("Insert a kept description…"), self.open_snippets, False),
            (self.tr("Keep this description"), self.keep_prompt, True),
            (self.tr("Library of descriptions…"), self.open_library, False),
        ):
            if act is None:
                menu.addSeparator()
                continue
            line = menu.addAction(words)
            line.setEnabled(has_text or not needs_text)
            line.triggered.connect(lambda _checked=False, act=act: act())
        button = self.tools.help
        place = button.mapToGlobal(button.rect().topLeft())
        menu.popup(place - menu.rect().bottomLeft())
        menu.move(place.x(), place.y() - menu.sizeHint().height() - 4)

    def rewrite(self, name: str) -> None:
        """Ask the helper for the task of this name; its text is shown beside the description before
        it is taken."""
        from videogen_desktop.domain.text_helper import HelperTask
        from videogen_desktop.ui.prompts.rewriting_dialog import RewritingDialog

        task, text = HelperTask(name), self._composer.prompt.toPlainText()
        dialog = RewritingDialog(self._tokens, self._composer.window(), task, text)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(self._take_rewritten)
        dialog.settingsAsked.connect(self.settingsAsked)
        dialog.againAsked.connect(partial(self._ask_helper, dialog, task, text))
        dialog.finished.connect(self._dialog_ended)
        self._dialog = dialog
        dialog.open()
        self._ask_helper(dialog, task, text)

    def _ask_helper(self, dialog: "RewritingDialog", task: "HelperTask", text: str) -> None:
        dialog.show_waiting()
        self._asking = self._bridge.ask(
            lambda engine: engine.writing.helper.rewritten(task, text),
            dialog.show_rewritten,
            dialog.show_error,
        )

    @Slot(object)
    def _take_rewritten(self, rewritten: "Rewritten") -> None:
        choices = self._composer.choices
        # Written better and then translated: what the user typed is the first of the three.
        self._composer.write(rewritten.after, choices.original or rewritten.before)

    @Slot()
    def _dialog_ended(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
        self._asking = self._dialog = None
        self._composer.prompt.setFocus()

    @Slot()
    def _forget_original(self) -> None:
        choices = self._composer.choices
        if choices.original and not self._composer.prompt.toPlainText().strip():
            choices.original = ""
