"""A description with variables and a list of values for each, with what they come to."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QResizeEvent, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.domain.batch_text import MOST_ROWS
from videogen_desktop.domain.prompt_template import (
    Combination,
    Fault,
    Filling,
    filling,
    read_template,
    rows_of,
    values_of,
    variables_in,
)
from videogen_desktop.ui.credit_text import credit_number, credits_text
from videogen_desktop.ui.plain_label import plain_label, set_role
from videogen_desktop.ui.text_format import one_line
from videogen_desktop.ui.theme.tokens import Tokens

_NARROW = 620
_TEMPLATE_LINES, _LIST_LINES = 3, 5
_LONGEST_EXAMPLE = 160


class TemplatePage(QWidget):
    """`changed` follows every change of what the lists come to. No text is ever set into an editor
    that somebody writes in: an input method composes there. Main thread only."""

    changed = Signal()

    def __init__(self, tokens: Tokens, price_of_one: Callable[[], int | None]) -> None:
        super().__init__()
        self._tokens = tokens
        self._price_of_one = price_of_one
        self._template = read_template("")
        self._filling = Filling(0)
        self.template = QPlainTextEdit()
        self.template.setObjectName("pasteBox")
        self.template.setTabChangesFocus(True)
        self._colours = VariableColours(tokens, self.template)
        self.lists: list[ValueList] = []
        # Of variables that stand there no more, by folded name: a brace is quickly deleted.
        self._kept: dict[str, str] = {}
        self._hint = plain_label("small", wraps=True)
        self._example = plain_label("small", wraps=True)
        self.total = plain_label("heading", wraps=True)
        self._ways = QFrame()
        self.each, self.step = QPushButton(), QPushButton()
        self._boxes = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out(tokens)
        self.template.textChanged.connect(self._read)
        self.retranslate()
        self._read()

    # --- what there is -----------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many rows the lists make; 0 where they make none."""
        is_empty = not self.template.toPlainText().strip()
        return 0 if is_empty or self._filling.fault is not None else self._filling.count

    def rows(self) -> tuple[str, ...]:
        """The descriptions."""
        return tuple(self._rows())

    @property
    def texts(self) -> dict[str, str]:
        """What stands in the lists, by variable."""
        return {box.name: box.editor.toPlainText() for box in self.lists}

    def show_template(self, text: str, lists: Mapping[str, str]) -> None:
        """Another description, with these values where it has such variables."""
        self.template.setPlainText(text)
        for box in self.lists:
            if box.name in lists:
                box.editor.setPlainText(lists[box.name])

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._colours.set_tokens(tokens)

    # --- within ------------------------------------------------------------------------------

    @property
    def _combination(self) -> Combination:
        return Combination.IN_STEP if self.step.isChecked() else Combination.EACH_WITH_EACH

    def _values(self) -> dict[str, tuple[str, ...]]:
        return {box.name: box.values for box in self.lists}

    @Slot()
    def _read(self) -> None:
        self._template = read_template(self.template.toPlainText())
        self._offer_lists(self._template.names)
        self._count()

    def _offer_lists(self, names: Sequence[str]) -> None:
        """A list for each variable. While a name is being changed its list is the same one, and
        what was in a list comes back with its variable."""
        known = {box.name.casefold(): box for box in self.lists}
        free = [box for box in self.lists if box.name not in names]
        boxes: list[ValueList] = []
        for name in names:
            box = known.get(name.casefold())
            if box is None:
                box = free.pop(0) if len(names) == len(self.lists) and free else ValueList()
                if name.casefold() in self._kept:
                    box.editor.setPlainText(self._kept.pop(name.casefold()))
            box.show_name(name)
            boxes.append(box)
        for box in self.lists:
            if box not in boxes:
                self._drop(box)
        for at, box in enumerate(boxes):
            if box not in self.lists:
                box.editor.textChanged.connect(self._count)
            self._boxes.insertWidget(at, box, 1)
        self.lists = boxes

    def _drop(self, box: "ValueList") -> None:
        self._kept[box.name.casefold()] = box.editor.toPlainText()
        self._boxes.removeWidget(box)
        box.hide()
        box.deleteLater()

    @Slot()
    def _count(self) -> None:
        self._filling = filling(self._template, self._values(), self._combination)
        self._write()
        self.changed.emit()

    def _write(self) -> None:
        names = self._template.names
        self._hint.setVisible(not names)
        self._ways.setVisible(len(names) > 1)
        for box in self.lists:
            box.retranslate()
        fault = self._filling.fault
        set_role(self.total, "heading" if fault is None else "warning")
        if not names:
            self.total.setText("")
        elif fault is not None:
            self.total.setText(fault_text(self._filling))
        else:
            self.total.setText(self._sum())
        # The first alone: a key press does not make a thousand.
        example = "" if fault or not names else next(self._rows(), "")
        text = QCoreApplication.translate("BatchTemplate", "The first one: {prompt}")
        shown = one_line(example, _LONGEST_EXAMPLE)
        self._example.setText(text.format(prompt=shown) if shown else "")

    def _rows(self) -> Iterator[str]:
        return rows_of(self._template, self._values(), self._combination)

    def _sum(self) -> str:
        videos = QCoreApplication.translate("BatchTemplate", "%n videos", None, self._filling.count)
        sizes = [len(box.values) for box in self.lists]
        if self._combination is Combination.EACH_WITH_EACH and len(sizes) > 1:
            videos = f"{' × '.join(map(str, sizes))} = {videos}"
        one = self._price_of_one()
        return videos if one is None else f"{videos} · {credits_text(one * self._filling.count)}"

    def _lay_out(self, tokens: Tokens) -> None:
        lines = self.template.fontMetrics().lineSpacing()
        self.template.setFixedHeight(_TEMPLATE_LINES * lines + 24)
        self._boxes.setSpacing(tokens.space_3)
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._boxes, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        ways = QHBoxLayout(self._ways)
        self._ways.setProperty("kind", "segments")
        ways.setContentsMargins(2, 2, 2, 2)
        ways.setSpacing(2)
        group = QButtonGroup(self)
        for button in (self.each, self.step):
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setAutoDefault(False)
            group.addButton(button)
            ways.addWidget(button)
        self.each.setChecked(True)
        group.buttonToggled.connect(self._count)
        below = QHBoxLayout()
        below.addWidget(self._ways)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.space_3)
        for part in (self.template, self._hint):
            column.addWidget(part)
        column.addWidget(scroll, 1)
        column.addLayout(below)
        column.addWidget(self.total)
        column.addWidget(self._example)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        is_wide = event.size().width() >= _NARROW
        self._boxes.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        name = translate("BatchTemplate", "Description with variables")
        self.template.setAccessibleName(name)
        product = translate("BatchTemplate", "product")
        colour = translate("BatchTemplate", "colour")
        example = translate(
            "BatchTemplate", "{product} in {colour}, turning slowly on a white table"
        )
        named = {"product": f"{{{product}}}", "colour": f"{{{colour}}}"}
        self.template.setPlaceholderText(example.format(**named))
        hint = translate(
            "BatchTemplate",
            "Put what changes into braces, such as {colour}: each one gets a list of values. "
            "{opening} and {closing} stand for braces.",
        )
        self._hint.setText(hint.format(opening="{{", closing="}}", **named))
        self.each.setText(translate("BatchTemplate", "Each with each"))
        self.step.setText(translate("BatchTemplate", "Line by line"))
        self._write()


