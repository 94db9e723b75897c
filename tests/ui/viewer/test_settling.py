"""An unclear video: what the balance suggests, and the ways out with what follows for the money."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.gallery.cards import card
from tests.ui.viewer.conftest import Page
from tests.ui.viewer.fake_settling import FakeSettling
from tests.ui.viewer.fakes import newer
from videogen_desktop.domain.errors import (
    IllegalTransitionError,
    ProviderUnavailableError,
    TaskDiffersError,
    TaskTakenError,
    TaskUnknownError,
)
from videogen_desktop.domain.events import VideoChanged
from videogen_desktop.domain.reconciliation import Indication
from videogen_desktop.domain.states import Origin, Reason, VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.credit_text import credits_text
from videogen_desktop.ui.viewer.state_buttons import UnconfirmedChoices
from videogen_desktop.ui.viewer.task_dialog import TaskDialog

TASK = "task-42"
NEVER_MS = 3_600_000


def unclear(name: str = "a", reason: Reason = Reason.SENT_UNKNOWN) -> LibraryItem:
    return card(name, state=VideoState.UNCONFIRMED, reason=reason)


@pytest.fixture
def choices(page: Page) -> UnconfirmedChoices:
    """The page shows an unclear video, with a clear one after it; the balance is asked for only
    when the test says so, however slow the machine is."""
    page.viewer.settling.hint_due.setInterval(NEVER_MS)
    page.put(unclear(), card("b", state=VideoState.PROCESSING))
    page.viewer.open_video("a")
    return page.viewer.player_view.card.choices


def settling(page: Page) -> FakeSettling:
    fake: FakeSettling = page.bridge.engine.settling
    return fake


def hints(page: Page) -> int:
    return [call[0] for call in settling(page).calls].count("hint")


def notices(page: Page) -> list[str]:
    told: list[str] = []
    page.viewer.noticeGiven.connect(lambda text, _action: told.append(text))
    return told


# --- the hint -----------------------------------------------------------------------------------


def test_the_balance_is_asked_for_once_and_shown_as_a_hint(
    page: Page, qtbot: QtBot, choices: UnconfirmedChoices
) -> None:
    assert choices.hint.text() == "Asking the provider for the balance…"
    page.viewer.settling.hint_due.setInterval(0)
    qtbot.waitUntil(lambda: credits_text(10_000_00) in choices.hint.text())
    assert "was not charged" in choices.hint.text()
    assert any("only a hint" in text for text in page.texts())
    page.viewer.apply(VideoChanged(newer(unclear())))
    assert hints(page) == 1


@pytest.mark.parametrize("indication", Indication)
def test_every_indication_has_words_of_its_own(
    page: Page, choices: UnconfirmedChoices, indication: Indication
) -> None:
    settling(page).indication = indication
    page.viewer.settling.ask_for_hint()
    said = choices.hint.text()
    settling(page).indication = next(other for other in Indication if other is not indication)
    page.viewer.settling.ask_for_hint()
    assert credits_text(10_000_00) in said
    assert choices.hint.text() != said


def test_a_clear_video_is_not_asked_about(page: Page, choices: UnconfirmedChoices) -> None:
    page.viewer.show_next()
    assert not choices.isVisible()
    assert not page.viewer.settling.hint_due.isActive()
    page.viewer.settling.ask_for_hint()
    assert hints(page) == 0


def test_a_late_answer_about_another_video_is_not_shown(
    page: Page, choices: UnconfirmedChoices
) -> None:
    page.put(unclear("b"))
    page.bridge.is_held = True
    page.viewer.settling.ask_for_hint()
    page.bridge.is_held = False
    page.viewer.show_next()
    page.bridge.answer()
    assert choices.hint.text() == "Asking the provider for the balance…"


def test_a_balance_that_cannot_be_read_does_not_say_that_nothing_was_charged(
    page: Page, choices: UnconfirmedChoices
) -> None:
    settling(page).hint_failure = ProviderUnavailableError("")
    page.viewer.settling.ask_for_hint()
    assert choices.hint.text().startswith("The balance could not be read.")
    assert "Nothing was charged" not in choices.hint.text()
    settling(page).hint_failure = IllegalTransitionError("a", VideoState.PENDING, "settled")
    page.viewer.settling.ask_for_hint()
    assert choices.hint.text() == ""


def test_checking_again_is_recorded_and_reads_the_balance_again(
    page: Page, choices: UnconfirmedChoices
) -> None:
    choices.check.click()
    assert [call[0] for call in settling(page).calls] == ["check_again", "hint"]
    assert "Checked: nothing has changed." in page.texts()


def test_a_check_that_fails_leaves_open_what_was_charged(
    page: Page, choices: UnconfirmedChoices
) -> None:
    problems: list[object] = []
    page.viewer.problemFound.connect(problems.append)
    settling(page).failure = ProviderUnavailableError("")
    choices.check.click()
    assert problems == []
    assert page.viewer.player_view.card.check_note.text().startswith("It could not be checked.")
    assert not any("Nothing was charged" in text for text in page.texts())
    assert choices.check.isEnabled()


# --- the owner's word ---------------------------------------------------------------------------


def answer(page: Page, text: str) -> str:
    """Press the button with this text in the question that is open; what the question said."""
    (question,) = page.viewer.findChildren(QMessageBox)
    said = question.informativeText()
    (button,) = [one for one in question.findChildren(QPushButton) if one.text() == text]
    button.click()
    return said


@pytest.mark.parametrize(
    ("button", "yes", "verb", "follows", "told"),
    [
        (
            "charged",
            "Note it as charged",
            "user_charged",
            "100 credits count as spent",
            "Noted: 100 credits were charged.",
        ),
        (
            "not_charged",
            "Note it as not charged",
            "user_not_charged",
            "100 credits are yours again",
            "Noted: 100 credits are yours again.",
        ),
    ],
)
def test_a_word_is_asked_for_with_what_follows_and_then_kept(
    page: Page,
    choices: UnconfirmedChoices,
    button: str,
    yes: str,
    verb: str,
    follows: str,
    told: str,
) -> None:
    said = notices(page)
    getattr(choices, button).click()
    assert settling(page).calls == []
    assert answer(page, yes).startswith(follows)
    assert settling(page).calls == [(verb, "a")]
    assert said == [told]


def test_later_changes_nothing(page: Page, choices: UnconfirmedChoices) -> None:
    choices.not_charged.click()
    answer(page, "Later")
    assert settling(page).calls == []


def test_a_rescued_video_moves_no_credits(page: Page) -> None:
    item = unclear("c", Reason.RECORD_GONE)
    page.put(replace(item, video=replace(item.video, origin=Origin.RESCUED, price=0)))
    page.viewer.open_video("c")
    page.viewer.player_view.card.choices.charged.click()
    assert "your balance stays" in answer(page, "Note it as charged")


def test_a_word_that_comes_too_late_is_told(page: Page, choices: UnconfirmedChoices) -> None:
    problems: list[object] = []
    page.viewer.problemFound.connect(problems.append)
    settling(page).failure = IllegalTransitionError("a", VideoState.PENDING, "settled")
    choices.charged.click()
    answer(page, "Note it as charged")
    assert problems == [settling(page).failure]


# --- the task id --------------------------------------------------------------------------------


def task_dialog(page: Page, text: str = TASK) -> TaskDialog:
    page.viewer.player_view.card.choices.task.click()
    dialog = page.viewer.settling.dialog
    assert dialog is not None
    dialog.task.setText(text)
    dialog.task.textEdited.emit(text)
    dialog.join.click()
    return dialog


def test_an_entered_task_is_joined_and_the_dialog_goes(
    page: Page, choices: UnconfirmedChoices
) -> None:
    said = notices(page)
    task_dialog(page, f"  {TASK} ")
    assert settling(page).calls == [("enter_task", "a", TASK, False)]
    assert page.viewer.settling.dialog is None
    assert said == ["Joined with the task. It is followed until the video is ready."]


@pytest.mark.parametrize("text", ["tác vụ 1/2", "a.b?c", "x" * 300])
def test_whatever_the_provider_calls_a_task_is_asked_for(
    page: Page, choices: UnconfirmedChoices, text: str
) -> None:
    task_dialog(page, text)
    assert settling(page).calls == [("enter_task", "a", text, False)]


@pytest.mark.parametrize("text", ["…", "a\u202eb", "- /"])
def test_what_is_no_task_id_is_not_asked_for(
    page: Page, choices: UnconfirmedChoices, text: str
) -> None:
    dialog = task_dialog(page, text)
    assert settling(page).calls == []
    assert dialog.said.isVisible()


def test_an_unknown_task_is_said_where_it_was_typed(
    page: Page, choices: UnconfirmedChoices
) -> None:
    settling(page).refuses = lambda _confirmed: TaskUnknownError(TASK)
    dialog = task_dialog(page)
    assert dialog.said.text() == (
        f"The provider knows no task {TASK} under this key. Check the id."
    )
    assert dialog.join.isEnabled()


def test_a_task_that_differs_is_joined_only_after_a_second_yes(
    page: Page, choices: UnconfirmedChoices
) -> None:
    settling(page).refuses = lambda confirmed: (
        None if confirmed else TaskDiffersError(TASK, ("model", "prompt"))
    )
    dialog = task_dialog(page)
    assert "differs in the model, the prompt" in dialog.said.text()
    assert dialog.join.text() == "Join them anyway"
    dialog.join.click()
    assert [call[3] for call in settling(page).calls] == [False, True]


def test_another_id_is_asked_about_anew(page: Page, choices: UnconfirmedChoices) -> None:
    settling(page).refuses = lambda _confirmed: TaskDiffersError(TASK, ("model",))
    dialog = task_dialog(page)
    dialog.task.setText("task-43")
    dialog.task.textEdited.emit("task-43")
    assert dialog.join.text() == "Join with the video"
    dialog.join.click()
    assert [call[2:] for call in settling(page).calls] == [(TASK, False), ("task-43", False)]


def test_a_video_that_was_accepted_as_another_task_cannot_be_confirmed(
    page: Page, choices: UnconfirmedChoices
) -> None:
    settling(page).refuses = lambda _confirmed: TaskDiffersError(TASK, ("task",))
    assert task_dialog(page).join.text() == "Join with the video"


def test_a_task_of_another_video_leads_there(page: Page, choices: UnconfirmedChoices) -> None:
    settling(page).refuses = lambda _confirmed: TaskTakenError(TASK, "b")
    dialog = task_dialog(page)
    dialog.other.click()
    assert page.viewer.video_id == "b"
    assert page.viewer.settling.dialog is None


def test_an_answer_after_the_dialog_was_closed_is_told_all_the_same(
    page: Page, choices: UnconfirmedChoices
) -> None:
    problems: list[object] = []
    page.viewer.problemFound.connect(problems.append)
    settling(page).refuses = lambda _confirmed: TaskUnknownError(TASK)
    page.bridge.is_held = True
    task_dialog(page).reject()
    page.bridge.answer()
    assert [type(problem) for problem in problems] == [TaskUnknownError]


def test_where_the_record_has_gone_no_id_is_asked_for(page: Page) -> None:
    page.put(unclear("c", Reason.RECORD_GONE))
    page.viewer.open_video("c")
    choices = page.viewer.player_view.card.choices
    assert not choices.task.isVisible()
    assert choices.charged.isVisible()


def test_everything_shown_is_plain_text(page: Page, choices: UnconfirmedChoices) -> None:
    settling(page).refuses = lambda _confirmed: TaskUnknownError("<b>x</b>")
    dialog = task_dialog(page)
    formats = {label.textFormat() for label in dialog.findChildren(QLabel)}
    assert formats == {dialog.said.textFormat()}
