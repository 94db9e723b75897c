"""The form's help with writing: a button for styles, one for help, and a style's words."""

from PySide6.QtCore import QLocale, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from videogen_desktop.domain.preset import Preset
from videogen_desktop.ui.plain_label import plain_label, plain_tooltip
from videogen_desktop.ui.theme.icons import (
    ICON_GAP,
    themed_icon,
    themed_icon_before_text,
    with_gap,
)
from videogen_desktop.ui.theme.tokens import Tokens

_ICON = 14


class WritingTools(QWidget):
    """Two quiet buttons in the form's row. Main thread only."""

    stylesAsked = Signal()
    helpAsked = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._preset: Preset | None = None
        self.styles, self.help = QPushButton(), QToolButton()
        self.styles.setObjectName("parameterButton")
        self.styles.setAutoDefault(False)
        self.styles.setIconSize(QSize(_ICON + ICON_GAP, _ICON))
        self.help.setProperty("kind", "icon")
        self.help.setIconSize(QSize(16, 16))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.space_1)
        for button in (self.styles, self.help):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            row.addWidget(button)
        self.styles.clicked.connect(self.stylesAsked)
        self.help.clicked.connect(self.helpAsked)
        self.set_tokens(tokens)
        self.retranslate()

    def show_style(self, preset: Preset | None) -> None:
        """The style that the next video is made in."""
        self._preset = preset
        self.set_tokens(self._tokens)
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        preset, colours = self._preset, (tokens.text_muted, tokens.text_faint)
        if preset is not None and preset.colours:
            self.styles.setIcon(swatch_icon(preset.colours, self.devicePixelRatioF()))
        else:
            self.styles.setIcon(themed_icon_before_text("palette", *colours, _ICON))
        self.help.setIcon(themed_icon("wand-sparkles", tokens.text_muted, 16))

    def retranslate(self) -> None:
        title = self.tr("Style")
        name = "" if self._preset is None else self._preset.name(current_language())
        self.styles.setText((name or title).replace("&", "&&"))
        said = f"{title}: {name}" if name else title
        self.styles.setAccessibleName(said)
        helps = self.tr("Help with the description")
        self.help.setAccessibleName(helps)
        self.help.setToolTip(plain_tooltip(helps))


class StyleStrip(QFrame):
    """The words of the style that will be sent after the description. Main thread only."""

    removed = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.setObjectName("styleStrip")
        self.words = plain_label("small", wraps=True)
        self.remove = QToolButton()
        self.remove.setProperty("kind", "icon")
        self.remove.setIconSize(QSize(_ICON, _ICON))
        self.remove.setCursor(Qt.CursorShape.PointingHandCursor)
        self.remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.space_3, tokens.space_1, tokens.space_1, tokens.space_1)
        row.setSpacing(tokens.space_2)
        row.addWidget(self.words, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self._preset: Preset | None = None
        self.set_tokens(tokens)
        self.hide()

    def show_style(self, preset: Preset | None) -> None:
        """Nothing is shown of a style without words."""
        self._preset = preset
        self.words.setText("" if preset is None else preset.fragment)
        self.setVisible(preset is not None and bool(preset.fragment))
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        self.remove.setIcon(themed_icon("x", tokens.text_muted, _ICON))
        self.setStyleSheet(
            f"QFrame#styleStrip {{ background: {tokens.accent_soft}; border: none;"
            f" border-radius: {tokens.radius_small}px; }}"
            f"QFrame#styleStrip QLabel {{ color: {tokens.text_muted}; }}"
        )

    def retranslate(self) -> None:
        said = self.tr("Sent after the description: {words}")
        self.words.setAccessibleName(said.format(words=self.words.text()))
        style = "" if self._preset is None else self._preset.name(current_language())
        name = self.tr("Remove the style {name}").format(name=style)
        self.remove.setAccessibleName(name)
        self.remove.setToolTip(plain_tooltip(name))


def swatch_icon(colours: tuple[str, ...], ratio: float) -> QIcon:
    """A style's colours before the name of a button. Main thread."""
    from videogen_desktop.ui.prompts.pick_list import paint_swatch

    pixmap = QPixmap(QSize(_ICON, _ICON) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_swatch(painter, QRect(0, 0, _ICON, _ICON), colours)
    painter.end()
    return QIcon(with_gap(pixmap))


def current_language() -> str:
    """ "vi" or "en", as the window speaks now."""
    return "vi" if QLocale().language() is QLocale.Language.Vietnamese else "en"
