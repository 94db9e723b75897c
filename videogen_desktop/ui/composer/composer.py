"""Where a request is written: prompt, shape, model, and the button with the price."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from videogen_desktop.domain.aspect_ratio import AspectRatio
from videogen_desktop.ui.composer.aspect_selector import AspectSelector
from videogen_desktop.ui.composer.composer_card import ComposerCard
from videogen_desktop.ui.composer.generate_button import GenerateButton
from videogen_desktop.ui.composer.model_selector import ModelSelector
from videogen_desktop.ui.composer.prompt_editor import PromptEditor, clear_keeping_undo
from videogen_desktop.ui.credit_text import credit_number, credits_text
from videogen_desktop.ui.plain_label import plain_label, set_role
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.catalogue import VideoModel

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

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self._available: int | None = None
        self._aspect_ratios: tuple[AspectRatio, ...] = tuple(AspectRatio)
        self._is_busy = False
        self._is_wide = True
        self.prompt = PromptEditor()
        self.aspect = AspectSelector(tokens)
        self.model = ModelSelector(tokens)
        self.button = GenerateButton(tokens)
        self._count, self._need = plain_label("small"), plain_label("warning")
        self._count.hide()
        self._need.hide()
        self._card = ComposerCard(tokens)
        self._lay_out(tokens)
        self._connect()
        self.retranslate()
        self._refresh()

    # --- what the window says ----------------------------------------------------------------

    @property
    def is_busy(self) -> bool:
        """Whether a request is on its way and its card is not there yet."""
        return self._is_busy

    def offer(self, models: "Sequence[VideoModel]", aspect_ratios: Sequence[AspectRatio]) -> None:
        """What the wallet's provider can do."""
        self._aspect_ratios = tuple(aspect_ratios)
        self.model.offer(models)
        self._model_chosen()

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

    def reuse(self, prompt: str, aspect_ratio: AspectRatio | None = None) -> None:
        """Put a text into the editor, ready to be changed; nothing is sent."""
        cursor = self.prompt.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(prompt)
        if aspect_ratio is not None:
            self.aspect.choose(aspect_ratio)
        self.prompt.setFocus()

    def set_tokens(self, tokens: Tokens) -> None:
        self._card.set_tokens(tokens)
        self.aspect.set_tokens(tokens)
        self.model.set_tokens(tokens)
        self.button.set_tokens(tokens)

    # --- what the user does ------------------------------------------------------------------

    @Slot()
    def submit(self) -> None:
        """Send what is written, if it can be sent now."""
        model = self.model.current
        if not self.button.isEnabled() or model is None:
            return
        # A button that is disabled while it has the keyboard would hand it on to the gallery.
        self.prompt.setFocus()
        from videogen_desktop.domain.errors import VideoGenError
        from videogen_desktop.domain.request import video_request

        try:
            request = video_request(
                self.prompt.toPlainText(), self.aspect.current, model.id, model.provider
            )
        except VideoGenError as error:
            self.refused.emit(error)
            return
        self._is_busy = True
        self._refresh()
        self.requested.emit(request)

    @Slot()
    def _model_chosen(self) -> None:
        model = self.model.current
        if model is not None:
            offered = [shape for shape in self._aspect_ratios if shape in model.aspect_values]
            self.aspect.offer(offered or list(model.aspect_values))
        self._refresh()

    @Slot()
    def _clicked(self) -> None:
        if not any(part.hasFocus() for part in (self.model, *self.aspect.findChildren(QWidget))):
            self.prompt.setFocus()

    @Slot()
    def _refresh(self) -> None:
        model = self.model.current
        price = None if model is None else model.price
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
            self.aspect.show_names(is_wide)
            self._refresh()

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
        self.model.closed.connect(self._clicked)
        self.aspect.chosen.connect(self._clicked)

    def _lay_out(self, tokens: Tokens) -> None:
        controls = QHBoxLayout()
        controls.setSpacing(tokens.space_2)
        controls.addWidget(self.aspect)
        controls.addWidget(self.model)
        controls.addStretch(1)
        controls.addWidget(self._count)
        controls.addWidget(self._need)
        controls.addWidget(self.button)
        card = QVBoxLayout(self._card)
        card.setContentsMargins(tokens.space_4, tokens.space_3 + 2, tokens.space_3, tokens.space_3)
        card.setSpacing(tokens.space_2)
        card.addWidget(self.prompt)
        card.addLayout(controls)
        self._card.setMaximumWidth(_WIDEST)
        centred = QHBoxLayout(self)
        centred.setContentsMargins(tokens.space_4, tokens.space_3, tokens.space_4, tokens.space_4)
        centred.addStretch(1)
        centred.addWidget(self._card, 1000)
        centred.addStretch(1)
