"""Every window, dialog and panel of the program, each made alone and filled with data."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.requests import KIE_WALLET, SANDBOX_WALLET, VENDORS
from tests.ui.conftest import OpenRunningWindow, one_theme
from tests.ui.language.dialogs import DIALOGS
from tests.ui.language.leaving import LEAVING, LEAVING_DIALOGS
from tests.ui.language.money import MONEY, MONEY_DIALOGS
from tests.ui.language.safety import SAFE, SAFE_DIALOGS, SAFE_STATES
from tests.ui.language.scene import NOW, PROMPT, Scene, cards, frame, in_frame, movements, settle
from tests.ui.language.settings import KEYS, SETTINGS
from tests.ui.language.viewers import VIEWER_MENUS, VIEWERS
from tests.ui.language.writing import WRITING_DIALOGS
from videogen_desktop.domain.gallery import GalleryCounts, StatusGroup
from videogen_desktop.domain.ledger import AccountFacts, Balance
from videogen_desktop.domain.reconciliation import Drift
from videogen_desktop.services.wallets import KnownWallet
from videogen_desktop.ui.account.credit_panel import CreditPanel
from videogen_desktop.ui.account.filter_bar import Period
from videogen_desktop.ui.account.statement_dialog import StatementDialog
from videogen_desktop.ui.account.statement_model import SearchableStatement
from videogen_desktop.ui.library.empty_states import NoMatch
from videogen_desktop.ui.library.panel import SelectionBar
from videogen_desktop.ui.library.toolbar import LibraryToolbar
from videogen_desktop.ui.settings.welcome import Welcome
from videogen_desktop.ui.shortcuts.dialog import ShortcutsDialog
from videogen_desktop.ui.theme.theme import Theme

DRIFT = Drift(-85_50, NOW - 300_000, NOW)


def empty_window(scene: Scene) -> QWidget:
    return scene.open_running().window


def full_window(scene: Scene) -> QWidget:
    return scene.open_running(items=cards()).window


def alerts(scene: Scene) -> QWidget:
    from videogen_desktop.domain.errors import KeyRejectedError

    window = scene.open_running().window
    window.show_problem(KeyRejectedError(PROMPT))
    return window


def statement(scene: Scene) -> QWidget:
    dialog = StatementDialog(scene.tokens, lambda: NOW, scene.frame)
    dialog.show_statement(SearchableStatement(movements()), SANDBOX_WALLET, "Sandbox")
    dialog.show_drift(DRIFT)
    return dialog


def statement_of_days(scene: Scene) -> QWidget:
    dialog = statement(scene)
    assert isinstance(dialog, StatementDialog)
    dialog.filters.period.choose(Period.CHOSEN)
    dialog.filters._period_chosen(Period.CHOSEN)
    return dialog


def empty_statement(scene: Scene) -> QWidget:
    dialog = StatementDialog(scene.tokens, lambda: NOW, scene.frame)
    dialog.show_statement(SearchableStatement(()), KIE_WALLET, "Kie AI")
    return dialog


def loading_statement(scene: Scene) -> QWidget:
    return StatementDialog(scene.tokens, lambda: NOW, scene.frame)


def credit_panel(scene: Scene) -> QWidget:
    panel = CreditPanel(scene.tokens, scene.frame)
    balance = Balance("wallet", 900_00, 100_00, 2)
    panel.show_money(balance, is_play_money=True)
    known = (
        KnownWallet(SANDBOX_WALLET, "Sandbox", is_active=True, has_key=False),
        KnownWallet(KIE_WALLET, "Kie AI", is_active=False, has_key=True, key_ends_with="1234"),
    )
    panel.show_wallets(known, SANDBOX_WALLET, "Sandbox")
    panel.show_facts(AccountFacts(balance, 100_00, movements(), NOW, 1_000_00, DRIFT), NOW)
    return panel


def welcome(scene: Scene) -> QWidget:
    stage = QWidget(scene.frame)
    scene.column.addWidget(stage)
    Welcome(scene.tokens, VENDORS.keyed, stage).show()
    return scene.frame


def toolbar(scene: Scene) -> QWidget:
    bar = LibraryToolbar(scene.tokens)
    bar.show_counts(GalleryCounts(1_234, dict.fromkeys(StatusGroup, 246)))
    return in_frame(scene, bar)


def selection_bar(scene: Scene) -> QWidget:
    bar = SelectionBar(scene.tokens)
    bar.show_selected(3)
    return in_frame(scene, bar)


def copying_bar(scene: Scene) -> QWidget:
    bar = SelectionBar(scene.tokens)
    bar.show_copying(1, 3, 40)
    return in_frame(scene, bar)


def no_match(scene: Scene) -> QWidget:
    return in_frame(scene, NoMatch(scene.tokens))


def shortcuts(scene: Scene) -> QWidget:
    return ShortcutsDialog(scene.tokens, scene.frame)


# Every arrangement of controls; STATES are the same ones with other words in them.
SURFACES: dict[str, Callable[[Scene], QWidget]] = {
    "empty window": empty_window,
    "full window": full_window,
    "alerts": alerts,
    "statement": statement,
    "statement: days": statement_of_days,
    "credit panel": credit_panel,
    **SETTINGS,
    "welcome": welcome,
    "toolbar": toolbar,
    "selection bar": selection_bar,
    "copying bar": copying_bar,
    "no match": no_match,
    "keyboard shortcuts": shortcuts,
    **{f"viewer: {name}": VIEWERS[f"viewer: {name}"] for name in ("completed", "processing")},
    "viewer: failed": VIEWERS["viewer: provider_failed"],
    "viewer: saving": VIEWERS["viewer: saving three"],
    "viewer: unclear": VIEWERS["viewer: perhaps charged"],
    **MONEY,
    **SAFE,
    **LEAVING,
}
EMPTY = {"statement: empty": empty_statement, "statement: loading": loading_statement}
STATES = {**EMPTY, **KEYS, **VIEWERS, **SAFE_STATES}
# What stands in front of the window as long as it is open, or is made anew each time: the language
# cannot change meanwhile.
SHORT_LIVED: dict[str, Callable[[Scene], QWidget]] = {
    **DIALOGS,
    **MONEY_DIALOGS,
    **SAFE_DIALOGS,
    **VIEWER_MENUS,
    **LEAVING_DIALOGS,
    **WRITING_DIALOGS,
}
EVERYTHING = {**SURFACES, **STATES, **SHORT_LIVED}

OpenSurface = Callable[..., QWidget]


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The one of tests.ui.conftest, which takes longer than most surfaces, once for all of them."""
    yield from one_theme(qapp)


@pytest.fixture
def open_surface(
    qtbot: QtBot, open_running: OpenRunningWindow, theme: Theme, tmp_path: Path
) -> Iterator[OpenSurface]:
    """Opens one by its name, in Vietnamese, at a size if one is given."""
    holders: list[QWidget] = []

    def open_one(name: str, size: tuple[int, int] | None = None) -> QWidget:
        holders.append(frame())
        widget = EVERYTHING[name](Scene(holders[-1], theme.tokens, tmp_path, open_running))
        if size is not None:
            widget.setMinimumSize(0, 0)
            widget.resize(*size)
        widget.show()
        settle()
        if name == "full window":
            library = widget.library  # type: ignore[attr-defined]
            chips = library.panel.toolbar.chips
            qtbot.waitUntil(lambda: library.model.item(cards()[0].video.id) is not None)
            # The counts bring chips of their own, and a card under the pointer its controls.
            qtbot.waitUntil(lambda: chips.count(None) is not None)
            qtbot.waitUntil(lambda: not library.view.cards.in_motion)
        settle()
        return widget

    yield open_one
    for holder in holders:
        holder.close()
        holder.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
