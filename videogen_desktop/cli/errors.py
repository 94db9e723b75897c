"""The sentences and exit codes of the domain's errors, for the terminal."""

import difflib

from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.output import printable
from videogen_desktop.cli.request_errors import BATCH_REASONS, REQUEST_TEXTS
from videogen_desktop.domain import errors as domain
from videogen_desktop.domain import handover
from videogen_desktop.domain.credits import credits_as_number
from videogen_desktop.domain.text import beginning, readable_words, shortened

_E = ExitCode
# What happened and what to do; the nearest class of an error speaks for it.
TEXTS: dict[type[domain.VideoGenError], tuple[ExitCode, str]] = {
    domain.VideoGenError: (_E.DEFECT, "That did not work."),
    # --- the request
    **REQUEST_TEXTS,
    domain.NotEnoughCreditsError: (
        _E.CREDITS,
        "Not enough credits: {price} needed, {available} available.",
    ),
    domain.VideoNotFoundError: (_E.USAGE, "There is no video whose id begins with “{prefix}”."),
    domain.IllegalTransitionError: (
        _E.USAGE,
        "Video {video_id} is {state}, so it cannot become {wanted}.",
    ),
    # --- limits and questions
    domain.SpendGuardError: (_E.NOT_ACCEPTED, "A limit of yours stands in the way."),
    domain.SpendCapReachedError: (
        _E.NOT_ACCEPTED,
        "What is asked for ({price} credits) would pass your cap of {cap} a {period}; {spent} are "
        "committed.",
    ),
    domain.SpendLimitsUnreadableError: (
        _E.NOT_ACCEPTED,
        "The spending limits in the settings cannot be read, so nothing is sent; set them in the "
        "window, or under `spend_guards` in settings.json.",
    ),
    domain.TooManyInFlightError: (
        _E.NOT_ACCEPTED,
        "You allow {limit} videos at once: beside the {in_flight} under way, {takes} more would be "
        "too many; wait for some to end.",
    ),
    domain.RepeatedRequestError: (
        _E.USAGE,
        "The same request was sent a moment ago as video {video_id}; give --yes to pay for it "
        "once more.",
    ),
    domain.OtherWalletError: (
        _E.USAGE,
        "Video {video_id} belongs to another wallet; choose that with --provider or --api-base.",
    ),
    domain.TaskRefusedError: (_E.UNCONFIRMED, "Task {task_id} cannot be this video's."),
    domain.TaskUnknownError: (
        _E.UNCONFIRMED,
        "The provider has no record of task {task_id} under this key.",
    ),
    domain.TaskTakenError: (_E.UNCONFIRMED, "Task {task_id} is video {video_id} already."),
    domain.TaskDiffersError: (
        _E.UNCONFIRMED,
        "Task {task_id} was made for something else ({differences}); give --yes if it is the "
        "right one all the same.",
    ),
    # --- the provider
    domain.ProviderError: (_E.NOT_ACCEPTED, "The provider reported a problem."),
    domain.NotSentError: (_E.NOT_ACCEPTED, "The provider could not be reached."),
    domain.UploadFailedError: (_E.NOT_ACCEPTED, "A file of the request could not be uploaded."),
    domain.SentUnknownError: (
        _E.UNCONFIRMED,
        "The connection broke before the provider answered; the request is not sent again.",
    ),
    domain.RateLimitedError: (
        _E.NOT_ACCEPTED,
        "The provider asks for a slower pace; try again in a while.",
    ),
    domain.ProviderUnavailableError: (
        _E.NOT_ACCEPTED,
        "The provider does not answer; check the network and the address.",
    ),
    domain.MalformedAnswerError: (
        _E.NOT_ACCEPTED,
        "The provider sent an answer that is not what its API documents.",
    ),
    domain.RefusedError: (_E.NOT_ACCEPTED, "The provider refused the request."),
    domain.KeyRejectedError: (
        _E.NOT_ACCEPTED,
        "The provider rejected the API key; check VIDEOGEN_API_KEY or `videogen account list`.",
    ),
    domain.KeyCapReachedError: (
        _E.NOT_ACCEPTED,
        "The spending cap of this API key is reached; raise it on the provider's site.",
    ),
    domain.ProviderCreditsError: (
        _E.CREDITS,
        "The provider says that the account has too few credits; top it up there.",
    ),
    domain.ModelUnavailableError: (
        _E.NOT_ACCEPTED,
        "The provider does not offer this model at the moment; choose another with --model.",
    ),
    domain.MaintenanceError: (
        _E.NOT_ACCEPTED,
        "The provider is under maintenance; try again in a few minutes.",
    ),
    domain.ModerationError: (
        _E.NOT_ACCEPTED,
        "The prompt breaks the provider's content rules; rewrite it.",
    ),
    domain.InputUnreachableError: (
        _E.NOT_ACCEPTED,
        "The provider could not fetch a file of the request; sent again, it is uploaded anew.",
    ),
    domain.UploadRefusedError: (_E.NOT_ACCEPTED, "The provider refuses a file of the request."),
    # --- results
    domain.ClipMissingError: (_E.NOT_ON_DISK, "The clip's file is not on this disk."),
    domain.ClipUnfetchableError: (_E.NOT_ON_DISK, "The file is not here, nor an address for it."),
    domain.ClipsMissingError: (_E.NOT_ON_DISK, "Of {count} clips {missing} are not on this disk."),
    domain.ResultError: (_E.NOT_ON_DISK, "The video is made, but its file is not on this disk."),
    domain.ResultUrlRefusedError: (
        _E.NOT_ON_DISK,
        "The provider names {host} for the file, and that address is not safe to open ({reason}).",
    ),
    domain.ImplausibleCostError: (
        _E.DONE,
        "The provider says that this video cost {claimed}, which cannot be right at a price of "
        "{price}. The ledger does not take it; `videogen account balance` shows a true difference.",
    ),
    domain.ResultGoneError: (
        _E.NOT_ON_DISK,
        "The provider's server no longer has the file (HTTP {status}).",
    ),
    domain.ResultRemovedError: (
        _E.NOT_ON_DISK,
        "The provider no longer has the file, not even under a fresh address (HTTP {status}).",
    ),
    domain.ResultTruncatedError: (_E.NOT_ON_DISK, "The download broke off at {received} bytes."),
    domain.ResultTooLargeError: (_E.NOT_ON_DISK, "The file is larger than {limit} bytes."),
    domain.NotPlayableError: (
        _E.NOT_ON_DISK,
        "What was downloaded is not a video that plays ({reason}).",
    ),
    domain.MediaHelperError: (
        _E.DEFECT,
        "The process that examines video files did not answer; try again.",
    ),
    domain.UntaggedClipError: (_E.USAGE, "The clip {path} says nothing about how it was made."),
    # --- this machine
    domain.NotBinnedError: (
        _E.NOT_ACCEPTED,
        "The system's bin does not take {path}; the file stays there.",
    ),
    domain.ProgramUpdatedError: (
        _E.DEFECT,
        "VideoGen was updated from {running} to {installed} while this ran; run it again.",
    ),
    domain.StorageError: (_E.NOT_ACCEPTED, "The library cannot be used as it is."),
    domain.NewerLibraryError: (
        _E.NOT_ACCEPTED,
        "A newer version of VideoGen wrote {path} (revision {revision}); install that version. "
        "The file was not touched.",
    ),
    domain.LibraryMissingError: (_E.NOT_ACCEPTED, "There is no library at {path}."),
    domain.OutdatedLibraryError: (
        _E.NOT_ACCEPTED,
        "The library {path} is of an older version (revision {revision}); `videogen resume` "
        "brings it up to date.",
    ),
    domain.LedgerRulesChangedError: (
        _E.NOT_ACCEPTED,
        "The rules inside {path} are not the ones this version wrote; restore a backup.",
    ),
    domain.LibraryUnusableError: (_E.NOT_ACCEPTED, "The library cannot be used: {condition}."),
    domain.LibraryReadOnlyError: (
        _E.NOT_ACCEPTED,
        "The library's folder is read-only: it can be looked at, but nothing new can be made.",
    ),
    domain.SecondBackupError: (
        _E.NOT_ACCEPTED,
        "The second backup could not be written to {folder}: {condition}.",
    ),
    domain.TasksNotInLibraryError: (
        _E.NOT_ACCEPTED,
        "Paid tasks that no video of this library is, as after an older copy of it was put back: "
        "{count}. `videogen rescue {task_ids}` brings them in.",
    ),
    domain.LibraryDamagedError: (
        _E.NOT_ACCEPTED,
        "The library {path} is damaged or missing; nothing was changed. "
        "`videogen doctor --repair` shows what can be done.",
    ),
    domain.RecoveryFailedError: (
        _E.NOT_ACCEPTED,
        "What could be recovered does not add up, so nothing was changed.",
    ),
    domain.ClipFolderUnusableError: (
        _E.NOT_ACCEPTED,
        "No video could be kept in {folder}: {reason}. Nothing was sent.",
    ),
    domain.DiskFullError: (
        _E.NOT_ACCEPTED,
        "The disk is full: downloads wait until {needed} bytes are free at {folder}.",
    ),
    domain.EngineLockedError: (
        _E.NOT_ACCEPTED,
        "VideoGen already runs with this library (a window or another command); close it first.",
    ),
    handover.HandoverUnansweredError: (
        _E.NOT_ACCEPTED,
        "VideoGen already runs with this library and does not answer; close it first.",
    ),
    handover.OtherEngineWalletError: (
        _E.NOT_ACCEPTED,
        "VideoGen already runs with this library, in another wallet ({provider}, {api_base}); "
        "switch it there or close it first.",
    ),
    handover.HandoverRefusedError: (
        _E.NOT_ACCEPTED,
        "The running VideoGen could not send it ({kind}); its window says more.",
    ),
    domain.SettingsUnreadableError: (
        _E.NOT_ACCEPTED,
        "The settings in {path} could not be read; {unreadable} start afresh{kept_as}. Run the "
        "command again.",
    ),
    domain.KeyMissingError: (
        _E.NOT_ACCEPTED,
        "No API key is known for {api_base}; set VIDEOGEN_API_KEY or run `videogen account add`.",
    ),
    domain.ProxyPasswordNotKeptError: (
        _E.DONE,
        "The system's keyring keeps no password: that of the proxy holds for this run only, and is "
        "no longer in the settings file.",
    ),
    domain.KeyStoreUnavailableError: (
        _E.NOT_ACCEPTED,
        "The system's keyring cannot be used ({condition}); set VIDEOGEN_API_KEY instead.",
    ),
    domain.TextHelperError: (_E.NOT_ACCEPTED, "The text helper gave no text ({reason})."),
    domain.ApiBaseRefusedError: (
        _E.USAGE,
        "{api_base} is not an address that may get an API key: use https (plain http only for "
        "this machine).",
    ),
    domain.EngineStoppedError: (
        _E.DEFECT,
        "The program met a defect of its own and stopped; `videogen resume` goes on.",
    ),
    domain.WebhookUnavailableError: (
        _E.NOT_ACCEPTED,
        "Callbacks cannot be received on port {port} ({condition}); videos are polled as usual.",
    ),
    domain.LocalServerError: (_E.NOT_ACCEPTED, "The sandbox did not start or has ended."),
}
OUTPUT_REASONS = {
    "exists": "it exists already, and nothing is overwritten",
    "folder_missing": "its folder does not exist",
    "unwritable": "no file can be made there",
    "full": "the disk is full",
    "in_library": "it is one of the library's own files",
}
EXPORT_REASONS = {
    "nothing_left": "no frame is left between the ends of a cut",
    "too_long": "it is too long for the bytes that its target takes",
    "no_clips": "it takes one clip at least, and 500 at most",
}
INPUT_REASONS = {
    "missing": "there is no such file",
    "forbidden": "it may not be read",
    "unreadable": "reading it failed",
    "not_a_file": "it is a folder, a pipe or a device",
    "empty": "it is empty",
    "no_picture": "it is not a JPEG, PNG, WebP, HEIC, AVIF, GIF or BMP picture, nor an MP4 or MOV "
    "video to take a frame of",
    "no_video": "it is not an MP4 or MOV video that plays here",
    "no_sound": "it is not an MP3, WAV, M4A, AAC, OGG or FLAC sound",
    "damaged": "it is damaged or cut off",
    "unfit": "it cannot be made as small as it must be",
    "metadata": "its metadata, which may say where it was taken, cannot be removed; save it anew",
    "unexamined": "the process that examines files failed over it",
}
CLIP_FOLDER_REASONS = {
    "full": "less than 68 MB are free",
    "forbidden": "no file can be made there",
    "not_a_folder": "it is not a folder",
    "dangling": "it is a link that leads nowhere",
    "name": "its name is not UTF-8, which the library cannot note",
}
CONDITIONS = {
    "busy": "another program keeps it busy",
    "in_use": "another program has it open; close that one",
    "read_only": "it is read-only here",
    "disk_error": "the disk reports an error",
    "damaged": "the file is damaged",
    "disk_full": "the disk is full",
    "cannot_open": "the file cannot be opened",
    "not_kept": "it does not keep what it is given",
    "port_taken": "another program uses it",
    "port_refused": "it may not be used here",
    "no_address": "no public https address is set",
    "no_key": "no signing key is kept",
    "no_keyring": "the system's keyring does not give the signing key",
}
# As many as a line of a shell is read with.
_MOST_IDS = 20
_LONGEST_QUOTE = 300
_REASONS: dict[type[domain.VideoGenError], dict[str, str]] = {
    domain.OutputRefusedError: OUTPUT_REASONS,
    domain.ExportRefusedError: EXPORT_REASONS,
    domain.ClipFolderUnusableError: CLIP_FOLDER_REASONS,
    domain.InputRefusedError: INPUT_REASONS,
    domain.BatchUnreadableError: BATCH_REASONS,
}
# Said only where it is known.
_WHERE = {"place": " at {}", "kept_as": " (the old file is kept as {})"}
_MOST_MODELS = 6
_MONEY = frozenset({"available", "price", "most_held", "cap", "spent", "claimed"})