class ValueList(QWidget):
    """The values of one variable, a line each. Main thread only."""

    def __init__(self) -> None:
        super().__init__()
        self.name = ""
        self._title, self._number = plain_label("amount"), plain_label("small")
        self.editor = QPlainTextEdit()
        self.editor.setObjectName("pasteBox")
        self.editor.setTabChangesFocus(True)
        # The style sheet has a least height of its own for the editor.
        self.setMinimumHeight(_LIST_LINES * self.editor.fontMetrics().lineSpacing() + 48)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.editor, 1)

    @property
    def values(self) -> tuple[str, ...]:
        return values_of(self.editor.toPlainText())

    def show_name(self, name: str) -> None:
        self.name = name
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(f"{{{self.name}}}")
        count = len(self.values)
        text = QCoreApplication.translate("BatchTemplate", "%n values", None, count)
        self._number.setText(text)
        values = QCoreApplication.translate("BatchTemplate", "Values of {name}, one on each line")
        self.editor.setAccessibleName(values.format(name=self.name))
        hint = QCoreApplication.translate("BatchTemplate", "One on each line")
        self.editor.setPlaceholderText(hint)


class VariableColours(QSyntaxHighlighter):
    """Variables stand out as one writes them. Main thread only."""

    def __init__(self, tokens: Tokens, editor: QPlainTextEdit) -> None:
        super().__init__(editor.document())
        self._look = QTextCharFormat()
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        self._look.setForeground(QColor(tokens.accent))
        self._look.setFontWeight(QFont.Weight.DemiBold)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        # Qt counts in UTF-16.
        for start, end in variables_in(text):
            before = len(text[:start].encode("utf-16-le")) // 2
            length = len(text[start:end].encode("utf-16-le")) // 2
            self.setFormat(before, length, self._look)


def fault_text(found: Filling) -> str:
    """Why there are no rows."""
    names = ", ".join(f"{{{name}}}" for name in found.names)
    if found.fault is Fault.NO_VALUES:
        text = QCoreApplication.translate("BatchTemplate", "Still without values: {names}")
        return text.format(names=names)
    if found.fault is Fault.UNEQUAL:
        text = QCoreApplication.translate(
            "BatchTemplate", "Line by line, these lists must be equally long: {names}"
        )
        return text.format(names=names)
    text = QCoreApplication.translate(
        "BatchTemplate", "{count} videos are too many: a table holds at most {limit} rows."
    )
    limit, count = (credit_number(number * 100) for number in (MOST_ROWS, found.count))
    return text.format(count=count, limit=limit)


def has_variables(text: str) -> bool:
    """Whether the description is one for this page."""
    return bool(read_template(text).names)
