"""What surfaces are made of. The data is in no language ("☂ 42"): what is left to read is the
program's own."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.ui.conftest import OpenRunningWindow
from tests.ui.gallery.cards import card
from videogen_desktop.domain.ledger import Movement
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.services.wallet_engine import WalletEngine
from videogen_desktop.ui.account.wording import KINDS
from videogen_desktop.ui.bridge import EngineBridge, Publish
from videogen_desktop.ui.theme.tokens import Tokens

PROMPT = "☂ 42"
NOW = 1_795_000_000_000


@dataclass
class Scene:
    """What a surface is made of. Surfaces hang on `frame`, and go with it."""

    frame: QWidget
    tokens: Tokens
    folder: Path
    open_running: OpenRunningWindow
    page: int = 0

    @property
    def column(self) -> QVBoxLayout:
        column = self.frame.layout()
        assert isinstance(column, QVBoxLayout)
        return column

    @property
    def bridge(self) -> EngineBridge:
        """Never opened: nothing that is asked gets an answer."""

        async def no_engine(_publish: Publish) -> WalletEngine:
            raise AssertionError

        def no_worker() -> object:
            raise AssertionError

        return EngineBridge(no_worker, no_engine, self.frame)  # type: ignore[arg-type]


def cards() -> list[LibraryItem]:
    """One card of each kind."""
    states = [*VideoState, *[VideoState.FAILED] * len(Reason)]
    reasons = [None] * len(VideoState) + list(Reason)
    shapes = ["landscape", "portrait"]
    return [
        card(
            f"00000000-0000-4000-8000-{number:012d}",
            prompt=PROMPT,
            state=state,
            reason=reason,
            aspect_ratio=shapes[number % len(shapes)],
        )
        for number, (state, reason) in enumerate(zip(states, reasons, strict=True))
    ]


def movements() -> tuple[Movement, ...]:
    return tuple(
        Movement(number, NOW - number * 3_600_000, kind, -100_00, 900_00, f"v{number}", PROMPT)
        for number, kind in enumerate(KINDS)
    )


def frame() -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    return made


def settle() -> None:
    """Deliver what is posted: layouts, texts of another language, polish."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()


def in_frame(scene: Scene, part: QWidget) -> QWidget:
    scene.column.addWidget(part)
    return scene.frame