def exit_code(error: domain.VideoGenError) -> ExitCode:
    return _nearest(error)[0]


def error_text(error: domain.VideoGenError) -> str:
    """What happened and what to do, in one line of plain text; `charges` says what it cost."""
    text = _nearest(error)[1].format(**_values(error))
    if isinstance(error, domain.VideoNotFoundError) and error.matches > 1:
        text = f"Several videos have an id that begins with “{error.prefix}”; give more of it."
    if isinstance(error, domain.LocalServerError) and error.args:
        said = beginning(printable(str(error.args[0])), _LONGEST_QUOTE)
        text = f"{text.removesuffix('.')}: {said}."
    # What the connection said is not the provider's word.
    words = ""
    if isinstance(error, domain.RefusedError | domain.RateLimitedError):
        words = provider_words(error.message)
    return printable(f"{text} {words}" if words else text)


def system_error_text(error: OSError) -> str:
    """A file or folder that the system refuses."""
    where = f": {error.filename}" if error.filename else ""
    return printable(f"{error.strerror or type(error).__name__}{where}.")


def provider_words(message: str | None) -> str:
    """The provider's own words, quoted and bounded; empty without any."""
    words = printable(readable_words(message))
    if not words:
        return ""
    return f"The provider says: “{shortened(words, _LONGEST_QUOTE)}”."


