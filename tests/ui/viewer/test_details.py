from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTimeZone
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.requests import VENDORS
from tests.ui.viewer.fakes import START, details_of, entry, task_card
from videogen_desktop.domain.ledger import Account, EntryKind
from videogen_desktop.domain.request import OptionValue
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import TimelineEvent
from videogen_desktop.ui.credit_text import signed_number
from videogen_desktop.ui.moments import local_moment, local_time
from videogen_desktop.ui.text_format import duration_text
from videogen_desktop.ui.theme.tokens import LIGHT
from videogen_desktop.ui.viewer.details_panel import DetailsPanel
from videogen_desktop.ui.viewer.history_sections import event_note

RESERVE = entry(1, EntryKind.RESERVE, Account.AVAILABLE, Account.HELD)
CAPTURE = entry(2, EntryKind.CAPTURE, Account.HELD, Account.SPENT)
REFUND = entry(3, EntryKind.REFUND, Account.SPENT, Account.AVAILABLE)
HOSTILE = "<img src=x><b>đậm</b> " + "x" * 5_000


@pytest.fixture
def panel(qtbot: QtBot) -> DetailsPanel:
    panel = DetailsPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(380, 700)
    panel.show()
    return panel


def texts(part: QWidget) -> list[str]:
    QCoreApplication.processEvents()
    return [label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part)]


def test_facts_are_there_at_once_and_grow_with_the_answer(panel: DetailsPanel) -> None:
    item = task_card("a")
    panel.show_item(item)
    assert panel.facts.texts()["Shape"] == "Landscape · 16:9"
    assert panel.facts.texts()["Cost"] == "100 credits"
    assert "Picture" not in panel.facts.texts()
    panel.show_details(details_of(item, width=1280, height=720, duration_ms=8_040, bytes=4_321_000))
    facts = panel.facts.texts()
    assert facts["Picture"] == "1280 × 720"
    assert facts["Length"] == "8.0 s"
    assert "MB" in facts["File size"]
    assert panel.facts.task.text() == "task-a"


def test_what_a_waiting_video_is_said_to_cost_stands_beside_its_cost(panel: DetailsPanel) -> None:
    item = task_card("a", state=VideoState.PENDING)
    panel.show_item(item)
    assert "Reported by the provider" not in panel.facts.texts()
    panel.show_item(replace(item, reported=70_00))
    facts = panel.facts.texts()
    assert (facts["Reported by the provider"], facts["Cost"]) == ("70 credits", "100 credits")


def test_what_was_asked_for_stands_in_order_and_each_fact_once(panel: DetailsPanel) -> None:
    item = task_card("a")
    options: dict[str, OptionValue] = {"audio": True, "duration": 10, "resolution": "720p"}
    request = replace(item.video.request, options=options)
    item = replace(item, video=replace(item.video, request=request))
    panel.show_item(item)
    names = [name for name in texts(panel.facts) if name in ("Length", "Resolution", "Sound")]
    assert names == ["Length", "Resolution", "Sound"]
    panel.show_details(details_of(item, duration_ms=10_000))
    assert texts(panel.facts).count("Length") == 1
    assert panel.facts.texts()["Length"] == "10.0 s"


def test_one_of_several_results_says_which_it_is(panel: DetailsPanel) -> None:
    item = task_card("a")
    item = replace(item, video=replace(item.video, result_number=2))
    came = TimelineEvent(1, "sibling", 0, {"number": 2, "results": 3})
    panel.show_item(item)
    panel.show_details(details_of(item, timeline=(came,)))
    assert panel.facts.texts()["Result"] == "2 of 3 from one request"
    alone = details_of(item, timeline=())
    panel.show_details(alone)
    assert "Result" not in panel.facts.texts()


def test_prompt_and_task_id_can_be_copied_as_they_are(panel: DetailsPanel) -> None:
    panel.show_item(task_card("a", prompt=HOSTILE))
    assert panel.prompt.toPlainText() == HOSTILE
    panel.copy_prompt.click()
    assert QGuiApplication.clipboard().text() == HOSTILE
    panel.facts.copy_task.click()
    assert QGuiApplication.clipboard().text() == "task-a"
    assert panel.facts.copy_task.accessibleName() == "Copied"


def test_nothing_makes_the_panel_wider_than_it_is(panel: DetailsPanel) -> None:
    item = task_card("a", prompt=HOSTILE)
    note = TimelineEvent(1, "failed", START, {"message": "y" * 400})
    panel.show_details(details_of(item, timeline=(note,), record="z" * 4_000))
    panel.record_switch.setChecked(True)
    assert panel.prompt.width() <= panel.width()
    assert panel.record.width() <= panel.width()


def test_no_label_can_be_taken_for_markup(panel: DetailsPanel) -> None:
    event = TimelineEvent(1, "<b>new</b>", START, {"message": HOSTILE})
    panel.show_details(details_of(task_card("a"), timeline=(event,), entries=(RESERVE,)))
    assert "<b>new</b>" in texts(panel.timeline)
    for label in panel.findChildren(QLabel):
        assert label.textFormat().name == "PlainText"


