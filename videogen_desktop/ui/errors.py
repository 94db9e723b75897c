"""Domain errors as sentences: what happened and what to do; `ui.charges` says what it cost.

Everything returned is plain text and may hold words of the provider: show it with
Qt.TextFormat.PlainText, and escape it in tooltips (Qt guesses HTML there).
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from videogen_desktop.domain import errors as domain
from videogen_desktop.domain.text import readable_words, shortened
from videogen_desktop.ui.credit_text import credits_text
from videogen_desktop.ui.input_wording import (
    FILE_LOST,
    FILE_REFUSED,
    FILE_TOO_LARGE,
    NOT_IN_REQUEST,
    REFUSED_INPUTS,
    TOO_MANY_PIXELS,
)
from videogen_desktop.ui.option_wording import role_name
from videogen_desktop.ui.request_errors import (
    REFUSED_EXPORTS,
    REFUSED_OUTPUTS,
    REQUEST_TEXTS,
    SPEND_CAPS,
    UNFIT_FILES,
    UNREADABLE_BATCHES,
)
from videogen_desktop.ui.text_format import duration_text, file_size_text
from videogen_desktop.ui.vendor_words import by_vendor

_CONTEXT = "Errors"
_LONGEST_QUOTE = 200

_LENGTHS = frozenset({"shortest", "longest", "total"})
# Where people say otherwise than the type of a file does.
_TYPES = {"mpeg": "MP3", "quicktime": "MOV", "x-wav": "WAV", "x-m4a": "M4A"}
_MONEY = frozenset({"available", "price", "most_held", "cap", "spent", "claimed"})


def error_text(error: BaseException) -> str:
    """The whole message in the window's language. Main thread."""
    parts = [what_happened(error), _provider_words(error)]
    return " ".join(part for part in parts if part)


def what_happened(error: BaseException) -> str:
    """Its first part alone, for where something is asked and no money is at stake. Main thread."""
    template = _translated(_template(error))
    values = {name: _shown(name, value) for name, value in vars(error).items()}
    if isinstance(error, domain.SlotFileError):
        given, *limits = (_measured(error.fault, one) for one in (error.given, *error.limits))
        values |= {"given": given, "limits": ", ".join(limits)}
    return by_vendor(template, error_vendor(error)).format(**values)


def error_vendor(error: BaseException) -> str:
    """What the vendor is called that it happened with, "" where nobody said."""
    return error.vendor if isinstance(error, domain.VideoGenError) else ""


def _template(error: BaseException) -> object:
    if isinstance(error, domain.OutputRefusedError) and error.reason in REFUSED_OUTPUTS:
        return REFUSED_OUTPUTS[error.reason]
    if isinstance(error, domain.ExportRefusedError) and error.reason in REFUSED_EXPORTS:
        return REFUSED_EXPORTS[error.reason]
    if isinstance(error, domain.InputRefusedError) and error.reason in REFUSED_INPUTS:
        return REFUSED_INPUTS[error.reason]
    if isinstance(error, domain.SlotFileError) and error.fault in UNFIT_FILES:
        return UNFIT_FILES[error.fault]
    if isinstance(error, domain.BatchUnreadableError) and error.reason in UNREADABLE_BATCHES:
        return UNREADABLE_BATCHES[error.reason]
    if isinstance(error, domain.SpendCapReachedError) and error.period in SPEND_CAPS:
        return SPEND_CAPS[error.period]
    if isinstance(error, domain.WebhookUnavailableError) and error.condition in WEBHOOK_PROBLEMS:
        return WEBHOOK_PROBLEMS[error.condition]
    return TEXTS[next(kind for kind in type(error).__mro__ if kind in TEXTS)]


def _translated(text: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(text))


def _shown(name: str, value: object) -> str:
    if name == "condition" and value in CONDITIONS:
        return _translated(CONDITIONS[str(value)])
    if name in ("size", "most_bytes") and isinstance(value, int):
        return file_size_text(value)
    if name in ("names", "because") and isinstance(value, tuple):
        return ", ".join(role_name(str(one)) for one in value)
    if name in ("limits", "known") and isinstance(value, tuple):
        return ", ".join(map(str, value))
    if name in ("role", "slot"):
        return role_name(str(value))
    return credits_text(value) if name in _MONEY and isinstance(value, int) else str(value)


def _measured(fault: str, value: object) -> str:
    """What is said of a file, in the measure of its fault."""
    if fault == "type":
        kind = str(value).rpartition("/")[2]
        return _TYPES.get(kind, kind.upper())
    if not isinstance(value, int):
        return str(value)
    if fault == "bytes":
        return file_size_text(value)
    return duration_text(value) if fault in _LENGTHS else str(value)


