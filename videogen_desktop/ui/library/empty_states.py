"""The gallery without a card: the invitation to a first video, or that nothing fits."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.ui.centred_page import CentredPage
from videogen_desktop.ui.gallery.card_text import cut_lines
from videogen_desktop.ui.gallery.view import GalleryView
from videogen_desktop.ui.library.listing_presenter import ListingPresenter
from videogen_desktop.ui.library.toolbar import LibraryToolbar
from videogen_desktop.ui.plain_label import plain_tooltip
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens

_SAMPLES = 5
_INVITATION_PICTURE = 44
_WIDEST = 620
_BESIDE_TEXT = 32
_MOST_LINES = 3
_NO_MATCH_PICTURE = 40


class EmptyLibrary(CentredPage):
    """Before there is a first video: what this is, and where to begin.

    Five sample prompts; choosing one writes it into the composer and spends nothing.
    """

    sampleChosen = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, _WIDEST, parent)
        self._picture = _centred("")
        self._title = _centred("title")
        self._hint = _centred("muted")
        self._samples = [_SampleButton() for _ in range(_SAMPLES)]
        self._lay_out(tokens)
        self.set_tokens(tokens)
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(
            themed_pixmap("clapperboard", tokens.accent, _INVITATION_PICTURE, ratio)
        )

    def retranslate(self) -> None:
        self._title.setText(self.tr("Your first video starts with a sentence"))
        self._hint.setText(self.tr("Write it below, or begin with one of these:"))
        for button, prompt in zip(self._samples, self._prompts(), strict=True):
            button.show_prompt(prompt)

    def _prompts(self) -> tuple[str, ...]:
        return (
            self.tr(
                "A professor stands at the front of a lively classroom, enthusiastically giving "
                "a lecture."
            ),
            self.tr("A cat playing with a ball of yarn in slow motion."),
            self.tr("Aerial view of a beautiful beach at sunset with waves crashing."),
            self.tr("A chef preparing sushi in a Japanese restaurant."),
            self.tr("Time-lapse of a city skyline transitioning from day to night."),
        )

    def _lay_out(self, tokens: Tokens) -> None:
        self.column.setSpacing(tokens.space_2)
        for label, below in (
            (self._picture, tokens.space_2),
            (self._title, 0),
            (self._hint, tokens.space_3),
        ):
            self.column.addWidget(label)
            self.column.addSpacing(below)
        samples = QVBoxLayout(self.frame)
        samples.setSpacing(tokens.space_2)
        samples.setContentsMargins(0, 0, 0, 0)
        for button in self._samples:
            button.chosen.connect(self.sampleChosen)
            samples.addWidget(button)
        self.add_frame()


class _SampleButton(QPushButton):
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._prompt = ""
        self.setProperty("kind", "sample")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(200)
        self.clicked.connect(self._tell)

    def show_prompt(self, prompt: str) -> None:
        self._prompt = prompt
        self.setAccessibleName(prompt)
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._write()

    def _write(self) -> None:
        room = self.width() - _BESIDE_TEXT
        lines = cut_lines(self._prompt, self.font(), max(1, room), _MOST_LINES) or [""]
        text = "\n".join(lines).replace("&", "&&")
        if text != self.text():
            self.setText(text)
            self.setToolTip(plain_tooltip(self._prompt) if lines[-1].endswith("…") else "")

    def _tell(self) -> None:
        self.chosen.emit(self._prompt)


def _centred(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(bool(role))
    if role:
        label.setProperty("role", role)
    return label


class NoMatch(QWidget):
    """That no video fits the search and the filters; offers to show everything again. Main
    thread."""

    cleared = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel()
        self._title = QLabel()
        self._hint = QLabel()
        self._button = QPushButton()
        self._button.setProperty("kind", "sample")
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self.cleared)
        column = QVBoxLayout(self)
        column.setSpacing(tokens.space_2)
        column.addStretch(2)
        for label, role in ((self._picture, ""), (self._title, "title"), (self._hint, "muted")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(bool(role))
            label.setProperty("role", role)
            column.addWidget(label)
        column.addSpacing(tokens.space_2)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.set_tokens(tokens)
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(
            themed_pixmap("search", tokens.text_faint, _NO_MATCH_PICTURE, ratio)
        )

    def retranslate(self) -> None:
        self._title.setText(QCoreApplication.translate("Library", "No video fits"))
        self._hint.setText(
            QCoreApplication.translate("Library", "Try another word, or remove a filter.")
        )
        text = QCoreApplication.translate("Library", "Clear search and filters")
        self._button.setText(text)
        self._button.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


class EmptyStates(QObject):
    """Shows the one or the other in the gallery, and its toolbar when that is of use.

    Main thread.
    """

    sampleChosen = Signal(str)

    def __init__(
        self,
        view: GalleryView,
        listing: ListingPresenter,
        toolbar: LibraryToolbar,
        tokens: Tokens,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._listing = listing
        self._toolbar = toolbar
        self._tokens = tokens
        self._library: EmptyLibrary | None = None
        self._no_match: NoMatch | None = None
        # Not with the query: until its videos are there, nobody knows whether there are none. A
        # toolbar that hid meanwhile took the keyboard out of its search field.
        view.gallery_model.countChanged.connect(self._follow)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for part in (self._library, self._no_match):
            if part is not None:
                part.set_tokens(tokens)

    @Slot()
    def _follow(self) -> None:
        count = self._view.gallery_model.rowCount()
        everything = self._listing.query.shows_everything
        self._toolbar.setVisible(count > 0 or not everything)
        if count == 0:
            self._view.set_empty_widget(self._first() if everything else self._none())

    def _first(self) -> EmptyLibrary:
        if self._library is None:
            self._library = EmptyLibrary(self._tokens)
            self._library.sampleChosen.connect(self.sampleChosen)
        return self._library

    def _none(self) -> NoMatch:
        if self._no_match is None:
            self._no_match = NoMatch(self._tokens)
            self._no_match.cleared.connect(self._toolbar.clear)
        return self._no_match
