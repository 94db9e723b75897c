"""The guide's text: Markdown as it ships, dressed in the colours of the theme."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QImage,
    QImageReader,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextOption,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from videogen_desktop.ui.theme.tokens import Tokens

# Pictures have two pixels for each that they take: sharp on the densest screen.
PICTURE_DENSITY = 2
_WIDEST_COLUMN, _SIDE, _FOOT = 720, 28, 48
_LINE, _INDENT = 145, 26
# By the level of a heading: its size as a factor of the text, and the space above.
_HEADINGS = {1: (1.9, 8), 2: (1.45, 40), 3: (1.12, 20)}
_BELOW_HEADING, _BELOW_TEXT, _BELOW_LINE, _AROUND_PICTURE = 10, 12, 5, 18
_BOX_SIDE, _BOX_ABOVE = 16, 9
_CELL = 7


class Section(NamedTuple):
    """A heading of the second level; `position` is a place in the document."""

    title: str
    position: int


class Box(NamedTuple):
    """Blocks with one ground behind them; `kind` is "note" or "code"."""

    first: QTextBlock
    last: QTextBlock
    kind: str


class GuidePage(QTextBrowser):
    """Shows one guide, its column in the middle. Main thread only."""

    # The number of the section that is being read.
    sectionReached = Signal(int)
    # An address of the web was clicked.
    pageAsked = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._path = Path()
        self._column = 0
        self._filled: QTextDocument | None = None
        self._boxes: list[Box] = []
        self.sections: tuple[Section, ...] = ()
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A path of a folder has no blank to be broken at.
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.anchorClicked.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(self._say_section)

    def read(self, path: Path) -> None:
        """Show the Markdown in this file, from its beginning. Raises OSError."""
        self._path = path
        self._write()
        self.verticalScrollBar().setValue(0)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        if self.sections:
            self._write()

    def go_to(self, number: int) -> None:
        """Show this section at the upper edge, or as near to it as the end of the text lets it."""
        self.verticalScrollBar().setValue(round(self._top(self.sections[number])) - _SIDE)
        self.sectionReached.emit(number)

    # --- Qt ----------------------------------------------------------------------------------

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture at the size at which it is shown, with an edge; nothing else is read."""
        if kind != QTextDocument.ResourceType.ImageResource:
            return None
        file, ratio = self._file_of(QUrl(name)), self.devicePixelRatioF()
        return _framed(QImage(str(file)), self._shown(file), ratio, self._tokens)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.sections:
            return
        if self._column_now() != self._column:
            self._write()
        else:
            self._centre()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius, scrolled = self._tokens.radius, self.verticalScrollBar().value()
        for first, last, kind in self._boxes:
            # Qt lays a long text out bit by bit: what waits for its turn has no place yet.
            if not last.layout().lineCount():
                continue
            colour = self._tokens.accent_soft if kind == "note" else self._tokens.surface_hover
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(self._box(first, last).translated(0, -scrolled), radius, radius)
        painter.end()
        super().paintEvent(event)

    # --- the text ----------------------------------------------------------------------------

    def _write(self) -> None:
        bar = self.verticalScrollBar()
        read = bar.value() / max(1, bar.maximum())
        self._column = self._column_now()
        # A document that is being filled tells its view of places that it does not have yet.
        before, document = self._filled, QTextDocument(self)
        document.setDefaultFont(self.font())
        document.setIndentWidth(_INDENT)
        document.setDocumentMargin(0)
        document.setMarkdown(self._path.read_text("utf-8"))
        self.sections = ()
        self._boxes = self._dress(document)
        self.setDocument(document)
        self._filled = document
        # Qt takes its own first one away, and no other.
        if before is not None:
            before.deleteLater()
        self._centre()
        self.sections = tuple(
            Section(block.text(), block.position())
            for block in blocks(document)
            if block.blockFormat().headingLevel() == 2
        )
        bar.setValue(round(read * bar.maximum()))

    def _dress(self, document: QTextDocument) -> list[Box]:
        """The looks of all that is in it; what stands in boxes."""
        boxes: list[Box] = []
        for block in blocks(document):
            self._dress_block(block, block.blockFormat().headingLevel())
            self._dress_words(block, block.blockFormat().headingLevel())
            kind = _box_kind(block)
            if kind and boxes and _box_kind(block.previous()) == kind:
                boxes[-1] = Box(boxes[-1].first, block, kind)
            elif kind:
                boxes.append(Box(block, block, kind))
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)
        return boxes

    def _dress_block(self, block: QTextBlock, level: int) -> None:
        has_picture = any(words.isImageFormat() for _start, _end, words in fragments(block))
        shape = QTextBlockFormat(block.blockFormat())
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        shape.setLineHeight(100 if has_picture else _LINE, proportional)
        shape.setTopMargin(_AROUND_PICTURE if has_picture else 0)
        goes_on = block.textList() is not None and block.next().textList() is not None
        below = _BELOW_LINE if goes_on else _BELOW_TEXT
        shape.setBottomMargin(_AROUND_PICTURE if has_picture else below)
        if level:
            shape.setTopMargin(_HEADINGS[level][1])
            shape.setBottomMargin(_BELOW_HEADING)
        elif kind := _box_kind(block):
            shape.setLeftMargin(_BOX_SIDE)
            shape.setRightMargin(_BOX_SIDE)
            around = 2 * _BOX_ABOVE + _BELOW_TEXT
            shape.setTopMargin(0 if _box_kind(block.previous()) == kind else around)
            shape.setBottomMargin(0 if _box_kind(block.next()) == kind else around)
        elif QTextCursor(block).currentTable() is not None:
            shape.setBottomMargin(0)
        QTextCursor(block).setBlockFormat(shape)

    def _dress_words(self, block: QTextBlock, level: int) -> None:
        size = self.font().pointSizeF() * (_HEADINGS[level][0] if level else 1.0)
        for start, end, words in list(fragments(block)):
            if words.isImageFormat():
                self._fit(block, start, words.toImageFormat())
                continue
            look = QTextCharFormat(words)
            # The importer's own sizes are for another scale.
            look.clearProperty(QTextFormat.Property.FontSizeAdjustment)
            look.setFontPointSize(size)
            if words.fontWeight() > QFont.Weight.DemiBold:
                # The heaviest that the bundled font has; more is smeared.
                look.setFontWeight(QFont.Weight.DemiBold)
            if words.isAnchor():
                look.setForeground(QColor(self._tokens.accent))
                look.setFontUnderline(False)
            if words.fontFixedPitch():
                look.setFontFamilies(
                    [QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()]
                )
                if not _box_kind(block):
                    look.setBackground(QColor(self._tokens.surface_hover))
            _between(block, start, end).setCharFormat(look)

    def _fit(self, block: QTextBlock, position: int, picture: QTextImageFormat) -> None:
        size = self._shown(self._file_of(QUrl(picture.name())))
        picture.setWidth(size.width())
        picture.setHeight(size.height())
        _between(block, position, position + 1).setCharFormat(picture)

    def _dress_table(self, table: QTextTable) -> None:
        shape = table.format().toTableFormat()
        shape.setBorder(1)
        shape.setBorderCollapse(True)
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setBorderBrush(QColor(self._tokens.border_strong))
        shape.setCellPadding(_CELL)
        shape.setTopMargin(_BELOW_HEADING)
        shape.setBottomMargin(_BELOW_TEXT)
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(shape)
        for column in range(table.columns()):
            cell = table.cellAt(0, column)
            look = QTextCharFormat(cell.format())
            look.setBackground(QColor(self._tokens.surface_hover))
            cell.setFormat(look)

    # --- places ------------------------------------------------------------------------------

    def _column_now(self) -> int:
        return max(200, min(_WIDEST_COLUMN, self.viewport().width() - 2 * _SIDE))

    def _centre(self) -> None:
        frame = self.document().rootFrame()
        shape = QTextFrameFormat(frame.frameFormat())
        side = max(_SIDE, (self.viewport().width() - self._column) // 2)
        shape.setLeftMargin(side)
        shape.setRightMargin(side)
        shape.setTopMargin(_SIDE)
        shape.setBottomMargin(_FOOT)
        frame.setFrameFormat(shape)

    def _file_of(self, picture: QUrl) -> Path:
        return self._path.parent / picture.path()

    def _shown(self, file: Path) -> QSize:
        size = QImageReader(str(file)).size() / PICTURE_DENSITY
        if size.width() > self._column:
            size = QSize(self._column, round(size.height() * self._column / size.width()))
        return size

    def _top(self, section: Section) -> float:
        document = self.document()
        block = document.findBlock(section.position)
        return document.documentLayout().blockBoundingRect(block).top()

    def _box(self, first: QTextBlock, last: QTextBlock) -> QRectF:
        """What lies behind the text of these blocks, in the document."""
        ends = [block.layout().boundingRect() for block in (first, last)]
        top = first.layout().position().y() + ends[0].top()
        bottom = last.layout().position().y() + ends[1].bottom()
        left = max(_SIDE, (self.viewport().width() - self._column) // 2)
        return QRectF(left, top - _BOX_ABOVE, self._column, bottom - top + 2 * _BOX_ABOVE)

    @Slot()
    def _say_section(self) -> None:
        if not self.sections:
            return
        bar, last = self.verticalScrollBar(), len(self.sections) - 1
        # The end of the text is the end of its last section, however short that one is.
        if 0 < bar.maximum() == bar.value():
            self.sectionReached.emit(last)
            return
        tops = (self._top(section) for section in self.sections)
        seen = bar.value() + 2 * _SIDE
        self.sectionReached.emit(max(0, sum(top <= seen for top in tops) - 1))

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        if link.scheme():
            self.pageAsked.emit(link.toString())
            return
        anchors = [anchor_of(section.title) for section in self.sections]
        if link.fragment() in anchors:
            self.go_to(anchors.index(link.fragment()))


def _box_kind(block: QTextBlock) -> str:
    """Whether it stands in a box: "note", "code" or ""."""
    shape = block.blockFormat()
    if shape.hasProperty(QTextFormat.Property.BlockCodeFence):
        return "code"
    return "note" if shape.hasProperty(QTextFormat.Property.BlockQuoteLevel) else ""


def anchor_of(title: str) -> str:
    """What a link within the guide calls a heading, here as on the pages of a code host."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _between(block: QTextBlock, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def fragments(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """Pieces of one look: from where, to where."""
    piece = block.begin()
    while not piece.atEnd():
        found = piece.fragment()
        yield found.position(), found.position() + found.length(), found.charFormat()
        piece += 1


def _framed(source: QImage, shown: QSize, ratio: float, tokens: Tokens) -> QImage:
    """The picture with round corners and a thin edge."""
    size = shown * ratio
    scaled = source.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    framed = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    framed.fill(Qt.GlobalColor.transparent)
    painter = QPainter(framed)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QPainterPath()
    inside = QRectF(framed.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
    edge.addRoundedRect(inside, tokens.radius * ratio, tokens.radius * ratio)
    painter.setClipPath(edge)
    painter.drawImage(0, 0, scaled)
    painter.setClipping(False)
    painter.setPen(QPen(QColor(tokens.border_strong), ratio))
    painter.drawPath(edge)
    painter.end()
    framed.setDevicePixelRatio(ratio)
    return framed