def _provider_words(error: BaseException) -> str:
    # What the connection said is not the provider's word.
    words = ""
    if isinstance(error, domain.RefusedError | domain.RateLimitedError):
        words = readable_words(error.message)
    if not words:
        return ""
    template = QCoreApplication.translate("Errors", "{vendor} says: “{words}”")
    return by_vendor(template, error_vendor(error)).format(words=shortened(words, _LONGEST_QUOTE))


# --- the sentences, before their values are put in ---------------------------------------------

# One for each class; where none is given, the nearest base class speaks.
# PySide's stubs call what QT_TRANSLATE_NOOP returns an object.
TEXTS: dict[type[BaseException], object] = {
    BaseException: QT_TRANSLATE_NOOP(
        "Errors", "Something went wrong inside the program. Please try again."
    ),
    domain.VideoGenError: QT_TRANSLATE_NOOP("Errors", "That did not work. Please try again."),
    **REQUEST_TEXTS,
    domain.InputFileError: NOT_IN_REQUEST,
    domain.InputRefusedError: FILE_REFUSED,
    domain.InputTooLargeError: FILE_TOO_LARGE,
    domain.PictureTooLargeError: TOO_MANY_PIXELS,
    domain.InputLostError: FILE_LOST,
    # --- limits and questions
    domain.SpendGuardError: QT_TRANSLATE_NOOP(
        "Errors", "A limit that you set keeps this video from being sent."
    ),
    domain.SpendLimitsUnreadableError: QT_TRANSLATE_NOOP(
        "Errors",
        "The spending limits in the settings cannot be read, so nothing is sent. Set them again.",
    ),
    domain.TooManyInFlightError: QT_TRANSLATE_NOOP(
        "Errors",
        "{in_flight} videos are under way, and your limit is {limit}: {takes} more would be too "
        "many. Wait for some to end.",
    ),
    domain.RepeatedRequestError: QT_TRANSLATE_NOOP(
        "Errors",
        "You sent this very request a moment ago. Confirm it if you want to pay once more.",
    ),
    domain.OtherWalletError: QT_TRANSLATE_NOOP(
        "Errors", "This video belongs to another wallet. Switch to that wallet first."
    ),
    domain.TaskRefusedError: QT_TRANSLATE_NOOP(
        "Errors", "Task {task_id} cannot be the one of this video."
    ),
    domain.TaskUnknownError: QT_TRANSLATE_NOOP(
        "Errors", "{vendor} knows no task {task_id} under this key. Check the id."
    ),
    domain.TaskTakenError: QT_TRANSLATE_NOOP(
        "Errors", "Task {task_id} belongs to another video of the library already."
    ),
    domain.TaskDiffersError: QT_TRANSLATE_NOOP(
        "Errors", "Task {task_id} was made for another request than this video's."
    ),
    # --- the provider
    domain.ProviderError: QT_TRANSLATE_NOOP("Errors", "{vendor} reported a problem."),
    domain.NotSentError: QT_TRANSLATE_NOOP(
        "Errors", "{vendor} could not be reached. Check the network and try again."
    ),
    domain.UploadFailedError: QT_TRANSLATE_NOOP(
        "Errors", "A file of this request could not be uploaded. Try again."
    ),
    domain.SentUnknownError: QT_TRANSLATE_NOOP(
        "Errors",
        "The connection broke before {vendor} answered. It may have taken the request, so it "
        "is not sent again; the card shows when more is known.",
    ),
    domain.RateLimitedError: QT_TRANSLATE_NOOP(
        "Errors", "{vendor} asks for a slower pace. Wait a moment and try again."
    ),
    domain.ProviderUnavailableError: QT_TRANSLATE_NOOP(
        "Errors", "{vendor} does not answer at the moment. The program keeps trying."
    ),
    domain.MalformedAnswerError: QT_TRANSLATE_NOOP(
        "Errors", "{vendor} sent an answer that makes no sense. The program keeps trying."
    ),
    domain.RefusedError: QT_TRANSLATE_NOOP(
        "Errors", "{vendor} refused the request. Change it and try again."
    ),
    domain.KeyRejectedError: QT_TRANSLATE_NOOP(
        "Errors", "{vendor} rejected the API key. Check the key or enter another one."
    ),
    domain.KeyCapReachedError: QT_TRANSLATE_NOOP(
        "Errors", "The spending cap of this API key is reached. Raise it on {vendor}'s site."
    ),
    domain.ProviderCreditsError: QT_TRANSLATE_NOOP(
        "Errors", "{vendor} says that the account is out of credits. Top up and try again."
    ),
    domain.ModelUnavailableError: QT_TRANSLATE_NOOP(
        "Errors", "{vendor} no longer offers this model. Choose another model."
    ),
    domain.MaintenanceError: QT_TRANSLATE_NOOP(
        "Errors", "{vendor} is under maintenance. Try again in a few minutes."
    ),
    domain.ModerationError: QT_TRANSLATE_NOOP(
        "Errors", "The prompt breaks {vendor}'s content rules. Rewrite it and try again."
    ),
    domain.InputUnreachableError: QT_TRANSLATE_NOOP(
        "Errors",
        "{vendor} could not fetch a file that was uploaded for it. Try again: it is uploaded anew.",
    ),
    domain.UploadRefusedError: QT_TRANSLATE_NOOP(
        "Errors", "{vendor} does not take a file of this request. Choose another one."
    ),
    # --- results
    domain.ResultError: QT_TRANSLATE_NOOP(
        "Errors", "The video is ready, but its file is not on this computer yet."
    ),
    domain.ResultUrlRefusedError: QT_TRANSLATE_NOOP(
        "Errors", "{vendor} names {host} for the file; that address is not safe to open."
    ),
    domain.ImplausibleCostError: QT_TRANSLATE_NOOP(
        "Errors",
        "{vendor} says that this video cost {claimed}, which cannot be right at a price of "
        "{price}. The ledger does not take it; a true difference shows when the balance is "
        "compared.",
    ),
    domain.ResultGoneError: QT_TRANSLATE_NOOP(
        "Errors", "{vendor} has removed the file of this video."
    ),
    domain.ResultRemovedError: QT_TRANSLATE_NOOP(
        "Errors",
        "{vendor} no longer has the file of this video, not even under a fresh address.",
    ),
    domain.ResultTruncatedError: QT_TRANSLATE_NOOP(
        "Errors", "The download broke off. The program fetches the rest by itself."
    ),
    domain.ResultTooLargeError: QT_TRANSLATE_NOOP(
        "Errors", "The file is larger than a clip can be, so it was not downloaded."
    ),
    domain.NotPlayableError: QT_TRANSLATE_NOOP(
        "Errors", "What was downloaded is not a video that plays. The program fetches it again."
    ),
    domain.ClipMissingError: QT_TRANSLATE_NOOP(
        "Errors", "The clip's file is not on this computer."
    ),
    domain.ClipUnfetchableError: QT_TRANSLATE_NOOP(
        "Errors",
        "The file of this video is not on this computer, and there is nowhere to fetch it from.",
    ),
    domain.ClipsMissingError: QT_TRANSLATE_NOOP(
        "Errors", "{missing} of {count} videos are left out: their files are not on this computer."
    ),
    domain.DescriptionKeptError: QT_TRANSLATE_NOOP(
        "Errors",
        "{count} of the files were left as they are: their content credentials, or an unknown "
        "layout, allow no change. Where one names its prompt, it still does.",
    ),
    domain.MediaHelperError: QT_TRANSLATE_NOOP(
        "Errors", "The file could not be examined. The program tries again by itself."
    ),
    # --- this machine
    domain.StorageError: QT_TRANSLATE_NOOP("Errors", "The library cannot be used."),
    domain.NewerLibraryError: QT_TRANSLATE_NOOP(
        "Errors", "A newer version of VideoGen wrote this library. Install that version."
    ),
    domain.LibraryMissingError: QT_TRANSLATE_NOOP("Errors", "There is no library in {path}."),
    domain.OutdatedLibraryError: QT_TRANSLATE_NOOP(
        "Errors", "This library is older than the program. Close other windows and start again."
    ),
    domain.LedgerRulesChangedError: QT_TRANSLATE_NOOP(
        "Errors", "The rules inside the library were changed. Restore a backup of {path}."
    ),
    domain.LibraryUnusableError: QT_TRANSLATE_NOOP(
        "Errors",
        "The library cannot be written ({condition}). Check the free space and the access rights.",
    ),
    domain.LibraryReadOnlyError: QT_TRANSLATE_NOOP(
        "Errors",
        "View only: the library's folder is read-only, so nothing can be made or changed.",
    ),
    domain.SecondBackupError: QT_TRANSLATE_NOOP(
        "Errors", "The second backup could not be written to {folder}: {condition}."
    ),
    domain.TasksNotInLibraryError: QT_TRANSLATE_NOOP(
        "Errors",
        "Paid tasks that are not in this library: {count}. An older copy of it may have been put "
        "back.",
    ),
    domain.LibraryDamagedError: QT_TRANSLATE_NOOP(
        "Errors", "The library is damaged or missing. Nothing was changed: choose how to go on."
    ),
    domain.RecoveryFailedError: QT_TRANSLATE_NOOP(
        "Errors", "What could be recovered does not add up, so nothing was changed."
    ),
    domain.ClipFolderUnusableError: QT_TRANSLATE_NOOP(
        "Errors",
        "No video can be kept in {folder}. Check the folder, the access rights and the free space.",
    ),
    domain.DiskFullError: QT_TRANSLATE_NOOP(
        "Errors", "The disk is full. Downloads wait and go on by themselves once there is space."
    ),
    domain.UntaggedClipError: QT_TRANSLATE_NOOP(
        "Errors", "This clip does not say how it was made."
    ),
    domain.NotBinnedError: QT_TRANSLATE_NOOP(
        "Errors",
        "The bin does not take {path}. The file stays there; removing it by hand cannot be undone.",
    ),
    domain.ProgramUpdatedError: QT_TRANSLATE_NOOP(
        "Errors",
        "VideoGen was updated while it ran. Close this window and start it again; nothing is lost.",
    ),
    domain.EngineLockedError: QT_TRANSLATE_NOOP(
        "Errors", "VideoGen already runs with this library. Close the other window first."
    ),
    domain.SettingsUnreadableError: QT_TRANSLATE_NOOP(
        "Errors", "Settings could not be read and start afresh. The old file was kept."
    ),
    domain.KeyMissingError: QT_TRANSLATE_NOOP(
        "Errors", "No API key is known for {api_base}. Enter one first."
    ),
    domain.KeyStoreUnavailableError: QT_TRANSLATE_NOOP(
        "Errors",
        "The system's keyring cannot be used. Unlock it, or enter the key again in the settings.",
    ),
    domain.ProxyPasswordNotKeptError: QT_TRANSLATE_NOOP(
        "Errors",
        "The system's keyring keeps no password: that of the proxy holds for this run only, and is "
        "no longer in the settings file.",
    ),
    domain.TextHelperError: QT_TRANSLATE_NOOP(
        "Errors", "The text helper gave no text. Your description stays as it is."
    ),
    domain.ApiBaseRefusedError: QT_TRANSLATE_NOOP(
        "Errors", "{api_base} is not a safe address. Use one that begins with https."
    ),
    domain.EngineStoppedError: QT_TRANSLATE_NOOP(
        "Errors",
        "The program met a defect and stopped watching your videos. Start it again: it goes on.",
    ),
    domain.WebhookUnavailableError: QT_TRANSLATE_NOOP(
        "Errors", "Webhooks are not received. Videos are followed as usual."
    ),
    domain.LocalServerError: QT_TRANSLATE_NOOP(
        "Errors", "The sandbox stopped. Start the program again."
    ),
}

