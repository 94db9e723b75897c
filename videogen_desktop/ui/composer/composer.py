"""The form in which a request is written: prompt, shape, model, and the button with the price."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from videogen_desktop.ui.composer.aspect_selector import AspectSelector
from videogen_desktop.ui.composer.generate_button import GenerateButton
from videogen_desktop.ui.composer.model_selector import ModelSelector
from videogen_desktop.ui.composer.prompt_editor import PromptEditor, clear_keeping_undo
from videogen_desktop.ui.credit_text import credit_number, credits_text
from videogen_desktop.ui.plain_label import plain_label, set_role
from videogen_desktop.ui.theme.icons import Box, Drawing
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.model import VideoModel
    from videogen_desktop.domain.request import VideoRequest
    from videogen_desktop.domain.vendor import Vendor
    from videogen_desktop.ui.composer.parameters import ParameterBar

_NARROW = 560
_WIDEST = 860
# The count of characters is worth a look only near the model's limit.
_COUNT_FROM = 0.8


class Composer(QFrame):
    """Emits a checked VideoRequest; knows nothing of the engine. Main thread only.

    The prompt stays until `request_accepted`: a request that came to nothing costs no typing. It
    has the keyboard after every click here: only Tab takes it to the other controls.
    """

    requested = Signal(object)  # VideoRequest
    refused = Signal(object)  # VideoGenError
    chosen = Signal()  # a model, a shape or another option

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self._available: int | None = None
        self._vendor: Vendor | None = None
        self._is_busy = False
        self._is_wide = True
        self._edges = 0
        self.prompt = PromptEditor()
        self.aspect = AspectSelector(tokens)
        self.model = ModelSelector(tokens)
        self._parameters: ParameterBar | None = None
        self._tokens = tokens
        self.button = GenerateButton(tokens)
        self._count, self._need = plain_label("small"), plain_label("warning")
        self._count.hide()
        self._need.hide()
        self._card = ComposerCard(tokens)
        self._choices = QWidget()
        self._controls = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out(tokens)
        self._connect()
        self.retranslate()
        self._refresh()

    # --- what the window says ----------------------------------------------------------------

    @property
    def is_busy(self) -> bool:
        """Whether a request is on its way and its card is not there yet."""
        return self._is_busy

    @property
    def request(self) -> "VideoRequest":
        """What is written and chosen, as it stands: nothing of it was checked."""
        from videogen_desktop.domain.request import VideoRequest

        model = self.model.current
        chosen = {} if self._parameters is None else self._parameters.options
        options = {"aspect_ratio": self.aspect.current, **chosen}
        return VideoRequest("" if model is None else model.id, self.prompt.toPlainText(), options)

    @property
    def parameters(self) -> "ParameterBar":
        """Made with the first models: the first frame has none, and does not wait for it."""
        if self._parameters is None:
            from videogen_desktop.ui.composer.parameters import ParameterBar

            self._parameters = ParameterBar(self._tokens)
            self._parameters.chosen.connect(self._option_chosen)
            self._parameters.closed.connect(self._clicked)
            self._row.insertWidget(self._row.indexOf(self.model) + 1, self._parameters)
        return self._parameters

    @property
    def price(self) -> int | None:
        """Of what is chosen, in hundredths of a credit; None where nobody knows it."""
        model = self.model.current
        return None if model is None else model.price(self.request.options)

    def offer(self, vendor: "Vendor") -> None:
        """What the wallet's vendor can make."""
        self._vendor = vendor
        self.model.offer(vendor.models)
        self._model_chosen()

    def choose(self, request: "VideoRequest") -> None:
        """Show the request's model, where it is on offer, and of its options what can be had."""
        self.model.choose_id(request.model_id)
        model = self.model.current
        options = request.options if model is None else model.kept_options(request.options)
        self.aspect.choose(str(options.get("aspect_ratio", "")))
        self.parameters.choose(options)
        self._refresh()

    def set_available(self, available: int | None) -> None:
        """Credits of the wallet in hundredths; None while they are not known."""
        self._available = available
        self._refresh()

    def complete(self) -> None:
        """What nobody misses in the first frame: the cursor of what can be clicked."""
        from PySide6.QtCore import Qt

        for part in (self.aspect, self.model, self.button):
            part.setCursor(Qt.CursorShape.PointingHandCursor)

    def request_accepted(self) -> None:
        """The card exists: the prompt may go."""
        self._is_busy = False
        clear_keeping_undo(self.prompt)
        self._refresh()

    def request_resent(self) -> None:
        """What came to nothing is on its way once more."""
        self._is_busy = True
        self._refresh()

    def request_failed(self) -> None:
        """No card came of it: the prompt stays for the next try."""
        self._is_busy = False
        self._refresh()

    def reuse(self, request: "VideoRequest") -> None:
        """Put the request into the form, ready to be changed; nothing is sent."""
        if request.options:
            self.choose(request)
        self.write(request.prompt)

    def write(self, prompt: str) -> None:
        """Put a text into the editor, ready to be changed."""
        cursor = self.prompt.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(prompt)
        self.prompt.setFocus()

    def set_tokens(self, tokens: Tokens) -> None:
        self._card.set_tokens(tokens)
        self.aspect.set_tokens(tokens)
        self.model.set_tokens(tokens)
        self._tokens = tokens
        if self._parameters is not None:
            self._parameters.set_tokens(tokens)
        self.button.set_tokens(tokens)

    # --- what the user does ------------------------------------------------------------------

    @Slot()
    def submit(self) -> None:
        """Send what is written, if it can be sent now."""
        if not self.button.isEnabled() or self._vendor is None:
            return
        # A button that is disabled while it has the keyboard would hand it on to the gallery.
        self.prompt.setFocus()
        from videogen_desktop.domain.errors import VideoGenError

        try:
            request = self._vendor.priced(self.request).request
        except VideoGenError as error:
            self.refused.emit(error)
            return
        self._is_busy = True
        self._refresh()
        self.requested.emit(request)

    @Slot()
    def _model_chosen(self) -> None:
        model = self.model.current
        shapes = None if model is None else model.parameter("aspect_ratio")
        self.aspect.setVisible(model is None or shapes is not None)
        if shapes is not None:
            self.aspect.offer([str(shape) for shape in shapes.choices])
        self.parameters.offer(model)
        self._refresh()

    @Slot()
    def _option_chosen(self) -> None:
        self._clicked()
        # A model may price its shapes differently.
        self._refresh()
        self.chosen.emit()

    @Slot()
    def _clicked(self) -> None:
        groups = [self.aspect] if self._parameters is None else [self.aspect, self._parameters]
        by_keys = [child for group in groups for child in group.findChildren(QWidget)]
        if not any(part.hasFocus() for part in (self.model, *by_keys)):
            self.prompt.setFocus()

    @Slot()
    def _refresh(self) -> None:
        model = self.model.current
        price = self.price
        is_short = price is not None and self._available is not None and self._available < price
        has_text = bool(self.prompt.toPlainText().strip())
        is_ready = price is not None and self._available is not None
        self.button.show_price(price)
        self.button.show_busy(self._is_busy)
        can_submit = is_ready and has_text and not is_short and not self._is_busy
        if self.button.hasFocus() and not can_submit:
            self.prompt.setFocus()
        self.button.setEnabled(can_submit)
        need = self.tr("{price} needed").format(price=credits_text(price or 0)) if is_short else ""
        self._need.setText(need)
        self._need.setVisible(is_short and self._is_wide)
        self._fit()
        self.button.show_shortage("" if self._is_wide else need)
        self.button.setToolTip(need or ("" if has_text else self.tr("Describe the video first")))
        self._show_count(model)

    def _show_count(self, model: "VideoModel | None") -> None:
        limit = 0 if model is None else model.prompt_limit
        length = len(self.prompt.toPlainText())
        is_near = bool(limit) and length >= limit * _COUNT_FROM
        self._count.setVisible(is_near)
        if is_near:
            written, most = credit_number(length * 100), credit_number(limit * 100)
            self._count.setText(f"{written} / {most}")
            set_role(self._count, "warning" if length > limit else "small")

    @Slot(bool)
    def _show_focus(self, focused: bool) -> None:
        self._card.show_focus(focused)

    # --- texts and places --------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.prompt.setPlaceholderText(self.tr("Describe the video you want to make…"))
        self.prompt.setAccessibleName(self.tr("Prompt"))
        self.prompt.setAccessibleDescription(
            self.tr("Enter creates the video, Shift+Enter breaks the line")
        )
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= _NARROW
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._refresh()
        self._fit()

    def _fit(self) -> None:
        """The shapes' names go first where the row is short of room; then the button has a row of
        its own."""
        if self._parameters is None:
            self.aspect.show_names(self._is_wide)
            return
        room = self._card.contentsRect().width() - self._edges - self._controls.spacing()
        needed = self._choices.sizeHint().width() + self.button.sizeHint().width()
        names = self.aspect.names_width
        if self.aspect.shows_names:
            needed -= names
        has_names = self._is_wide and needed + names <= room
        self.aspect.show_names(has_names)
        needed += names if has_names else 0
        sideways = QBoxLayout.Direction.LeftToRight
        below = QBoxLayout.Direction.TopToBottom
        self._controls.setDirection(sideways if needed <= room else below)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Whoever points at the edge of what is written on means to write there.
        self.prompt.setFocus()
        super().mousePressEvent(event)

    def _connect(self) -> None:
        self.prompt.submitted.connect(self.submit)
        self.prompt.textChanged.connect(self._refresh)
        self.prompt.focusChanged.connect(self._show_focus)
        self.button.clicked.connect(self.submit)
        self.model.chosen.connect(self._model_chosen)
        self.model.chosen.connect(self.chosen)
        self.model.closed.connect(self._clicked)
        self.aspect.chosen.connect(self._option_chosen)

    def _lay_out(self, tokens: Tokens) -> None:
        choices = self._row = QHBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(tokens.space_2)
        choices.addWidget(self.aspect)
        choices.addWidget(self.model)
        choices.addStretch(1)
        sending = QHBoxLayout()
        sending.setSpacing(tokens.space_2)
        sending.addStretch(1)
        for last in (self._count, self._need, self.button):
            sending.addWidget(last)
        controls = self._controls
        controls.setSpacing(tokens.space_2)
        controls.addWidget(self._choices, 1)
        controls.addLayout(sending)
        card = QVBoxLayout(self._card)
        card.setContentsMargins(tokens.space_4, tokens.space_3 + 2, tokens.space_3, tokens.space_3)
        self._edges = tokens.space_4 + tokens.space_3
        card.setSpacing(tokens.space_2)
        card.addWidget(self.prompt)
        card.addLayout(controls)
        self._card.setMaximumWidth(_WIDEST)
        centred = QHBoxLayout(self)
        centred.setContentsMargins(tokens.space_4, tokens.space_3, tokens.space_4, tokens.space_4)
        centred.addStretch(1)
        centred.addWidget(self._card, 1000)
        centred.addStretch(1)


class ComposerCard(QWidget):
    """Painted here: a style sheet that changes with the focus would have to polish again."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._is_focused = False
        # Under every letter that is typed: made anew only when something about it changes.
        self._drawing: Drawing | None = None

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._change()

    def show_focus(self, focused: bool) -> None:
        self._is_focused = focused
        self._change()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._change()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawing is None:
            self._drawing = Drawing(self.width(), self.height(), [self._ground()])
        self._drawing.paint(self, event)

    def _change(self) -> None:
        self._drawing = None
        self.update()

    def _ground(self) -> Box:
        tokens = self._tokens
        return Box(
            *(1, 1, self.width() - 2, self.height() - 2, tokens.radius_large),
            fill=tokens.surface_raised,
            line=tokens.accent if self._is_focused else tokens.border_strong,
            line_width=1.5 if self._is_focused else 1.0,
        )
