"""Errors of a request, of what is asked of a video, and of the limits that a wallet's owner set."""

from pathlib import Path

from videogen_desktop.domain.errors.base import VideoGenError


class InvalidRequestError(VideoGenError):
    """The request was refused before anything was reserved."""


class UnreadablePromptError(InvalidRequestError):
    """The prompt is not text: bytes that are no UTF-8, or half of a character of a broken paste."""


class EmptyPromptError(InvalidRequestError):
    pass


class PromptTooLongError(InvalidRequestError):
    def __init__(self, length: int, limit: int) -> None:
        super().__init__(length, limit)
        self.length = length
        self.limit = limit


class UnknownOptionError(InvalidRequestError):
    """The model has no such parameter; `known` are the roles of those it has."""

    def __init__(self, role: str, known: tuple[str, ...]) -> None:
        super().__init__(role, known)
        self.role = role
        self.known = known


class OptionValueError(InvalidRequestError):
    """The model does not take this value there; `allowed` are the values, or the bounds."""

    def __init__(self, role: str, given: object, allowed: tuple[object, ...]) -> None:
        super().__init__(role, given, allowed)
        self.role = role
        self.given = given
        self.allowed = allowed


class RuleBrokenError(InvalidRequestError):
    """A rule between the model's fields `names`; `limits` is what it allows, `because` the choices
    that it holds for."""

    def __init__(
        self,
        names: tuple[str, ...],
        limits: tuple[object, ...] = (),
        because: tuple[str, ...] = (),
    ) -> None:
        super().__init__(names, limits, because)
        self.names = names
        self.limits = limits
        self.because = because


class NoneOfNeededError(RuleBrokenError):
    """At least one of `names` is needed."""


class EntryIncompleteError(NoneOfNeededError):
    """An entry of the list `names[0]` lacks its words or some of `limits[0]` files of its own, or
    there are files and no entry that they are of."""


class NotTogetherError(RuleBrokenError):
    """None of `names` may be there."""


class OneOfGroupsError(RuleBrokenError):
    """`names` are of groups that exclude each other."""


class ValueNotTogetherError(RuleBrokenError):
    """The one field of `names` may only have one of `limits`."""


class TooManyFilesError(RuleBrokenError):
    """Of `names` together at most `limits[0]` files."""


class TooManySecondsError(RuleBrokenError):
    """Of `names` together at most `limits[0]` seconds."""


class SlotCountError(InvalidRequestError):
    """Too few or too many files in a place of the model's; `most` 0: it has no such place."""

    def __init__(self, slot: str, count: int, least: int, most: int) -> None:
        super().__init__(slot, count, least, most)
        self.slot = slot
        self.count = count
        self.least = least
        self.most = most


class NoSuchSlotError(SlotCountError):
    """The model has no such place for files; `known` are those that it has."""

    def __init__(self, slot: str, known: tuple[str, ...]) -> None:
        super().__init__(slot, 1, 0, 0)
        self.args = (slot, known)
        self.known = known


class SlotFileError(InvalidRequestError):
    """A file that its place does not take. `fault` is "kind", "type", "bytes", "side_least",
    "side_largest", "ratio", "shortest", "longest" or "total"; `limits` what is allowed."""

    def __init__(self, slot: str, fault: str, given: object, limits: tuple[object, ...]) -> None:
        super().__init__(slot, fault, given, limits)
        self.slot = slot
        self.fault = fault
        self.given = given
        self.limits = limits


class PromptTooShortError(InvalidRequestError):
    def __init__(self, length: int, least: int) -> None:
        super().__init__(length, least)
        self.length = length
        self.least = least


class ParentMissingError(InvalidRequestError):
    """The model continues a video, and none of a task of this vendor's was named."""


class NoFollowUpError(InvalidRequestError):
    """No such model follows a clip of `model_id`; `verb` is "continue", "extend" or "upscale", and
    `known` are the models that do."""

    def __init__(self, verb: str, model_id: str, known: tuple[str, ...]) -> None:
        super().__init__(verb, model_id, known)
        self.verb = verb
        self.model_id = model_id
        self.known = known


class PriceUnknownError(InvalidRequestError):
    """The vendor names no price for what was chosen."""

    def __init__(self, model_id: str) -> None:
        super().__init__(model_id)
        self.model_id = model_id


