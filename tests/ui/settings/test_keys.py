import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.toy_vendor.vendor import toy_vendor, with_toy
from tests.ui.account.fake_account import AccountEngine
from tests.ui.living_window import LivingWindow, OpenLivingWindow, Prepare
from videogen_desktop.domain.errors import KeyRejectedError, KeyStoreUnavailableError
from videogen_desktop.domain.settings import Settings
from videogen_desktop.ui.settings.key_form import KeyForm
from videogen_desktop.ui.settings.settings_dialog import WALLETS, SettingsDialog
from videogen_desktop.ui.theme.tokens import LIGHT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CANARY = "sk-CANARY-0123456789abcdef"
KIE = "https://api.kie.ai"


def wallets_of(living: LivingWindow) -> SettingsDialog:
    living.presenter.open_wallets()
    dialog = living.presenter.dialog
    assert dialog is not None
    return dialog


def typed(living: LivingWindow) -> KeyForm:
    form = wallets_of(living).wallets.form
    form.key.setText(CANARY)
    return form


def shown(part: QWidget) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def without_keyring(condition: str) -> Prepare:
    def prepare(engine: AccountEngine) -> None:
        engine.wallets.keyring_failure = KeyStoreUnavailableError(condition)

    return prepare


def test_a_key_is_masked_and_tried_for_free(qtbot: QtBot, open_living: OpenLivingWindow) -> None:
    living = open_living()
    form = typed(living)
    assert form.key.echoMode() is QLineEdit.EchoMode.Password
    form.test.click()
    qtbot.waitUntil(lambda: "1,234.5 credits" in shown(form))
    assert living.engine.wallets.keys == {}


def test_a_rejected_key_is_said_and_not_kept(qtbot: QtBot, open_living: OpenLivingWindow) -> None:
    def reject(engine: AccountEngine) -> None:
        engine.wallets.test_failure = KeyRejectedError("")

    living = open_living(prepare=reject)
    form = typed(living)
    form.save.click()
    assert not form.save.isEnabled()
    qtbot.waitUntil(lambda: "rejected the API key" in shown(form))
    assert living.engine.wallets.keys == {}
    assert form.save.isEnabled()


def test_a_kept_key_leaves_the_field_and_opens_its_wallet(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    living = open_living()
    form = typed(living)
    with qtbot.waitSignal(living.window.libraryOpened):
        form.save.click()
    assert living.engines[0].wallets.keys == {KIE: CANARY}
    assert form.key.text() == ""
    assert living.openings[-1][0].active_api_base == KIE
    assert living.openings[-1][1]
    everything = repr(living.openings) + shown(living.window)
    assert CANARY not in everything


@pytest.mark.parametrize("condition", ["missing", "locked", "failed"])
def test_without_a_keyring_the_choice_is_honest(
    qtbot: QtBot, open_living: OpenLivingWindow, condition: str
) -> None:
    living = open_living(prepare=without_keyring(condition))
    form = typed(living)
    form.save.click()
    qtbot.waitUntil(form.keyring.isVisible)
    assert living.engine.wallets.keys == {}
    words = {"missing": "no system keyring", "locked": "is locked", "failed": "did not take"}
    assert words[condition] in shown(form.keyring)
    form.keyring.cancel.click()
    assert not form.keyring.isVisible()
    assert "was not kept" in shown(form)


def test_a_key_can_be_kept_for_this_run_only(qtbot: QtBot, open_living: OpenLivingWindow) -> None:
    living = open_living(prepare=without_keyring("missing"))
    form = typed(living)
    form.save.click()
    qtbot.waitUntil(form.keyring.isVisible)
    with qtbot.waitSignal(living.window.libraryOpened):
        form.keyring.this_run.click()
    assert living.engines[0].wallets.this_run == {KIE}


def test_retrying_keeps_the_key_once_the_keyring_is_open(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    living = open_living(prepare=without_keyring("locked"))
    form = typed(living)
    form.save.click()
    qtbot.waitUntil(form.keyring.isVisible)
    living.engine.wallets.keyring_failure = None
    form.keyring.retry.click()
    qtbot.waitUntil(lambda: living.engines[0].wallets.keys == {KIE: CANARY})
    qtbot.waitUntil(lambda: len(living.engines) == 2)


def test_a_key_is_removed_only_at_the_second_click(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    living = open_living(
        Settings(welcomed=True, language="en", known_api_bases=(KIE,)),
    )
    dialog = wallets_of(living)
    dialog.open_page(WALLETS)
    qtbot.waitUntil(lambda: len(dialog.wallets.cards) == 2)
    card = dialog.wallets.cards[1]
    qtbot.waitUntil(lambda: "ending in 9f3a" in shown(card))
    card.remove.click()
    card.keep.click()
    assert not card.remove_now.isVisible()
    card.remove.click()
    qtbot.mouseClick(card.remove_now, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(dialog.wallets.cards) == 1)
    assert living.presenter.store.settings.known_api_bases == ()


def test_a_locked_keyring_keeps_the_key_and_says_so(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    living = open_living(
        Settings(welcomed=True, language="en", known_api_bases=(KIE,)),
        prepare=without_keyring("locked"),
    )
    dialog = wallets_of(living)
    qtbot.waitUntil(lambda: len(dialog.wallets.cards) == 2)
    dialog.wallets.cards[1].removeRequested.emit(dialog.wallets.cards[1].key)
    qtbot.waitUntil(lambda: "still there" in shown(dialog.wallets))


def test_a_key_of_this_run_is_not_said_to_be_in_the_keyring(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    def remembers(engine: AccountEngine) -> None:
        engine.wallets.this_run.add(KIE)

    living = open_living(
        Settings(welcomed=True, language="en", known_api_bases=(KIE,)), prepare=remembers
    )
    dialog = wallets_of(living)
    qtbot.waitUntil(lambda: len(dialog.wallets.cards) == 2)
    card = dialog.wallets.cards[1]
    qtbot.waitUntil(lambda: "for this run only" in shown(card))
    assert "keyring" not in shown(card)


def test_the_choice_without_a_keyring_is_seen_without_scrolling(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    living = open_living(prepare=without_keyring("missing"))
    form = typed(living)
    dialog = living.presenter.dialog
    assert dialog is not None
    dialog.resize(dialog.width(), 420)
    form.save.click()
    qtbot.waitUntil(form.keyring.isVisible)
    qtbot.waitUntil(lambda: form.keyring.visibleRegion().boundingRect() == form.keyring.rect())
    assert form.keyring.retry.hasFocus()
    # A machine can be slow to give its lines their height: the question grows after it was shown.
    bar = dialog.wallets.verticalScrollBar()
    before = bar.maximum()
    form.keyring.setMinimumHeight(280)
    qtbot.waitUntil(lambda: bar.maximum() > before)
    qtbot.waitUntil(lambda: form.keyring.visibleRegion().boundingRect() == form.keyring.rect())


def test_only_where_several_vendors_take_keys_the_form_asks_whose_it_is(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    usual = typed(open_living())
    assert usual.vendor.isHidden()
    form = KeyForm(LIGHT, with_toy().keyed, with_address=True)
    qtbot.addWidget(form)
    form.show()
    assert form.vendor.isVisible()
    form.key.setText(CANARY)
    _kie, toy = form.vendor.findChildren(QPushButton)
    qtbot.mouseClick(toy, Qt.MouseButton.LeftButton)
    assert form.key.placeholderText() == "Paste your Toy API key"
    with qtbot.waitSignal(form.testRequested) as asked:
        form.test.click()
    assert asked.args == [toy_vendor().wallet, CANARY]
