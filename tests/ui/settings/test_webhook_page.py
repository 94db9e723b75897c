"""Callbacks can be switched on, addressed, signed and tried, and the page says how it stands."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.living_window import LivingWindow, OpenLivingWindow
from tests.ui.settings.fake_webhook import FakeWebhook
from videogen_desktop.domain.errors import KeyStoreUnavailableError, ProviderUnavailableError
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.webhook import (
    ReceiverState,
    ReceiverStatus,
    TrialOutcome,
    TrialResult,
)
from videogen_desktop.ui.settings.settings_dialog import WEBHOOK
from videogen_desktop.ui.settings.webhook_page import WebhookPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def living(open_living: OpenLivingWindow) -> Callable[..., tuple[LivingWindow, FakeWebhook]]:
    def opened(**changes: Any) -> tuple[LivingWindow, FakeWebhook]:
        fake = FakeWebhook(**changes)
        settings = Settings(language="en", welcomed=True)
        return open_living(
            settings=settings, prepare=lambda engine: setattr(engine, "webhook", fake)
        ), fake

    return opened


def page_of(living: LivingWindow) -> WebhookPage:
    living.window.header.settings.click()
    dialog = living.presenter.dialog
    assert dialog is not None
    dialog.open_page(WEBHOOK)
    return dialog.webhook


def enter(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_it_is_off_until_it_is_switched_on(
    qtbot: QtBot, living: Callable[..., tuple[LivingWindow, FakeWebhook]]
) -> None:
    window, _ = living(current=ReceiverStatus(ReceiverState.OFF, 0))
    page = page_of(window)
    assert not page.receive.isChecked()
    qtbot.waitUntil(lambda: page._state.text().startswith("Off"))
    page.receive.click()
    enter(qtbot, page.address, "https://A.example/api/video-callback/")
    enter(qtbot, page.port, "9000")
    settings = window.presenter.store.settings
    assert settings.webhook
    assert (settings.webhook_address, settings.webhook_port) == ("https://a.example", 9000)
    dialog = window.presenter.dialog
    assert dialog is not None
    assert dialog.apply_now.isVisible()


@pytest.mark.parametrize(
    "text", ["http://a.example", "a.example", "https://u:p@a.example", "https://a/?b=c", "https://"]
)
def test_what_is_no_address_is_said_and_not_kept(
    qtbot: QtBot, living: Callable[..., tuple[LivingWindow, FakeWebhook]], text: str
) -> None:
    window, _ = living()
    page = page_of(window)
    enter(qtbot, page.address, text)
    assert page._wrong.isVisible()
    assert window.presenter.store.settings.webhook_address is None


@pytest.mark.parametrize("text", ["80", "70000", "x", ""])
def test_what_is_no_port_is_said_and_not_kept(
    qtbot: QtBot, living: Callable[..., tuple[LivingWindow, FakeWebhook]], text: str
) -> None:
    window, _ = living()
    page = page_of(window)
    page.port.clear()
    enter(qtbot, page.port, text)
    assert page._wrong.isVisible()
    assert window.presenter.store.settings.webhook_port == Settings().webhook_port


def test_the_key_leaves_the_field_once_it_is_kept(
    qtbot: QtBot, living: Callable[..., tuple[LivingWindow, FakeWebhook]]
) -> None:
    window, fake = living()
    form = page_of(window).key_form
    assert not form.save.isEnabled()
    assert form.key.echoMode() is QLineEdit.EchoMode.Password
    form.key.setText(" secret ")
    form.save.click()
    qtbot.waitUntil(lambda: form.key.text() == "")
    assert fake.kept == [("secret", False)]


def test_a_keyring_that_refuses_leaves_the_choice_of_this_run(
    qtbot: QtBot, living: Callable[..., tuple[LivingWindow, FakeWebhook]]
) -> None:
    window, fake = living(keyring=KeyStoreUnavailableError("locked"))
    form = page_of(window).key_form
    form.key.setText("secret")
    form.save.click()
    qtbot.waitUntil(form.this_run.isVisible)
    assert (form.key.text(), fake.kept) == ("secret", [])
    form.this_run.click()
    qtbot.waitUntil(lambda: form.key.text() == "")
    assert fake.kept == [("secret", True)]


def test_the_page_says_how_the_receiver_stands(
    qtbot: QtBot, living: Callable[..., tuple[LivingWindow, FakeWebhook]]
) -> None:
    window, _ = living()
    page = page_of(window)
    qtbot.waitUntil(lambda: "port 8765" in page._state.text())
    assert "Received: 3" in page._state.text()


def test_the_sandbox_needs_neither_key_nor_tunnel(
    qtbot: QtBot, living: Callable[..., tuple[LivingWindow, FakeWebhook]]
) -> None:
    window, _ = living(current=ReceiverStatus(ReceiverState.OFF, 0, needs_key=False))
    page = page_of(window)
    qtbot.waitUntil(lambda: not page.key_form.isVisible())
    assert not page.address.isVisible()


def test_what_it_does_not_need_leaves_no_line_behind(
    qtbot: QtBot, living: Callable[..., tuple[LivingWindow, FakeWebhook]]
) -> None:
    window, _ = living(current=ReceiverStatus(ReceiverState.OFF, 0, needs_key=False))
    page = page_of(window)
    qtbot.waitUntil(page._key_row.isHidden)
    frames = page.findChildren(QFrame)
    rules = [frame for frame in frames if frame.property("kind") == "rule"]
    # Between the switch and the port; before the test stands nothing.
    assert len(rules) == 3
    assert sum(rule.isVisibleTo(page) for rule in rules) == 1


@pytest.mark.parametrize("outcome", TrialOutcome)
def test_a_trial_says_how_it_went(
    qtbot: QtBot,
    living: Callable[..., tuple[LivingWindow, FakeWebhook]],
    outcome: TrialOutcome,
) -> None:
    window, _ = living(result=TrialResult(outcome, 404))
    page = page_of(window)
    page.trial.button.click()
    assert not page.trial.button.isEnabled()
    qtbot.waitUntil(page.trial.button.isEnabled)
    role = page.trial.outcome.property("role")
    assert role == ("success" if outcome is TrialOutcome.ARRIVED else "danger")
    assert page.trial.outcome.text()
    assert "{" not in page.trial.outcome.text()


def test_a_trial_that_breaks_says_so(
    qtbot: QtBot, living: Callable[..., tuple[LivingWindow, FakeWebhook]]
) -> None:
    window, _ = living(result=ProviderUnavailableError("x"))
    page = page_of(window)
    page.trial.button.click()
    qtbot.waitUntil(page.trial.button.isEnabled)
    assert page.trial.outcome.property("role") == "danger"
