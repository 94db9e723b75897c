"""The form in which a request is written: prompt, model, choices, and the button with the price."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from videogen_desktop.ui.composer.aspect_selector import AspectSelector
from videogen_desktop.ui.composer.card import ComposerCard, FoldingRow
from videogen_desktop.ui.composer.choices import Choices, waits_for_text
from videogen_desktop.ui.composer.generate_button import GenerateButton, Shortage
from videogen_desktop.ui.composer.model_selector import ModelSelector
from videogen_desktop.ui.composer.prompt_editor import PromptEditor, drop_sent
from videogen_desktop.ui.credit_text import credit_number
from videogen_desktop.ui.option_wording import ASPECT_RATIO
from videogen_desktop.ui.plain_label import plain_label, set_role
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from videogen_desktop.domain.request import OptionValue, VideoRequest
    from videogen_desktop.domain.vendor import RequestFacts, Vendor
    from videogen_desktop.ui.composer.model_controls import ModelControls

_NARROW = 560
_WIDEST = 1000
# The count of characters is worth a look only near the model's limit.
_COUNT_FROM = 0.8


class Composer(QFrame):
    """Emits a checked VideoRequest; knows nothing of the engine. Main thread only.

    The prompt stays until `request_accepted`: a request that came to nothing costs no typing. It
    has the keyboard after every click here: only Tab takes it to the other controls.
    """

    requested = Signal(object)  # VideoRequest
    refused = Signal(object)  # VideoGenError
    chosen = Signal()  # a model, a shape, a file or another option
    mostNeeded = Signal()  # nobody knows the price: how much may be held?
    inputsShown = Signal()  # files that may not be known yet

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self._available: int | None = None
        self._vendor: Vendor | None = None
        self._is_busy = False
        self._is_wide = True
        self._edges = 0
        self._dropped: tuple[str, ...] = ()
        self._said = self._sent = ""
        self._is_taking = False
        # The most that may be held for what is being sent, where nobody knows its price.
        self.most: int | None = None
        self.lift_style: Callable[[str, bool], str] = lambda prompt, _is_whole: prompt
        self.choices = Choices()
        self.prompt = PromptEditor()
        self.aspect = AspectSelector(tokens)
        self.model = ModelSelector(tokens, self.choices.price)
        self._controls: ModelControls | None = None
        self._tokens = tokens
        self.button = GenerateButton(tokens)
        self._count, self.shortage = plain_label("small"), Shortage()
        self._count.hide()
        self._card = ComposerCard(tokens)
        self._sending_box = QWidget()
        self._sending = QHBoxLayout(self._sending_box)
        self.folding = FoldingRow(tokens.space_1 + 2, self._sending_box)
        self._column = QVBoxLayout(self._card)
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

        model, prompt = self.choices.model, self.prompt.toPlainText()
        if model is None:
            return VideoRequest("", prompt, self.choices.options)
        return self.choices.request_for(model, prompt)

    @property
    def controls(self) -> "ModelControls":
        """Made with the first models: the first frame has none, and does not wait for it."""
        if self._controls is None:
            from videogen_desktop.ui.composer.model_controls import ModelControls

            self._controls = ModelControls(self._tokens, self.folding, self._column)
            self._controls.chosen.connect(self._choose_value)
            self._controls.entryRemoved.connect(self.choices.drop_entry)
            self._controls.changed.connect(self.choices_changed)
            self._controls.closed.connect(self._clicked)
            self._controls.inputs.placed.connect(self._place_files)
        return self._controls

    @property
    def takes(self) -> int:
        """How many videos are wanted of the request."""
        return 1 if self._controls is None else self._controls.takes.number

    @property
    def price(self) -> int | None:
        """Of all takes, in hundredths of a credit; None where nobody knows it."""
        model = self.choices.model
        one = None if model is None else self.choices.price(model)
        return None if one is None else one * self.takes

    def offer(self, vendor: "Vendor", usual_ms: "Mapping[str, int] | None" = None) -> None:
        """What the wallet's vendor can make; `usual_ms` are the usual times of runs by model."""
        self._vendor = vendor
        self.model.offer(vendor.models, usual_ms or {})
        self._model_chosen()

    def choose(self, request: "VideoRequest", facts: "RequestFacts | None" = None) -> None:
        """Show the request's model, where it is on offer, and of its options what can be had."""
        self.choices.take(request, facts)
        self.model.choose_id(request.model_id)
        self._dropped, self._said = (), ""
        self.choices_known()

    @property
    def available(self) -> int | None:
        """Credits of the wallet in hundredths; None while they are not known."""
        return self._available

    def set_available(self, available: int | None) -> None:
        """Credits of the wallet in hundredths; None while they are not known."""
        self._available = available
        self._refresh()

    def complete(self) -> None:
        """What nobody misses in the first frame: the cursor of what can be clicked."""
        from PySide6.QtCore import Qt

        for part in (self.aspect, self.model, self.button):
            part.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_taking(self, name: str, count: int, is_any: bool) -> None:
        """So many files are on their way into this place; `is_any`: or into another one."""
        self._is_taking = is_any
        self.controls.inputs.show_taking(name, count)
        self._refresh()

    def say(self, words: str) -> None:
        """One quiet line, until the next choice."""
        self._said = words
        self._refresh()

    def request_accepted(self) -> None:
        """The card exists: the prompt may go."""
        self._is_busy = False
        self.most = None
        self.choices.parent = ""
        if self._controls is not None:
            self._controls.takes.show_number(1)
        drop_sent(self.prompt, self._sent)
        self._sent = ""
        self._refresh()

    def request_resent(self) -> None:
        """What came to nothing is on its way once more."""
        self._is_busy = True
        self._refresh()

    def request_failed(self) -> None:
        """No card came of it: the prompt stays for the next try."""
        self._is_busy = False
        self.most, self._sent = None, ""
        self._refresh()

    def reuse(self, request: "VideoRequest", facts: "RequestFacts | None" = None) -> None:
        """Put the request into the form, ready to be changed; nothing is sent. `facts` are of its
        files and of the video that it continues."""
        if request.options or request.inputs or request.parent:
            self.choose(request, facts)
        self.write(request.prompt, request.original_prompt, is_whole=True)

    def write(self, prompt: str, original: str = "", *, is_whole: bool = False) -> None:
        """Put a text into the editor; a helper made it of `original`. `is_whole`: all of it."""
        prompt, self.choices.original = self.lift_style(prompt, is_whole), original
        cursor = self.prompt.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(prompt)
        self.prompt.setFocus()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        late = () if self._controls is None else (self._controls,)
        for part in (self._card, self.aspect, self.model, self.button, *late):
            part.set_tokens(tokens)

    # --- what the user does ------------------------------------------------------------------

    @Slot()
    def submit(self) -> None:
        """Send what is written, if it can be sent now."""
        if not self.button.isEnabled() or self._vendor is None:
            return
        # A button that is disabled while it has the keyboard would hand it on to the gallery.
        self.prompt.setFocus()
        from videogen_desktop.domain.errors import VideoGenError

        if self.price is None and self.most is None:
            self.mostNeeded.emit()
            return
        each = None if self.most is None else self.most // self.takes
        try:
            request = self._vendor.priced(self.request, self.choices.facts, each).request
        except VideoGenError as error:
            self.refused.emit(error)
            return
        self._is_busy = True
        self._refresh()
        self._sent = self.prompt.toPlainText()
        self.requested.emit(request)

    def submit_for(self, most: int) -> None:
        """The same where nobody knows the price: hold at most so many hundredths for all takes."""
        self.most = most
        self.submit()
        if not self._is_busy:
            self.most = None

    @Slot(str, object)
    def _place_files(self, name: str, files: tuple[str, ...]) -> None:
        self.choices.place(name, files)
        self.choices_changed()

    @Slot()
    def _model_chosen(self) -> None:
        self._said = ""
        self._dropped = self.choices.change_model(self.model.current)
        self.choices_known()

    def choices_known(self) -> None:
        """Show the choices as they are now known."""
        model, options = self.choices.model, self.choices.options
        shapes = None if model is None else model.parameter(ASPECT_RATIO)
        has_shapes = shapes is not None and shapes.is_in_bar
        self.aspect.setVisible(model is None or has_shapes)
        if shapes is not None and has_shapes:
            self.aspect.offer([str(shape) for shape in shapes.values])
        self.aspect.choose(str(options.get(ASPECT_RATIO, "")))
        self.controls.offer(model, options)
        self.controls.inputs.offer(self.choices.places, self.choices.inputs, self.choices.files)
        self.controls.inputs.show_croppable(self.choices.ratio is not None)
        self.prompt.offer(model)
        self._refresh()
        self.inputsShown.emit()

    @Slot(str)
    def _choose_shape(self, shape: str) -> None:
        self._choose_value(ASPECT_RATIO, shape)

    @Slot(str, object)
    def _choose_value(self, role: str, value: "OptionValue | None") -> None:
        self.choices.choose(role, value)
        self.choices_changed()

    @Slot()
    def choices_changed(self) -> None:
        """Something was chosen, or put into a place: show it, with its price."""
        self._clicked()
        self._dropped, self._said = (), ""
        self.choices_known()
        self.chosen.emit()

    @Slot()
    def _clicked(self) -> None:
        groups = [self.aspect] if self._controls is None else [self.aspect, *self._controls.groups]
        by_keys = [child for group in groups for child in group.findChildren(QWidget)]
        if not any(part.hasFocus() for part in (self.model, *by_keys)):
            self.prompt.setFocus()

    @Slot()
    def _refresh(self) -> None:
        price, prompt = self.price, self.prompt.toPlainText()
        is_short = price is not None and self._available is not None and self._available < price
        problem = self.choices.problem(prompt)
        is_ready = self.choices.model is not None and self._available is not None
        is_ready = is_ready and problem is None and not self._is_taking
        is_unknown = price is None and self.choices.model is not None
        self.button.show_price(price, self.takes, is_unknown=is_unknown)
        self.button.show_busy(self._is_busy)
        needs_text = not prompt.strip() and (self.choices.needs_text or waits_for_text(problem))
        missing = self.tr("Describe the video first") if needs_text else ""
        can_submit = is_ready and not missing and not is_short and not self._is_busy
        if self.button.hasFocus() and not can_submit:
            self.prompt.setFocus()
        self.button.setEnabled(can_submit)
        need = self.shortage.show_need(price, self._available, is_short, is_wide=self._is_wide)
        self._fit()
        self.button.show_shortage("" if self._is_wide else need)
        self.button.show_story(need or missing, self.choices.price_row, self._available)
        self._show_count(len(self.choices.whole(prompt)))
        if self._controls is not None:
            self._controls.show_state(self.choices, problem, self._said, self._dropped)

    def _show_count(self, length: int) -> None:
        model = self.choices.model
        limit = 0 if model is None else model.prompt_limit
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
        self.prompt.offer(self.choices.model)
        self.prompt.setAccessibleName(self.tr("Prompt"))
        self.prompt.setAccessibleDescription(
            self.tr("Enter creates the video, Shift+Enter breaks the line")
        )
        if self._controls is not None:
            self._controls.retranslate()
            self._controls.offer(self.choices.model, self.choices.options)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= _NARROW
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._refresh()
        self._fit()

    def _fit(self) -> None:
        """The shapes' names go first where the row is short of room; then it folds."""
        if self._controls is None:
            self.aspect.show_names(self._is_wide)
            return
        room = self._card.contentsRect().width() - self._edges
        needed = self.folding.width_beside_each_other()
        names = 0 if self.aspect.isHidden() else self.aspect.names_width
        if self.aspect.shows_names:
            needed -= names
        self.aspect.show_names(self._is_wide and needed + names <= room)

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
        self.aspect.chosen.connect(self._choose_shape)
        self.aspect.closed.connect(self._clicked)

    def _lay_out(self, tokens: Tokens) -> None:
        self.folding.add(self.model, is_shown=False)
        self.folding.add(self.aspect)
        self._sending.setContentsMargins(0, 0, 0, 0)
        self._sending.setSpacing(tokens.space_2)
        for last in (self._count, self.shortage, self.button):
            self._sending.addWidget(last)
        card = self._column
        card.setContentsMargins(tokens.space_4, tokens.space_3 + 2, tokens.space_3, tokens.space_3)
        self._edges = tokens.space_4 + tokens.space_3
        card.setSpacing(tokens.space_2)
        card.addWidget(self.prompt)
        card.addWidget(self.folding)
        self._card.setMaximumWidth(_WIDEST)
        centred = QHBoxLayout(self)
        centred.setContentsMargins(tokens.space_4, tokens.space_3, tokens.space_4, tokens.space_4)
        centred.addStretch(1)
        centred.addWidget(self._card, 1000)
        centred.addStretch(1)