class PriceAboveMostError(InvalidRequestError):
    """One video costs more than may be held for it at most; both in hundredths."""

    def __init__(self, price: int, most_held: int) -> None:
        super().__init__(price, most_held)
        self.price = price
        self.most_held = most_held


class UnknownModelError(InvalidRequestError):
    def __init__(self, given: str, known: tuple[str, ...]) -> None:
        super().__init__(given, known)
        self.given = given
        self.known = known


class UnknownPresetError(InvalidRequestError):
    """No style has this name; `known` are the names of those that there are."""

    def __init__(self, given: str, known: tuple[str, ...]) -> None:
        super().__init__(given, known)
        self.given = given
        self.known = known


class OutputRefusedError(InvalidRequestError):
    """The copy cannot be written there.

    `reason` is "exists", "folder_missing", "unwritable", "full" (the disk or the quota) or
    "in_library" (a file of ours, which is never overwritten).
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


class NameTemplateError(InvalidRequestError):
    """A template for file names that cannot be used: `field` stands in it between braces (or is the
    brace that has no other), and only `known` may."""

    def __init__(self, field: str, known: tuple[str, ...]) -> None:
        super().__init__(field, known)
        self.field = field
        self.known = known


class ExportRefusedError(InvalidRequestError):
    """The clips cannot be made into such a file; nothing was written.

    `reason` is "nothing_left" (no frame is between the ends of a cut), "too_long" (so long a clip
    looks like nothing in the bytes that its target takes) or "no_clips" (of none, or of too many).
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class InputFileError(InvalidRequestError):
    """A file cannot go into a request; it was not touched, and nothing of it is kept."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path
        self.name = path.name


class InputRefusedError(InputFileError):
    """`reason` is a value of domain.intake.InputRefusal."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path)
        self.args = (path, reason)
        self.reason = reason


class InputTooLargeError(InputFileError):
    """More bytes than a file of its kind may have."""

    def __init__(self, path: Path, size: int, most_bytes: int) -> None:
        super().__init__(path)
        self.args = (path, size, most_bytes)
        self.size = size
        self.most_bytes = most_bytes


class PictureTooLargeError(InputFileError):
    """More pixels than are decoded here; none was. The sides are what the file says of itself."""

    def __init__(self, path: Path, width: int, height: int) -> None:
        super().__init__(path)
        self.args = (path, width, height)
        self.width = width
        self.height = height


class InputLostError(InvalidRequestError):
    """A file that a request needs is no longer kept here, or is no longer what it was."""

    def __init__(self, sha256: str) -> None:
        super().__init__(sha256)
        self.sha256 = sha256


class NotEnoughCreditsError(VideoGenError):
    """Less available than the price; both in hundredths."""

    def __init__(self, available: int, price: int) -> None:
        super().__init__(available, price)
        self.available = available
        self.price = price


class VideoNotFoundError(VideoGenError):
    """No video has this id, or several begin with it."""

    def __init__(self, prefix: str, matches: int = 0) -> None:
        super().__init__(prefix, matches)
        self.prefix = prefix
        self.matches = matches


class IllegalTransitionError(VideoGenError):
    """The video is not in a state in which this can be done."""

    def __init__(self, video_id: str, state: str, wanted: str) -> None:
        super().__init__(video_id, state, wanted)
        self.video_id = video_id
        self.state = state
        self.wanted = wanted


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
    """With so many takes more, more videos would be under way than the owner allows."""

    def __init__(self, in_flight: int, limit: int, takes: int = 1) -> None:
        super().__init__(in_flight, limit, takes)
        self.in_flight = in_flight
        self.limit = limit
        self.takes = takes


class RepeatedRequestError(SpendGuardError):
    """The same request was sent `age_ms` ago, as this video; ask before it is paid twice."""

    def __init__(self, video_id: str, age_ms: int) -> None:
        super().__init__(video_id, age_ms)
        self.video_id = video_id
        self.age_ms = age_ms


class DescriptionKeptError(VideoGenError):
    """`count` files were to be without their description and have it: their content credentials, or
    a layout that is not understood, let nothing be changed. The files are there."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


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

    `differences` holds any of "model", "prompt", "shape", "options", "files" and "time" (made
    before it was sent), or "task" alone: the video was accepted as another task, which cannot be
    changed.
    """

    def __init__(self, task_id: str, differences: tuple[str, ...]) -> None:
        super().__init__(task_id)
        self.args = (task_id, differences)
        self.differences = differences
