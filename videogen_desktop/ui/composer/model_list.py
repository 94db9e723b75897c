"""The list of models: searched by typing, each with its kinds, its price and its usual time."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.domain.text import folded
from videogen_desktop.ui.composer.model_painter import (
    IS_CURRENT,
    LINE,
    ModelLine,
    ModelPainter,
)
from videogen_desktop.ui.credit_text import credits_text
from videogen_desktop.ui.option_wording import kind_name
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.text_format import duration_text, percent_label
from videogen_desktop.ui.theme.dialog_sheet import dialog_sheet
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.stylesheet import popup_radius
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.model import VideoModel
    from videogen_desktop.ui.composer.model_selector import PriceOf

_WIDTH, _ROWS = 500, 8
_NEW_FOR = timedelta(days=30)
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_Index = QModelIndex | QPersistentModelIndex


class ModelList(QFrame):
    """A popup over the button that opens it, as high as what is found. The search stands below the
    list, where it stays while the list grows and shrinks. Main thread only."""

    chosen = Signal(object)  # VideoModel
    closed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setObjectName("modelList")
        self.search = QLineEdit()
        self.view = QListView()
        self._nothing = plain_label("muted")
        self._rows = ModelRows(self)
        self._painter = ModelPainter(tokens, self)
        self.view.setModel(self._rows)
        self.view.setItemDelegate(self._painter)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(self._pick)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._pick_current)
        self.search.installEventFilter(self)
        column = QVBoxLayout(self)
        self._gap = tokens.space_2
        # Where its lower edge stands, and the most that has room above it.
        self._below, self._room = QPoint(), 0
        column.setContentsMargins(*(self._gap,) * 4)
        column.setSpacing(self._gap)
        for part in (self.view, self._nothing, self.search):
            column.addWidget(part)
        self.set_tokens(tokens)

    def offer(
        self,
        models: "Sequence[VideoModel]",
        current: "VideoModel | None",
        price_of: "PriceOf",
        usual_ms: Mapping[str, int],
    ) -> None:
        """Show these; a price is asked for when its line is painted."""
        self._rows.offer(models, current, price_of, usual_ms)
        self.retranslate()
        self.search.clear()
        self._find("")
        if current is not None:
            self.view.setCurrentIndex(self._rows.index_of(current))

    def open_at(self, button: QWidget) -> None:
        """Above the button."""
        window = button.window()
        width = min(_WIDTH, window.width() - 16)
        place = button.mapTo(window, QPoint(0, 0))
        left = max(8, min(place.x(), window.width() - width - 8))
        self._room = max(place.y() - 4, 200)
        self._below = window.mapToGlobal(QPoint(left, self._room))
        self.resize(width, self.height())
        self._fit()
        self.show()
        self.search.setFocus()
        self.view.scrollTo(self.view.currentIndex(), QListView.ScrollHint.PositionAtCenter)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._painter.set_tokens(tokens)
        self.setStyleSheet(
            f"{dialog_sheet(tokens)} QFrame#modelList {{ background: transparent; border: none; }}"
            "QListView { background: transparent; border: none; outline: none; }"
        )
        leading = QLineEdit.ActionPosition.LeadingPosition
        for action in self.search.actions():
            self.search.removeAction(action)
        self.search.addAction(themed_icon("search", tokens.text_muted, 16), leading)

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Search models…"))
        self.search.setAccessibleName(self.tr("Search models"))
        self.view.setAccessibleName(self.tr("Models"))
        self._nothing.setText(self.tr("No model is called so."))

    def paintEvent(self, _event: QPaintEvent) -> None:
        # A window of its own that lets its corners through: a style sheet paints no ground there.
        tokens = self._tokens
        radius = popup_radius(tokens, QGuiApplication.platformName())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.border_strong))
        painter.setBrush(QColor(tokens.surface_raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The keyboard stays in the search, and the list is walked with the arrows from there.
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self.view.keyPressEvent(event)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return False

    def hideEvent(self, event: Any) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def _fit(self) -> None:
        row, count = self._painter.height(self.font()), self._rows.rowCount()
        found = min(count, _ROWS) * row if count else self._nothing.sizeHint().height()
        height = found + self.search.sizeHint().height() + 3 * self._gap
        height = min(height, self._room)
        self.setGeometry(self._below.x(), self._below.y() - height, self.width(), height)

    @Slot(str)
    def _find(self, words: str) -> None:
        before = self._rows.model_at(self.view.currentIndex())
        self._rows.find(words)
        is_empty = self._rows.rowCount() == 0
        self._nothing.setVisible(is_empty)
        self.view.setVisible(not is_empty)
        kept = self._rows.index_of(before)
        self.view.setCurrentIndex(kept if kept.isValid() and not words else self._rows.index(0))
        if self.isVisible():
            self._fit()

    @Slot()
    def _pick_current(self) -> None:
        self._pick(self.view.currentIndex())

    @Slot(QModelIndex)
    def _pick(self, index: QModelIndex) -> None:
        model = self._rows.model_at(index)
        if model is not None:
            self.close()
            self.chosen.emit(model)


class ModelRows(QAbstractListModel):
    """The models that a search has found. Main thread only."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: Sequence[VideoModel] = ()
        self._current: VideoModel | None = None
        self._shown: list[VideoModel] = []
        self._texts: dict[str, str] = {}
        self._lines: dict[str, ModelLine] = {}
        self._line_of: Any = None

    def offer(
        self,
        models: "Sequence[VideoModel]",
        current: "VideoModel | None",
        price_of: "PriceOf",
        usual_ms: Mapping[str, int],
    ) -> None:
        self._all, self._current = models, current
        self._lines = {}
        self._line_of = partial(model_line, price_of, usual_ms, _today())
        self._texts = {model.id: folded(_searched(model)) for model in models}

    def find(self, words: str) -> None:
        """Show only models that have each of these words; first those that are called so."""
        wanted = folded(words).split()
        found = [
            model for model in self._all if all(word in self._texts[model.id] for word in wanted)
        ]
        self.beginResetModel()
        self._shown = sorted(found, key=partial(_distance, " ".join(wanted)))
        self.endResetModel()

    def model_at(self, index: _Index) -> "VideoModel | None":
        return self._shown[index.row()] if index.isValid() else None

    def index_of(self, model: "VideoModel | None") -> QModelIndex:
        return self.index(self._shown.index(model)) if model in self._shown else QModelIndex()

    def rowCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        model = self.model_at(index)
        if model is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return model.title
        if role == IS_CURRENT:
            return model == self._current
        if role not in (LINE, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if model.id not in self._lines:
            self._lines[model.id] = self._line_of(model)
        line = self._lines[model.id]
        if role == LINE:
            return line
        words = (line.title, line.badge, line.below, line.price, line.runs)
        return ", ".join(word for word in words if word)


def model_line(
    price_of: "PriceOf", usual_ms: Mapping[str, int], today: date, model: "VideoModel"
) -> ModelLine:
    """What the list says of the model today."""
    price, usual = price_of(model), usual_ms.get(model.id)
    unknown = QCoreApplication.translate("ModelList", "price not known")
    kinds = ", ".join(kind_name(kind) for kind in model.kinds)
    # The vendor's own guess is the same for everybody: only the user's own runs are told.
    is_own = usual is not None and usual != model.typical_ms
    about = QCoreApplication.translate("ModelList", "about {time}")
    time = about.format(time=_usual_text(usual)) if is_own and usual is not None else ""
    badge = _badge(model, today)
    return ModelLine(
        model.title,
        " · ".join(part for part in (model.maker, kinds) if part),
        unknown if price is None else credits_text(price),
        " · ".join(part for part in (_success_text(model.success_rate), time) if part),
        badge,
        model.retired is not None,
    )


def _today() -> date:
    return datetime.now(UTC).date()


def _badge(model: "VideoModel", today: date) -> str:
    if model.retired is not None and model.retired <= today:
        return QCoreApplication.translate("ModelList", "ended")
    if model.retired is not None:
        return QCoreApplication.translate("ModelList", "ends soon")
    if model.added is not None and today - model.added < _NEW_FOR:
        return QCoreApplication.translate("ModelList", "new")
    return ""


def _success_text(rate: float | None) -> str:
    """How many of everybody's runs succeeded in the last day, where the vendor tells it."""
    if rate is None:
        return ""
    text = QCoreApplication.translate("ModelList", "{percent} succeed")
    # Never rounded up to all of them.
    return text.format(percent=percent_label(int(rate)))


def _distance(words: str, model: "VideoModel") -> int:
    """How far a model's own name is from the words that have found it."""
    title = folded(model.title)
    if title == words:
        return 0
    return 1 if title.startswith(words) else 2


def _searched(model: "VideoModel") -> str:
    kinds = " ".join(kind_name(kind) for kind in model.kinds)
    return f"{model.title} {model.maker} {model.id} {kinds}"


def _usual_text(milliseconds: int) -> str:
    """Whole seconds: a tenth of one says nothing of another run."""
    seconds = round(milliseconds / 1_000)
    if seconds >= 60:
        return duration_text(milliseconds)
    return QCoreApplication.translate("Parameters", "{seconds} s").format(seconds=seconds)