def _nearest(error: domain.VideoGenError) -> tuple[ExitCode, str]:
    return next(TEXTS[kind] for kind in type(error).__mro__ if kind in TEXTS)


_LISTS = frozenset({"known", "differences", "allowed", "names", "limits", "because"})


def _values(error: domain.VideoGenError) -> dict[str, str]:
    return {name: _value(error, name, value) for name, value in vars(error).items()}


def _word(value: object) -> str:
    return {True: "on", False: "off"}[value] if isinstance(value, bool) else str(value)


def _listed(error: domain.VideoGenError, words: tuple[str, ...]) -> str:
    meant = ""
    if isinstance(error, domain.UnknownModelError):
        meant = error.given
    elif isinstance(error, domain.NoFollowUpError):
        meant = error.model_id
    if meant and len(words) > _MOST_MODELS:
        likely = difflib.get_close_matches(meant, words, _MOST_MODELS, cutoff=0)
        return f"{', '.join(likely)} … (`videogen models` lists all)"
    return ", ".join(words) or "none"


def _value(error: domain.VideoGenError, name: str, value: object) -> str:
    if name in _MONEY and isinstance(value, int):
        return str(credits_as_number(value))
    if name in ("size", "most_bytes") and isinstance(value, int):
        return f"{value / (1 << 20):.1f} MB"
    if name == "task_ids" and isinstance(value, tuple):
        return " ".join(value[:_MOST_IDS]) + (" …" if len(value) > _MOST_IDS else "")
    if name in ("known", "differences", "allowed", "names", "limits", "because") and isinstance(
        value, tuple
    ):
        return _listed(error, tuple(map(_word, value)))
    if name == "unreadable" and isinstance(value, tuple):
        return ", ".join(value) or "all of them"
    if name in _WHERE:
        return _WHERE[name].format(value) if value else ""
    if name in ("condition", "reason"):
        known = CONDITIONS if name == "condition" else _REASONS.get(type(error), {})
        return known.get(str(value), str(value)).format(**vars(error))
    return str(value)
