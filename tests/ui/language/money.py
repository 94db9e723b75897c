"""Questions about unclear videos and repeated requests, rescues, a full disk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.requests import SANDBOX_WALLET
from tests.ui.gallery.cards import card
from tests.ui.language.scene import PROMPT, Scene, in_frame
from videogen_desktop.domain.errors import (
    DiskFullError,
    ProviderUnavailableError,
    TaskDiffersError,
    TaskTakenError,
    TaskUnknownError,
)
from videogen_desktop.domain.events import OutboxChanged
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.statistics import Measure, Statistics, StatisticsRow
from videogen_desktop.domain.tasks import Rescue, RescueOutcome
from videogen_desktop.domain.video import Video
from videogen_desktop.ui.composer.composer_presenter import repeat_question
from videogen_desktop.ui.header_menu import HeaderMenu
from videogen_desktop.ui.library.panel import OutboxNote
from videogen_desktop.ui.rescue.rescue_dialog import RescueDialog
from videogen_desktop.ui.statistics.dialog import StatisticsDialog
from videogen_desktop.ui.viewer.settling_presenter import charge_question
from videogen_desktop.ui.viewer.task_dialog import TaskDialog

TASK = "42" * 16


def _video(state: VideoState, reason: Reason | None = None) -> Video:
    return card("a", prompt=PROMPT, state=state, reason=reason).video


def rescue(scene: Scene) -> QWidget:
    """Every outcome below each other."""
    dialog = RescueDialog(scene.tokens, scene.frame)
    found = [
        Rescue("", RescueOutcome.RESCUED, _video(VideoState.COMPLETED)),
        Rescue("", RescueOutcome.RESCUED, _video(VideoState.PROCESSING)),
        Rescue("", RescueOutcome.RESCUED, _video(VideoState.FAILED, Reason.PROVIDER_FAILED)),
        Rescue("", RescueOutcome.KNOWN, _video(VideoState.COMPLETED)),
        Rescue("", RescueOutcome.RESEMBLES, resembles=("a",)),
        Rescue("", RescueOutcome.UNKNOWN),
        Rescue("", RescueOutcome.UNREADABLE, error=ProviderUnavailableError()),
    ]
    dialog.show_ids([f"{TASK}{number}" for number in range(len(found) + 3)])
    for row, one in zip(dialog.rows, found, strict=False):
        row.show_rescue(replace(one, task_id=row.task_id))
    dialog.rows[-3].show_joined(_video(VideoState.COMPLETED))
    dialog.rows[-2].show_reading()
    return dialog


def statistics(scene: Scene) -> QWidget:
    dialog = StatisticsDialog(scene.tokens, scene.frame)
    dialog.show_wallet(SANDBOX_WALLET, "Sandbox")
    days = tuple(StatisticsRow(f"2026-11-{day:02}", {Measure.MADE: day}) for day in range(1, 31))
    models = (StatisticsRow("42", {Measure.MADE: 42}),)
    dialog.show_statistics(Statistics(date(2026, 11, 1), date(2026, 11, 30), days, models))
    return dialog


def full_disk(scene: Scene) -> QWidget:
    note = OutboxNote(scene.tokens)
    in_frame(scene, note)
    note.follow(OutboxChanged(DiskFullError(Path("/42"), 1_200_000_000, 42_000_000), 3))
    return scene.frame


def _charge(was_charged: bool, video: Video) -> Callable[[Scene], QWidget]:
    return lambda scene: charge_question(scene.frame, video, "Kie", was_charged=was_charged)[0]


def _task(error: Exception | None = None) -> Callable[[Scene], QWidget]:
    def dialog(scene: Scene) -> QWidget:
        made = TaskDialog(scene.frame, "Kie")
        if error is not None:
            made.task.setText(TASK)
            made.show_problem(error)
        return made

    return dialog


def _repeat(scene: Scene) -> QWidget:
    return repeat_question(scene.frame, 4_200, 100_00)[0]


def _header_menu(scene: Scene) -> QWidget:
    button = HeaderMenu(scene.tokens)
    button.complete()
    scene.column.addWidget(button)
    return button.menu()


_UNCLEAR = _video(VideoState.UNCONFIRMED, Reason.SENT_UNKNOWN)

MONEY: dict[str, Callable[[Scene], QWidget]] = {
    "rescue": rescue,
    "full disk": full_disk,
}
MONEY_DIALOGS: dict[str, Callable[[Scene], QWidget]] = {
    "charged?": _charge(True, _UNCLEAR),
    "not charged?": _charge(False, _UNCLEAR),
    "task id": _task(),
    "task id: differs": _task(TaskDiffersError(TASK, ("model", "prompt", "shape", "time"))),
    "task id: taken": _task(TaskTakenError(TASK, "b")),
    "task id: unknown": _task(TaskUnknownError(TASK)),
    "same request again": _repeat,
    "header menu": _header_menu,
    "statistics": statistics,
}
