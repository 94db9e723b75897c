"""What happened to a video, in plain words. Vietnamese stands above each call."""

from PySide6.QtCore import QCoreApplication

from videogen_desktop.domain.details import TimelineEvent
from videogen_desktop.ui.plain_text import breakable
from videogen_desktop.ui.viewer.details_wording import file_size
from videogen_desktop.ui.viewer.task_dialog import difference_names

_SAID = ("code", "message", "phase")
# Where the id is what became known; elsewhere the facts have it.
_BY_TASK = ("task_entered", "callback", "rescued")


def event_name(event: TimelineEvent) -> str:
    """What became known, in plain words; a kind of a later version stands as it is."""
    return EVENTS.get(event.kind, lambda: event.kind)()


def event_note(event: TimelineEvent) -> str:
    """What else the timeline knows of it, in the provider's own words; else empty."""
    detail = event.detail
    if event.kind == "downloaded" and isinstance(detail.get("bytes"), int):
        return file_size(int(str(detail["bytes"])))
    if event.kind == "not_tagged" and detail.get("reason") == "credentials":
        return _credentials()
    parts = [str(detail[key]) for key in _SAID if detail.get(key)]
    if event.kind in _BY_TASK and detail.get("task_id"):
        parts.append(breakable(str(detail["task_id"])))
    differences = detail.get("differences")
    if isinstance(differences, list) and differences:
        parts.append(_differs(difference_names([str(name) for name in differences])))
    return " · ".join(parts)


def _differs(names: str) -> str:
    text = QCoreApplication.translate("Viewer", "differs in {names}")
    return text.format(names=names)


def _credentials() -> str:
    return QCoreApplication.translate(
        "Viewer", "It carries content credentials, which any change would break"
    )


def _reserved() -> str:
    return QCoreApplication.translate("Viewer", "Credits set aside")


def _sending() -> str:
    return QCoreApplication.translate("Viewer", "Request sent")


def _pending() -> str:
    return QCoreApplication.translate("Viewer", "Accepted by the provider")


def _processing() -> str:
    return QCoreApplication.translate("Viewer", "Processing began")


def _completed() -> str:
    return QCoreApplication.translate("Viewer", "Completed")


def _failed() -> str:
    return QCoreApplication.translate("Viewer", "Failed")


def _cancelled() -> str:
    return QCoreApplication.translate("Viewer", "Cancelled before it was sent")


def _unconfirmed() -> str:
    return QCoreApplication.translate("Viewer", "Unclear what became of it")


def _not_sent() -> str:
    return QCoreApplication.translate("Viewer", "Could not be sent")


def _downloaded() -> str:
    return QCoreApplication.translate("Viewer", "Saved on this computer")


def _deleted() -> str:
    return QCoreApplication.translate("Viewer", "Deleted from the library")


def _restored() -> str:
    return QCoreApplication.translate("Viewer", "Brought back")


def _contradiction() -> str:
    return QCoreApplication.translate("Viewer", "The provider says otherwise than recorded")


def _no_result() -> str:
    return QCoreApplication.translate("Viewer", "Reported done, but without a video")


def _checked() -> str:
    return QCoreApplication.translate("Viewer", "You had it checked again")


def _task_entered() -> str:
    return QCoreApplication.translate("Viewer", "You entered the task id")


def _user_charged() -> str:
    return QCoreApplication.translate("Viewer", "You said that it was charged")


def _user_not_charged() -> str:
    return QCoreApplication.translate("Viewer", "You said that it was not charged")


def _callback() -> str:
    return QCoreApplication.translate("Viewer", "Recognised by the provider's webhook")


def _rescued() -> str:
    return QCoreApplication.translate("Viewer", "Brought in by its task id")


def _rescued_as() -> str:
    return QCoreApplication.translate("Viewer", "A late result came in as a new video")


def _sibling() -> str:
    return QCoreApplication.translate(
        "Viewer", "Came in as a further video of one request, at no cost"
    )


def _further_result() -> str:
    return QCoreApplication.translate(
        "Viewer", "The request brought a further video, now in the library"
    )


def _result_left_out() -> str:
    return QCoreApplication.translate(
        "Viewer", "Another result of the request is no video, or is gone"
    )


def _result_gone() -> str:
    return QCoreApplication.translate("Viewer", "The provider no longer has the file")


def _imported() -> str:
    return QCoreApplication.translate("Viewer", "Read in from its file")


def _not_tagged() -> str:
    return QCoreApplication.translate(
        "Viewer", "Details could not be written into the file; the clip is whole"
    )


def _plays_elsewhere() -> str:
    return QCoreApplication.translate(
        "Viewer", "This format cannot be played here; the file is kept as it came"
    )


def _salvaged() -> str:
    return QCoreApplication.translate("Viewer", "Saved from a damaged library")


EVENTS = {
    "reserved": _reserved,
    "sending": _sending,
    "pending": _pending,
    "processing": _processing,
    "completed": _completed,
    "failed": _failed,
    "cancelled": _cancelled,
    "unconfirmed": _unconfirmed,
    "not_sent": _not_sent,
    "downloaded": _downloaded,
    "deleted": _deleted,
    "restored": _restored,
    "contradiction": _contradiction,
    "success_without_result": _no_result,
    "checked": _checked,
    "task_entered": _task_entered,
    "user_charged": _user_charged,
    "user_not_charged": _user_not_charged,
    "callback": _callback,
    "rescued": _rescued,
    "rescued_as": _rescued_as,
    "sibling": _sibling,
    "further_result": _further_result,
    "result_left_out": _result_left_out,
    "result_gone": _result_gone,
    "imported": _imported,
    "not_tagged": _not_tagged,
    "plays_elsewhere": _plays_elsewhere,
    "salvaged": _salvaged,
}
