"""A description and what the text helper would make of it, before anything is taken."""

from PySide6.QtCore import QCoreApplication, QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from videogen_desktop.domain.errors import TextHelperError
from videogen_desktop.domain.text_helper import HelperTask, Rewritten
from videogen_desktop.ui.errors import error_text
from videogen_desktop.ui.plain_label import form_button, plain_label
from videogen_desktop.ui.prompts.difference import DifferenceBlock, Part, differences
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.themed_dialog import ThemedDialog

_SIZE, _NARROW = QSize(780, 360), 640


class RewritingDialog(ThemedDialog):
    """Opens at the click and waits in the open. Main thread only."""

    taken = Signal(object)  # Rewritten
    settingsAsked = Signal()
    againAsked = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget, task: HelperTask, before: str) -> None:
        super().__init__(tokens, parent, "rewriting")
        self._tokens, self._task, self._before_text = tokens, task, before
        self._rewritten: Rewritten | None = None
        self._error: BaseException | None = None
        self.heading, self.note = plain_label("title"), plain_label("muted", wraps=True)
        self._before_name, self._after_name = plain_label("caption"), plain_label("caption")
        self.before, self.after = DifferenceBlock("before"), DifferenceBlock("after")
        self.take, self.back = form_button("primary"), form_button()
        self.settings, self.again = form_button("link"), form_button("link")
        self.set_up = form_button("primary")
        self._texts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out(tokens)
        self.take.clicked.connect(self._take)
        self.back.clicked.connect(self.reject)
        for way in (self.settings, self.set_up):
            way.clicked.connect(self._ask_settings)
        self.again.clicked.connect(self.againAsked)
        self.resize_on_screen(_SIZE)
        self.set_tokens(tokens)
        self.retranslate()
        self.show_waiting()

    def show_waiting(self) -> None:
        """The helper writes: nothing can be taken yet."""
        self._rewritten = self._error = None
        self._show()

    def show_rewritten(self, rewritten: Rewritten) -> None:
        """Both texts, with the words in which they differ."""
        self._rewritten = rewritten
        self._show()
        (self.take if self.take.isEnabled() else self.back).setFocus()

    def show_error(self, error: BaseException) -> None:
        """A sentence in place of a text; the description stays as it is."""
        self._error = error
        self._show()
        (self.set_up if self._is_not_set_up() else self.back).setFocus()

    def set_tokens(self, tokens: Tokens) -> None:
        super().set_tokens(tokens)
        self._tokens = tokens
        for block in (self.before, self.after):
            block.set_tokens(tokens)
        self._show()

    def retranslate(self) -> None:
        is_better = self._task is HelperTask.IMPROVE
        title = self.tr("Write better") if is_better else self.tr("Translate into English")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self._before_name.setText(self.tr("As you wrote it"))
        self._after_name.setText(self.tr("As the helper would write it"))
        self.before.setAccessibleName(self._before_name.text())
        self.after.setAccessibleName(self._after_name.text())
        self.take.setText(self.tr("Use this"))
        for way in (self.settings, self.set_up):
            way.setText(self.tr("Settings of the text helper"))
        self.again.setText(self.tr("Try again"))
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        is_narrow = event.size().width() < _NARROW
        self._texts.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def _show(self) -> None:
        rewritten, tokens = self._rewritten, self._tokens
        is_waiting = rewritten is None and self._error is None
        before: tuple[Part, ...] = (Part(self._before_text, False),)
        after: tuple[Part, ...] = ()
        if rewritten is not None:
            before, after = differences(rewritten.before, rewritten.after)
        self.before.show_parts(before, tokens.danger, tokens.danger_soft)
        self.after.show_parts(after, tokens.success, tokens.success_soft)
        is_same = rewritten is not None and rewritten.before == rewritten.after
        note = self.tr("The helper is writing…") if is_waiting else ""
        if self._error is not None:
            note = helper_problem(self._error)
        elif is_same:
            note = self.tr("The helper would change nothing.")
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.take.setEnabled(rewritten is not None and not is_same)
        self._show_ways()
        self.back.setText(self.tr("Cancel") if is_waiting else self.tr("Keep mine"))

    def _show_ways(self) -> None:
        """With no helper set up there is nothing to try again, and no second text to wait for."""
        not_set_up = self._is_not_set_up()
        for part in (self._after_name, self.after, self.take):
            part.setHidden(not_set_up)
        self._texts.setStretch(1, 0 if not_set_up else 1)
        self.set_up.setVisible(not_set_up)
        self.again.setVisible(self._error is not None and not not_set_up)
        self.settings.setVisible(isinstance(self._error, TextHelperError) and not not_set_up)

    def _is_not_set_up(self) -> bool:
        return isinstance(self._error, TextHelperError) and self._error.reason in _NOT_SET_UP

    @Slot()
    def _take(self) -> None:
        if self._rewritten is not None:
            self.taken.emit(self._rewritten)
            self.accept()

    @Slot()
    def _ask_settings(self) -> None:
        self.reject()
        self.settingsAsked.emit()

    def _lay_out(self, tokens: Tokens) -> None:
        for name, block in ((self._before_name, self.before), (self._after_name, self.after)):
            side = QVBoxLayout()
            side.setSpacing(tokens.space_1)
            side.addWidget(name)
            side.addWidget(block, 1)
            self._texts.addLayout(side, 1)
        self._texts.setSpacing(tokens.space_3)
        self.column.addWidget(self.heading)
        self.column.addLayout(self._texts, 1)
        self.column.addWidget(self.note)
        ways = (self.again, self.back, self.take, self.set_up)
        self.add_buttons(tokens, *ways, left=self.settings)


def helper_problem(error: BaseException) -> str:
    """The sentence for what kept the helper from writing. None of it costs credits."""
    if not isinstance(error, TextHelperError):
        return error_text(error)
    said = _problems().get(error.reason, error_text(error))
    return f"{said} ({error.said})" if error.said and error.reason in _WITH_WORDS else said


_NOT_SET_UP = frozenset({"off", "trial_only", "no_model"})
# Where the server's own words say more than we know.
_WITH_WORDS = frozenset({"refused", "not_found", "server", "unreachable"})


def _problems() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "off": translate(
            "TextHelper", "The text helper is off. Enter its address in the settings."
        ),
        "trial_only": translate(
            "TextHelper",
            "The helper for trials works with the trial wallet only. Enter an address.",
        ),
        "no_model": translate("TextHelper", "Choose a model for the text helper in the settings."),
        "unreachable": translate(
            "TextHelper", "The text helper cannot be reached. Check its address, and that it runs."
        ),
        "late": translate("TextHelper", "The text helper took too long and was stopped."),
        "cut": translate("TextHelper", "The connection to the text helper broke off. Try again."),
        "key": translate("TextHelper", "The text helper does not accept this key."),
        "not_found": translate(
            "TextHelper", "There is no such model or address at the text helper."
        ),
        "busy": translate(
            "TextHelper", "The text helper has too much to do. Try again in a while."
        ),
        "refused": translate("TextHelper", "The text helper refused the description."),
        "server": translate(
            "TextHelper", "The text helper has a problem of its own. Try again later."
        ),
        "moved": translate(
            "TextHelper",
            "The text helper names another address, to which nothing was sent. Enter that one.",
        ),
        "garbage": translate("TextHelper", "What answers at this address is no text helper."),
        "too_much": translate("TextHelper", "The text helper answered with far too much text."),
        "empty": translate("TextHelper", "The text helper answered with nothing."),
    }