# What keeps callbacks from being received.
WEBHOOK_PROBLEMS: dict[str, object] = {
    "port_taken": QT_TRANSLATE_NOOP(
        "Errors",
        "Another program uses port {port}: webhooks are not received, videos are followed anyway.",
    ),
    "port_refused": QT_TRANSLATE_NOOP(
        "Errors", "Port {port} may not be used here. Choose another in Settings › Webhook."
    ),
    "no_address": QT_TRANSLATE_NOOP(
        "Errors", "To receive webhooks, enter a public https address in Settings › Webhook."
    ),
    "no_key": QT_TRANSLATE_NOOP(
        "Errors", "To receive webhooks, enter the signing key in Settings › Webhook."
    ),
    "no_keyring": QT_TRANSLATE_NOOP(
        "Errors", "The system's keyring does not give the signing key: webhooks are not received."
    ),
}

# What keeps the library from being written.
CONDITIONS: dict[str, object] = {
    "busy": QT_TRANSLATE_NOOP("Errors", "another program keeps it busy"),
    "in_use": QT_TRANSLATE_NOOP("Errors", "another program has it open; close that one"),
    "read_only": QT_TRANSLATE_NOOP("Errors", "it is read-only here"),
    "disk_error": QT_TRANSLATE_NOOP("Errors", "the disk reports an error"),
    "damaged": QT_TRANSLATE_NOOP("Errors", "the file is damaged"),
    "disk_full": QT_TRANSLATE_NOOP("Errors", "the disk is full"),
    "cannot_open": QT_TRANSLATE_NOOP("Errors", "the file cannot be opened"),
}
