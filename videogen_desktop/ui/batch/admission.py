"""From a press of the button until every video of a table is reserved, or none."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from videogen_desktop.domain.batch import BatchTotal, CheckedRow
from videogen_desktop.domain.batch_text import BatchTable
from videogen_desktop.domain.errors import RepeatedRequestError
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.composer.composer_presenter import repeat_question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox, QWidget


class Order(NamedTuple):
    """What the button said when it was pressed. `batch_id` is made at the press: asked for once
    more, it is the same batch."""

    batch_id: str
    table: BatchTable
    rows: tuple[CheckedRow, ...]
    name: str

    @property
    def total(self) -> BatchTotal:
        return BatchTotal.of(self.rows)


class Admission(QObject):
    """One order at a time. Main thread only."""

    admitted = Signal(object)  # Order
    refused = Signal(object)  # BaseException, or None where the user took it back

    def __init__(self, bridge: EngineBridge, window: "QWidget") -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window
        self._question: QMessageBox | None = None
        self._order: Order | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an order is on its way."""
        return self._order is not None

    def ask_for(self, table: BatchTable, rows: tuple[CheckedRow, ...], name: str) -> None:
        """Reserve all of it for what it costs by these rows; one of two signals follows."""
        import uuid

        self._order = Order(str(uuid.uuid4()), table, rows, name)
        self._send(self._order, confirmed=False)

    def forget(self) -> None:
        """The library is being closed: what is under way gets no answer."""
        self._order = None
        if self._question is not None:
            self._question.reject()

    def _send(self, order: Order, *, confirmed: bool) -> None:
        # What the button said is agreed to: a price that is read anew meanwhile may be higher.
        most = order.total.price
        self._bridge.ask(
            lambda engine: engine.batches.admit(
                order.rows, order.name, most=most, confirmed=confirmed, batch_id=order.batch_id
            ),
            partial(self._admitted, order),
            partial(self._failed, order),
        )

    def _admitted(self, order: Order, _standing: object) -> None:
        if self._order is order:
            self._order = None
            self.admitted.emit(order)

    def _failed(self, order: Order, error: BaseException) -> None:
        if self._order is not order:
            return
        if not isinstance(error, RepeatedRequestError):
            self._order = None
            self.refused.emit(error)
            return
        price = order.total.price
        question, yes = repeat_question(self._window, error.age_ms, price)
        yes.clicked.connect(partial(self._send_again, order))
        question.rejected.connect(self._taken_back)
        question.finished.connect(self._answered)
        self._question = question
        question.open()

    def _send_again(self, order: Order, _checked: bool = False) -> None:
        self._send(order, confirmed=True)

    @Slot()
    def _taken_back(self) -> None:
        if self._order is not None:
            self._order = None
            self.refused.emit(None)

    @Slot()
    def _answered(self) -> None:
        self._question = None
