"""Every window, dialog and panel of the program, each made alone and filled with data.

The data is in no language ("☂ 42"): what is left to read is the program's own.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenDesk
from tests.ui.gallery.cards import card
from videogen_desktop.domain.account import AccountFacts, Movement
from videogen_desktop.domain.aspect_ratio import AspectRatio
from videogen_desktop.domain.details import TimelineEvent, VideoDetails
from videogen_desktop.domain.gallery import GalleryCounts, StatusGroup
from videogen_desktop.domain.ledger import Balance
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.domain.wallet import KIE_WALLET, SANDBOX_WALLET
from videogen_desktop.services.wallets import KnownWallet
from videogen_desktop.ui.account.credit_panel import CreditPanel
from videogen_desktop.ui.account.statement_dialog import StatementDialog
from videogen_desktop.ui.account.statement_filter import SearchableStatement
from videogen_desktop.ui.account.wording import KINDS
from videogen_desktop.ui.bridge import EngineBridge, Publish, Studio
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.library.no_match import NoMatch
from videogen_desktop.ui.library.selection_bar import SelectionBar
from videogen_desktop.ui.library.toolbar import LibraryToolbar
from videogen_desktop.ui.settings.settings_dialog import SettingsDialog
from videogen_desktop.ui.settings.settings_keeper import SettingsKeeper
from videogen_desktop.ui.settings.welcome import Welcome
from videogen_desktop.ui.settings.window_places import WindowPlaces
from videogen_desktop.ui.theme.theme import Theme
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.viewer import details_wording
from videogen_desktop.ui.viewer.order import GalleryOrder
from videogen_desktop.ui.viewer.viewer import Viewer

PROMPT = "☂ 42"
NOW = 1_795_000_000_000


@dataclass
class Scene:
    """What a surface is made of. Surfaces hang on `frame`, and go with it."""

    frame: QWidget
    tokens: Tokens
    folder: Path
    open_desk: OpenDesk
    page: int = 0

    @property
    def column(self) -> QVBoxLayout:
        column = self.frame.layout()
        assert isinstance(column, QVBoxLayout)
        return column

    @property
    def bridge(self) -> EngineBridge:
        """Never opened: nothing that is asked gets an answer."""

        async def no_studio(_publish: Publish) -> Studio:
            raise AssertionError

        def no_worker() -> object:
            raise AssertionError

        return EngineBridge(no_worker, no_studio, self.frame)  # type: ignore[arg-type]


def cards() -> list[LibraryItem]:
    """One card of each kind."""
    states = [*VideoState, *[VideoState.FAILED] * len(Reason)]
    reasons = [None] * len(VideoState) + list(Reason)
    shapes = list(AspectRatio)
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


def empty_window(scene: Scene) -> QWidget:
    return scene.open_desk().window


def full_window(scene: Scene) -> QWidget:
    return scene.open_desk(items=cards()).window


def alerts(scene: Scene) -> QWidget:
    from videogen_desktop.domain.errors import KeyRejectedError

    window = scene.open_desk().window
    window.show_problem(KeyRejectedError(PROMPT))
    return window


def statement(scene: Scene) -> QWidget:
    dialog = StatementDialog(scene.tokens, lambda: NOW, scene.frame)
    dialog.show_statement(SearchableStatement(movements()), SANDBOX_WALLET)
    return dialog


def credit_panel(scene: Scene) -> QWidget:
    panel = CreditPanel(scene.tokens, scene.frame)
    balance = Balance("wallet", 900_00, 100_00, 2)
    panel.show_money(balance, is_play_money=True)
    known = (
        KnownWallet(SANDBOX_WALLET, is_active=True, has_key=False),
        KnownWallet(KIE_WALLET, is_active=False, has_key=True, key_ends_with="1234"),
    )
    panel.show_wallets(known, SANDBOX_WALLET)
    panel.show_facts(AccountFacts(balance, 100_00, movements(), NOW, 1_000_00), NOW)
    return panel


def settings(scene: Scene) -> QWidget:
    bridge = scene.bridge
    kept = replace(Settings(), proxy="manual", proxy_url="socks5://[::1]:1080")
    keeper = SettingsKeeper(bridge, kept, scene.frame)
    places = WindowPlaces(scene.folder, scene.folder)
    dialog = SettingsDialog(scene.tokens, keeper, bridge, places, scene.frame)
    dialog.show_open_wallet(SANDBOX_WALLET)
    dialog.show_settings()
    dialog.show_waiting(waits=True)
    dialog.open_page(scene.page)
    return dialog


def _settings_page(number: int) -> Callable[[Scene], QWidget]:
    return lambda scene: settings(replace(scene, page=number))


def welcome(scene: Scene) -> QWidget:
    stage = QWidget(scene.frame)
    scene.column.addWidget(stage)
    Welcome(scene.tokens, stage).show()
    return scene.frame


def toolbar(scene: Scene) -> QWidget:
    bar = LibraryToolbar(scene.tokens)
    bar.show_counts(GalleryCounts(1_234, dict.fromkeys(StatusGroup, 246)))
    return _in_frame(scene, bar)


def selection_bar(scene: Scene) -> QWidget:
    bar = SelectionBar(scene.tokens)
    bar.show_selected(3)
    return _in_frame(scene, bar)


def copying_bar(scene: Scene) -> QWidget:
    bar = SelectionBar(scene.tokens)
    bar.show_copying(1, 3, 40)
    return _in_frame(scene, bar)


def no_match(scene: Scene) -> QWidget:
    return _in_frame(scene, NoMatch(scene.tokens))


def _in_frame(scene: Scene, part: QWidget) -> QWidget:
    scene.column.addWidget(part)
    return scene.frame


def _viewer_of(state: VideoState) -> Callable[[Scene], QWidget]:
    def viewer(scene: Scene) -> QWidget:
        model = GalleryModel(scene.frame)
        model.set_ids([item.video.id for item in cards()])
        model.put_items(cards())
        shown = next(item for item in cards() if item.video.state is state)
        covered = QWidget(scene.frame)
        made = Viewer(scene.bridge, GalleryOrder(model), scene.tokens, scene.frame, covered)
        # It follows the size of a window that is shown.
        scene.frame.show()
        made.open_video(shown.video.id)
        timeline = tuple(
            TimelineEvent(number, kind, NOW + number * 60_000, {})
            for number, kind in enumerate(details_wording._EVENTS)
        )
        made._show_details(VideoDetails(shown, timeline, (), '{"☂": 42}', 8_000, 1920, 1080, 42))
        return scene.frame

    return viewer


def frame() -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    return made


SURFACES: dict[str, Callable[[Scene], QWidget]] = {
    "empty window": empty_window,
    "full window": full_window,
    "alerts": alerts,
    "statement": statement,
    "credit panel": credit_panel,
    "settings: general": _settings_page(0),
    "settings: wallets": _settings_page(1),
    "settings: files": _settings_page(2),
    "settings: network": _settings_page(3),
    "welcome": welcome,
    "toolbar": toolbar,
    "selection bar": selection_bar,
    "copying bar": copying_bar,
    "no match": no_match,
    "viewer: completed": _viewer_of(VideoState.COMPLETED),
    "viewer: failed": _viewer_of(VideoState.FAILED),
    "viewer: processing": _viewer_of(VideoState.PROCESSING),
}

OpenSurface = Callable[..., QWidget]


@pytest.fixture
def open_surface(
    qtbot: QtBot, open_desk: OpenDesk, theme: Theme, tmp_path: Path
) -> Iterator[OpenSurface]:
    """Opens one by its name, in Vietnamese, at a size if one is given."""
    holder = frame()
    qtbot.addWidget(holder)

    def open_one(name: str, size: tuple[int, int] | None = None) -> QWidget:
        widget = SURFACES[name](Scene(holder, theme.tokens, tmp_path, open_desk))
        if size is not None:
            widget.setMinimumSize(0, 0)
            widget.resize(*size)
        widget.show()
        settle()
        if name == "full window":
            library = widget.library  # type: ignore[attr-defined]
            qtbot.waitUntil(lambda: library.model.item(cards()[0].video.id) is not None)
        settle()
        return widget

    yield open_one
    holder.close()


def settle() -> None:
    """Deliver what is posted: layouts, texts of another language, polish."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()
