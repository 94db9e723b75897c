"""When the provider is asked for its balance: on demand, after videos ended, on coming back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from videogen_desktop.ui.bridge import EngineBridge

if TYPE_CHECKING:
    from videogen_desktop.domain.video import Video

ASK_AT_MOST_EVERY_MS = 60_000
# Several videos that end together are one question to the provider.
_GATHER_MS = 2_000


class BalanceAsking(QObject):
    """Main thread. `silent` carries why a question that the user asked got no answer."""

    answered = Signal()
    silent = Signal(object)  # BaseException

    def __init__(self, bridge: EngineBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._asked = QElapsedTimer()
        self._on_their_way: set[str] = set()
        self._ended = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._ended.timeout.connect(self.ask_quietly)

    @property
    def is_due(self) -> bool:
        """Whether the last question is long enough ago for one that nobody asked for."""
        return not self._asked.isValid() or self._asked.elapsed() >= ASK_AT_MOST_EVERY_MS

    def count_as_asked(self) -> None:
        """Somebody else has just asked."""
        self._asked.start()

    def leave_wallet(self) -> None:
        self._ended.stop()

    def follow(self, video: "Video") -> None:
        """An end changes the balance."""
        if not video.is_terminal:
            self._on_their_way.add(video.id)
        elif video.id in self._on_their_way:
            self._on_their_way.discard(video.id)
            # Not started again: a steady stream of ends must not put it off for ever.
            if not self._ended.isActive():
                self._ended.start()

    def ask(self) -> None:
        """The user wants to know."""
        self._asked.start()
        self._bridge.ask(lambda engine: engine.account.balance(), self._came, self.silent.emit)

    @Slot()
    def ask_quietly(self) -> None:
        """Coming back to the window while offline is no reason for an alert each time."""
        self._asked.start()
        self._bridge.ask(lambda engine: engine.account.balance(), self._came, _nobody)

    def _came(self, _balance: object) -> None:
        self.answered.emit()


def _nobody(_error: BaseException) -> None:
    """The panel says when the provider last answered; that is enough here."""
