"""Limits that the wallet's owner set, and task ids that do not fit."""

from videogen_desktop.domain.errors.base import VideoGenError


class SpendGuardError(VideoGenError):
    """A limit that the wallet's owner set; nothing was reserved."""


class SpendCapReachedError(SpendGuardError):
    """`period` is "day" or "month"; amounts in hundredths, `spent` without the new price."""

    def __init__(self, period: str, cap: int, spent: int, price: int) -> None:
        super().__init__(period, cap, spent, price)
        self.period = period
        self.cap = cap
        self.spent = spent
        self.price = price


class SpendLimitsUnreadableError(SpendGuardError):
    """The owner set limits, and what the settings have of them is no number."""


class TooManyInFlightError(SpendGuardError):
    """As many videos are under way as the owner allows."""

    def __init__(self, in_flight: int, limit: int) -> None:
        super().__init__(in_flight, limit)
        self.in_flight = in_flight
        self.limit = limit


class RepeatedRequestError(SpendGuardError):
    """The same request was sent `age_ms` ago, as this video; ask before it is paid twice."""

    def __init__(self, video_id: str, age_ms: int) -> None:
        super().__init__(video_id, age_ms)
        self.video_id = video_id
        self.age_ms = age_ms


class OtherWalletError(VideoGenError):
    """The video belongs to another wallet than the one that is open."""

    def __init__(self, video_id: str) -> None:
        super().__init__(video_id)
        self.video_id = video_id


class TaskRefusedError(VideoGenError):
    """This task id cannot be the video's; nothing was changed, so it is as unclear as before."""

    may_have_charged = True

    def __init__(self, task_id: str) -> None:
        super().__init__(task_id)
        self.task_id = task_id


class TaskUnknownError(TaskRefusedError):
    """The provider has no record of the task under our key."""


class TaskTakenError(TaskRefusedError):
    """Another video is this task already."""

    def __init__(self, task_id: str, video_id: str) -> None:
        super().__init__(task_id)
        self.args = (task_id, video_id)
        self.video_id = video_id


class TaskDiffersError(TaskRefusedError):
    """The task was asked for something else than the video; ask before they are joined.

    `differences` holds any of "model", "prompt", "shape", "options" and "time" (made before it was
    sent), or "task" alone: the video was accepted as another task, which cannot be changed.
    """

    def __init__(self, task_id: str, differences: tuple[str, ...]) -> None:
        super().__init__(task_id)
        self.args = (task_id, differences)
        self.differences = differences
