"""Joins the table of a batch to the engine: read, checked, priced, created, kept as a draft."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from videogen_desktop.domain.batch import BatchDefaults, CheckedRow
from videogen_desktop.domain.batch_columns import FILES, MODEL, PRESET, PROMPT, TAKES
from videogen_desktop.domain.batch_text import BatchTable
from videogen_desktop.domain.credits import HUNDREDTHS_PER_CREDIT
from videogen_desktop.ui.batch import sheet, wording
from videogen_desktop.ui.batch.admission import Admission, Order
from videogen_desktop.ui.batch.dialog import FILE_NAMES, BatchDialog, Page
from videogen_desktop.ui.batch.queue_presenter import QueuePresenter
from videogen_desktop.ui.batch.table_model import RowState
from videogen_desktop.ui.batch.total import show_total
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.composer.composer_presenter import most_question
from videogen_desktop.ui.option_wording import ASPECT_RATIO, in_order, role_name, value_text
from videogen_desktop.ui.text_format import one_line, shape_label
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from videogen_desktop.domain.events import Event
    from videogen_desktop.domain.request import OptionValue
    from videogen_desktop.services.wallet_engine import WalletEngine
    from videogen_desktop.ui.composer.composer import Composer

# Several changes are one look: typing in the composer, say.
_AFTER_CHANGE_MS = 150
_DRAFT_AFTER_MS = 1_000
_DRAFT, _LONGEST_NAME = "batch", 60


class BatchPresenter(QObject):
    """Made when it is first wanted. Main thread only.

    A look at the rows that was asked for before the last change is answered to nobody: the button
    never says what the rows of a moment ago cost.
    """

    problemFound = Signal(object)  # BaseException
    created = Signal(int)  # how many videos were reserved, all at once
    resultSaved = Signal(object)  # Path

    def __init__(
        self, bridge: EngineBridge, composer: "Composer", window: "QWidget", tokens: Tokens
    ) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._composer = composer
        self._window = window
        self._tokens = tokens
        self._generation = 0
        self._rows: tuple[CheckedRow, ...] | None = None
        # For all rows together, where nobody knows what some cost.
        self._most: int | None = None
        self._admission = Admission(bridge, window)
        self._admission.admitted.connect(self._admitted)
        self._admission.refused.connect(self._refused)
        self._of_composer, self._name = "", ""
        # What was wanted before the draft of last time stood in the table.
        self._wanted: list[Callable[[], None]] | None = []
        self._due = QTimer(self, singleShot=True, interval=_AFTER_CHANGE_MS)
        self._due.timeout.connect(self._check)
        self._draft_due = QTimer(self, singleShot=True, interval=_DRAFT_AFTER_MS)
        self._draft_due.timeout.connect(self.note)
        self.dialog = self._made_dialog()
        self.queue = self._made_queue()
        composer.chosen.connect(self._composer_changed)
        self._bridge.ask(_draft, self._show_draft, self._no_draft)

    # --- ways in -----------------------------------------------------------------------------

    def open(self, page: Page = Page.TABLE) -> None:
        """Show what there is."""
        self._show_composer()
        self.dialog.bring_to_front()
        self.dialog.show_page(page)
        self._show_total()

    def open_lines(self, prompt: str) -> None:
        """Open with the composer's lines as rows; the composer is emptied once they are videos."""
        self.open()
        self._once_ready(partial(self._take_lines, prompt))

    def open_template(self, prompt: str) -> None:
        """Open with the composer's description, which has variables."""
        self._of_composer = prompt
        self.dialog.template.show_template(prompt, self.dialog.template.texts)
        self.open(Page.TEMPLATE)

    @Slot(str)
    def take_text(self, text: str) -> None:
        """Lines, or columns from a spreadsheet: more rows."""
        if text.strip():
            self._once_ready(partial(self._read_text, text))

    @Slot(object)
    def take_file(self, path: Path) -> None:
        """Open with the rows of this file."""
        self.open()
        self._once_ready(partial(self._read_file, path))

    @Slot()
    def ask_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from videogen_desktop.ui.file_dialog import file_dialog

        dialog = file_dialog(self.dialog, wording.open_file().rstrip("…"))
        dialog.setObjectName("batchFile")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(" ".join(f"*{suffix}" for suffix in FILE_NAMES))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._picked)
        dialog.open()

    def open_queue(self) -> None:
        """Show how far everything is."""
        self.open(Page.QUEUE)

    def follow(self, event: "Event") -> None:
        """What the engine says: money, other models, and batches."""
        from videogen_desktop.domain.events import BalanceChanged, OfferChanged

        self.queue.follow(event)
        if isinstance(event, BalanceChanged):
            self._show_total()
        elif isinstance(event, OfferChanged):
            self._composer_changed()

    def library_opened(self) -> None:
        """Another one, or this one again: its batches, and its prices."""
        self.queue.read()
        if self._wanted is not None:
            self._bridge.ask(_draft, self._show_draft, self._no_draft)
        self._changed()

    def leave_library(self) -> None:
        """It is being closed: nothing of it is answered any more."""
        self._generation += 1
        self._rows = None
        self._admission.forget()
        self._due.stop()
        self.queue.leave_library()
        self.dialog.close()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.dialog.set_tokens(tokens)

    # --- rows --------------------------------------------------------------------------------

    @Slot(str)
    def _picked(self, path: str) -> None:
        self.take_file(Path(path))

    def _once_ready(self, do: Callable[[], None]) -> None:
        if self._wanted is None:
            do()
        else:
            self._wanted.append(do)

    def _take_lines(self, prompt: str) -> None:
        lines = [line.strip() for line in prompt.split("\n") if line.strip()]
        self._of_composer = prompt
        # Opened again, they stand there already.
        if list(sheet.described(self.dialog.model.table))[-len(lines) :] != lines:
            self._read_text(prompt)

    def _read_text(self, text: str) -> None:
        self.dialog.show_busy(wording.reading())
        self._bridge.ask(lambda engine: engine.batches.read_text(text), self._add, self._unreadable)

    def _read_file(self, path: Path) -> None:
        self._name = path.stem
        self.dialog.show_busy(wording.reading())
        self._bridge.ask(lambda engine: engine.batches.read_file(path), self._add, self._unreadable)

    def _add(self, table: BatchTable) -> None:
        self.dialog.show_busy("")
        model = self.dialog.model
        model.show_table(sheet.joined(model.table, table))
        self._due.stop()
        self._check()
        # Enter presses what the dialog is for.
        self.dialog.table.setFocus()

    def _unreadable(self, error: BaseException) -> None:
        self.dialog.show_busy("")
        self.problemFound.emit(error)

    @Slot()
    def _changed(self) -> None:
        self._generation += 1
        self._rows = None
        self._draft_due.start()
        self._due.start()
        self._show_total()

    @Slot()
    def _composer_changed(self) -> None:
        if self.dialog.isVisible():
            self._show_composer()
            self._changed()

    @Slot()
    def _check(self) -> None:
        table = self.dialog.model.table
        self._generation += 1
        self._rows = None
        if table.rows:
            answered = partial(self._checked, self._generation)
            failed = partial(self._unchecked, self._generation)
            defaults, most = self._defaults(), self._most
            self._bridge.ask(
                lambda engine: engine.batches.checker.check(table, defaults, most=most),
                answered,
                failed,
            )
        self._show_total()

    def _checked(self, generation: int, rows: Sequence[CheckedRow]) -> None:
        if generation != self._generation:
            return
        self._rows = tuple(rows)
        self.dialog.model.show_states(map(RowState.of, rows))
        self._show_total()

    def _unchecked(self, generation: int, error: BaseException) -> None:
        if generation == self._generation:
            self.problemFound.emit(error)

    def _defaults(self) -> BatchDefaults:
        """The composer's choices; its description is not a row's that has none."""
        from dataclasses import replace

        composer = self._composer
        bare = replace(composer.request, prompt="")
        return BatchDefaults(bare, composer.takes, composer.choices.fragment)

    def _price_of_one(self) -> int | None:
        return self._composer.price

    # --- what is said ------------------------------------------------------------------------

    def _show_composer(self) -> None:
        """What an empty cell takes: said above the rows, and faintly in the cells."""
        choices, takes = self._composer.choices, self._composer.takes
        model = choices.model
        values = {role: _said(role, value) for role, value in in_order(choices.options)}
        title = "" if model is None else model.title
        style, several = choices.style_name, [f"×{takes}"] if takes > 1 else []
        known = {**values, MODEL: title, TAKES: str(takes), PRESET: style}
        self.dialog.model.show_defaults(known)
        parts = (title, *values.values(), *several, style)
        self.dialog.show_defaults([part for part in parts if part])
        roles = () if model is None else tuple(one.role for one in model.parameters)
        own = [means for means in sheet.ORDER if means != PROMPT]
        slots = () if model is None else model.slots
        offered = [one for one in own if one != FILES or slots]
        self.dialog.offer_columns(list(dict.fromkeys((*offered, *roles))))

    @Slot()
    def _show_total(self) -> None:
        count, rows = len(self.dialog.model.table.rows), self._rows
        if self._admission.is_busy:
            self.dialog.show_state(wording.creating())
            self.dialog.show_create(self.dialog.create_button.text(), can_create=False)
        elif not count:
            self.dialog.show_state("")
            self.dialog.show_create(wording.nothing_to_create(), can_create=False)
        elif rows is None:
            self.dialog.show_state(wording.checking())
            self.dialog.show_create(self.dialog.create_button.text(), can_create=False)
        else:
            show_total(self.dialog, rows, self._composer.available)

    @Slot()
    def _ask_most(self) -> None:
        """Nobody knows what some rows cost: how much may be held for all of them together?"""
        question = most_question(self.dialog, self._composer.available or 0)
        question.intValueSelected.connect(self._hold_most)
        question.open()

    @Slot(int)
    def _hold_most(self, credit: int) -> None:
        self._most = credit * HUNDREDTHS_PER_CREDIT
        self._check()

    # --- create ------------------------------------------------------------------------------

    @Slot()
    def _create(self) -> None:
        rows = self._rows
        if rows is None or self._admission.is_busy or not self.dialog.create_button.isEnabled():
            return
        table = self.dialog.model.table
        name = self._name or one_line(sheet.described(table)[0], _LONGEST_NAME)
        self._admission.ask_for(table, rows, name)
        self._show_total()

    @Slot(object)
    def _admitted(self, order: Order) -> None:
        if self.dialog.model.table is order.table:
            self.dialog.model.show_table(sheet.EMPTY, can_undo=False)
        if self._of_composer and self._composer.prompt.toPlainText() == self._of_composer:
            self._composer.request_accepted()
        self._of_composer, self._name, self._most = "", "", None
        self.note()
        self.dialog.close()
        self._composer.prompt.setFocus()
        self.created.emit(order.total.videos)

    @Slot(object)
    def _refused(self, error: BaseException | None) -> None:
        """Every row is where it was."""
        if error is not None:
            self.problemFound.emit(error)
        self._check()

    # --- the draft ---------------------------------------------------------------------------

    @Slot()
    def note(self) -> None:
        """Keep what is half made; also at the end."""
        self._draft_due.stop()
        if self._wanted is not None:
            # Not read yet: nothing may take its place.
            return
        template = self.dialog.template
        is_empty = not self.dialog.model.table.rows and not template.template.toPlainText()
        text = ""
        if not is_empty:
            written = template.template.toPlainText()
            text = sheet.as_json(self.dialog.model.table, written, template.texts)
        self._bridge.ask(
            lambda engine: engine.preferences.drafts.keep(_DRAFT, text), failed=_nothing
        )

    def _show_draft(self, text: str) -> None:
        try:
            table, template, lists = sheet.from_json(text)
        except ValueError:
            table, template, lists = sheet.EMPTY, "", {}
        if table.rows:
            self.dialog.model.show_table(table, can_undo=False)
        if template and not self.dialog.template.template.toPlainText():
            self.dialog.template.show_template(template, lists)
        wanted, self._wanted = self._wanted or [], None
        for do in wanted:
            do()

    def _no_draft(self, _error: BaseException) -> None:
        self._show_draft("")

    # --- within ------------------------------------------------------------------------------

    def _made_queue(self) -> QueuePresenter:
        queue = QueuePresenter(self._bridge, self.dialog.queue, self._window)
        queue.changed.connect(self.dialog.show_running)
        queue.problemFound.connect(self.problemFound)
        queue.saved.connect(self.resultSaved)
        queue.read()
        return queue

    def _made_dialog(self) -> BatchDialog:
        dialog = BatchDialog(self._tokens, self._window, self._price_of_one)
        dialog.model.changed.connect(self._changed)
        dialog.textPasted.connect(self.take_text)
        dialog.fileDropped.connect(self.take_file)
        dialog.fileWanted.connect(self.ask_file)
        dialog.createRequested.connect(self._create)
        dialog.mostWanted.connect(self._ask_most)
        dialog.template.changed.connect(self._draft_due.start)
        return dialog


def _said(role: str, value: "OptionValue") -> str:
    """A choice of the composer's as it is said among others."""
    if role == ASPECT_RATIO:
        return str(value) if ":" in str(value) else shape_label(str(value))
    words = value_text(role, value)
    return f"{role_name(role)}: {words}" if isinstance(value, bool) else words


async def _draft(engine: "WalletEngine") -> str:
    return await engine.preferences.drafts.kept(_DRAFT)


def _nothing(_error: BaseException) -> None:
    """A draft that could not be kept costs nothing that was paid for."""