def test_the_timeline_tells_what_happened_with_its_day_once(panel: DetailsPanel) -> None:
    day = 24 * 3_600_000
    panel.show_details(
        details_of(
            task_card("a"),
            timeline=(
                TimelineEvent(1, "reserved", START, {}),
                TimelineEvent(2, "pending", START + 1_000, {"task_id": "task-a"}),
                TimelineEvent(3, "downloaded", START + day, {"bytes": 2_048}),
            ),
        )
    )
    shown = texts(panel.timeline)
    assert shown == [
        "Timeline",
        "Credits set aside",
        local_moment(START),
        "Accepted",
        local_time(START + 1_000),
        "Saved on this computer",
        "2.0 kB",
        local_moment(START + day),
    ]


def test_money_rows_have_signs_and_add_up_to_the_cost(panel: DetailsPanel) -> None:
    failed = task_card("a", state=VideoState.FAILED, consumed=0)
    panel.show_details(details_of(failed, entries=(RESERVE, CAPTURE, REFUND)))
    shown = texts(panel.money)
    assert [text for text in shown if text in ("−100", "100", "+100")] == ["−100", "100", "+100"]
    assert shown[-1] == "0 credits"
    panel.show_details(details_of(failed))
    assert "No credits moved for this video." in texts(panel.money)


def test_a_price_says_where_it_comes_from_and_of_which_day(panel: DetailsPanel) -> None:
    item = task_card("a")
    price = VENDORS.named("sandbox").models[0].prices[0]
    panel.money.price_row = lambda video: price if video == item.video else None
    panel.show_details(details_of(item, entries=(RESERVE,)))
    assert texts(panel.money)[-1].startswith("Price: made-up prices, ")
    panel.show_details(details_of(task_card("b"), entries=(RESERVE,)))
    assert not any(text.startswith("Price:") for text in texts(panel.money))


def test_the_record_is_folded_away_and_indented(panel: DetailsPanel) -> None:
    item = task_card("a")
    panel.show_details(details_of(item, record='{"state":"success","note":"Ễ"}'))
    assert not panel.record.isVisible()
    panel.record_switch.click()
    assert panel.record.isVisible()
    assert panel.record.toPlainText() == '{\n  "state": "success",\n  "note": "Ễ"\n}'
    assert panel.record.isReadOnly()
    panel.show_details(details_of(item, record="<html>not json"))
    assert panel.record.toPlainText() == "<html>not json"
    panel.show_details(details_of(item))
    assert not panel.record_switch.isVisible()


def test_another_video_takes_the_details_of_the_one_before_away(panel: DetailsPanel) -> None:
    panel.show_details(details_of(task_card("a"), entries=(RESERVE,), record="{}"))
    panel.show_item(task_card("b"))
    assert not panel.money.isVisible()
    assert not panel.timeline.isVisible()
    assert not panel.record_switch.isVisible()


def test_a_selection_survives_news_of_the_same_video(panel: DetailsPanel) -> None:
    panel.show_item(task_card("a"))
    panel.prompt.selectAll()
    panel.show_details(details_of(task_card("a")))
    assert panel.prompt.textCursor().selectedText() == "Một con mèo"


def test_times_are_local_and_dates_as_the_language_writes_them() -> None:
    before = QLocale()
    hanoi, new_york = QTimeZone(b"Asia/Ho_Chi_Minh"), QTimeZone(b"America/New_York")
    try:
        QLocale.setDefault(QLocale("vi_VN"))
        assert local_moment(START, hanoi) == "18/11/26 18:06:40"
        assert duration_text(8_040) == "8,0 s"
        QLocale.setDefault(QLocale("en_US"))
        assert local_moment(START, new_york) == "11/18/26 06:06:40"
        assert duration_text(62_300) == "1:02"
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize(("amount", "shown"), [(100_00, "+100"), (-14_40, "−14.4"), (0, "0")])
def test_amounts_have_real_signs(amount: int, shown: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    assert signed_number(amount) == shown
    QLocale.setDefault(before)


def test_a_clip_with_content_credentials_says_why_it_has_no_tags() -> None:
    kept = TimelineEvent(1, "not_tagged", 1, {"reason": "credentials"})
    assert "credentials" in event_note(kept)
    assert event_note(TimelineEvent(1, "not_tagged", 1, {"reason": "layout"})) == ""


def test_what_was_typed_before_a_helper_changed_it_stands_below_what_was_sent(
    panel: DetailsPanel,
) -> None:
    item = task_card("a", prompt="A cat")
    panel.show_item(item)
    assert not panel.original.isVisibleTo(panel)
    request = replace(item.video.request, original_prompt="Một con mèo")
    panel.show_item(replace(item, video=replace(item.video, request=request)))
    assert panel.original.isVisibleTo(panel)
    assert panel.original.toPlainText() == "Một con mèo"
