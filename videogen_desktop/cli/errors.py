"""Domain errors for the terminal: one English sentence or two, and an exit code."""

from enum import IntEnum

from videogen_desktop.domain import errors as domain
from videogen_desktop.domain.credits import credits_as_number


class ExitCode(IntEnum):
    """What the process's exit code says (DESIGN section 8)."""

    DONE = 0
    DEFECT = 1
    USAGE = 2
    CREDITS = 3
    PROVIDER_FAILED = 4
    UNCONFIRMED = 5
    NOT_ACCEPTED = 6
    NOT_ON_DISK = 7
    INTERRUPTED = 130


_E = ExitCode
_LONGEST_QUOTE = 300
_MONEY = frozenset({"available", "price"})

# What happened and what to do; the nearest class of an error speaks for it.
TEXTS: dict[type[domain.VideoGenError], tuple[ExitCode, str]] = {
    domain.VideoGenError: (_E.DEFECT, "That did not work."),
    # --- the request
    domain.InvalidRequestError: (_E.USAGE, "The request cannot be used as it is."),
    domain.EmptyPromptError: (_E.USAGE, "The prompt is empty: describe the video you want."),
    domain.PromptTooLongError: (
        _E.USAGE,
        "The prompt has {length} characters; this model takes at most {limit}.",
    ),
    domain.UnknownAspectRatioError: (
        _E.USAGE,
        "There is no aspect ratio “{given}” here; choose one of: {known}.",
    ),
    domain.UnknownModelError: (
        _E.USAGE,
        "There is no model “{given}” here; choose one of: {known}.",
    ),
    domain.OutputRefusedError: (_E.USAGE, "The video cannot be written to {path}: {reason}."),
    domain.NotEnoughCreditsError: (
        _E.CREDITS,
        "Not enough credits: {price} needed, {available} available.",
    ),
    domain.VideoNotFoundError: (_E.USAGE, "There is no video whose id begins with “{prefix}”."),
    domain.IllegalTransitionError: (
        _E.USAGE,
        "Video {video_id} is {state}, so it cannot become {wanted}.",
    ),
    # --- the provider
    domain.ProviderError: (_E.NOT_ACCEPTED, "The provider reported a problem."),
    domain.NotSentError: (_E.NOT_ACCEPTED, "The provider could not be reached."),
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
    # --- results
    domain.ResultError: (_E.NOT_ON_DISK, "The video is made, but its file is not on this disk."),
    domain.ResultUrlRefusedError: (
        _E.NOT_ON_DISK,
        "The provider names {host} for the file, and that address is not safe to open ({reason}).",
    ),
    domain.ResultGoneError: (
        _E.NOT_ON_DISK,
        "The provider's server no longer has the file (HTTP {status}).",
    ),
    domain.ResultTruncatedError: (
        _E.NOT_ON_DISK,
        "The download broke off after {received} bytes.",
    ),
    domain.ResultTooLargeError: (_E.NOT_ON_DISK, "The file is larger than {limit} bytes."),
    domain.NotPlayableError: (
        _E.NOT_ON_DISK,
        "What was downloaded is not a video that plays ({reason}).",
    ),
    domain.MediaHelperError: (
        _E.DEFECT,
        "The process that examines video files did not answer; try again.",
    ),
    # --- this machine
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
    domain.EngineLockedError: (
        _E.NOT_ACCEPTED,
        "VideoGen already runs with this library (a window or another command); close it first.",
    ),
    domain.SettingsUnreadableError: (
        _E.NOT_ACCEPTED,
        "The settings in {path} were damaged and start afresh{kept_as}; run the command again.",
    ),
    domain.KeyMissingError: (
        _E.NOT_ACCEPTED,
        "No API key is known for {api_base}; set VIDEOGEN_API_KEY or run `videogen account add`.",
    ),
    domain.KeyStoreUnavailableError: (
        _E.NOT_ACCEPTED,
        "The system's keyring cannot be used ({condition}); set VIDEOGEN_API_KEY instead.",
    ),
    domain.ApiBaseRefusedError: (
        _E.USAGE,
        "{api_base} is not an address that may get an API key: use https (plain http only for "
        "this machine).",
    ),
    domain.SandboxError: (_E.NOT_ACCEPTED, "The sandbox did not start or has ended."),
}

_OUTPUT_REASONS = {
    "exists": "it exists already, and nothing is overwritten",
    "folder_missing": "its folder does not exist",
    "unwritable": "no file can be made there",
}
_CONDITIONS = {
    "busy": "another program keeps it busy",
    "read_only": "it is read-only here",
    "disk_error": "the disk reports an error",
    "damaged": "the file is damaged",
    "disk_full": "the disk is full",
    "cannot_open": "the file cannot be opened",
}


def exit_code(error: domain.VideoGenError) -> ExitCode:
    return _nearest(error)[0]


def error_text(error: domain.VideoGenError) -> str:
    """What happened, whether it cost anything, and what to do, in one line of plain text."""
    text = _nearest(error)[1].format(**_values(error))
    if isinstance(error, domain.VideoNotFoundError) and error.matches > 1:
        text = f"Several videos have an id that begins with “{error.prefix}”; give more of it."
    parts = [text, provider_words(getattr(error, "message", "")), _what_it_cost(error)]
    return printable(" ".join(part for part in parts if part))


def system_error_text(error: OSError) -> str:
    """A file or folder that the system refuses; nothing was sent yet."""
    where = f": {error.filename}" if error.filename else ""
    return printable(f"{error.strerror or type(error).__name__}{where}. Nothing was charged.")


def provider_words(message: str | None) -> str:
    """The provider's own words, quoted and bounded; empty without any."""
    words = printable(message or "")
    if not words:
        return ""
    if len(words) > _LONGEST_QUOTE:
        words = words[: _LONGEST_QUOTE - 1] + "…"
    return f"The provider says: “{words}”."


def printable(text: str) -> str:
    """One line without anything that could command a terminal (escapes, direction marks)."""
    if not text.isprintable():
        text = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(text.split())


def _nearest(error: domain.VideoGenError) -> tuple[ExitCode, str]:
    return next(TEXTS[kind] for kind in type(error).__mro__ if kind in TEXTS)


def _values(error: domain.VideoGenError) -> dict[str, str]:
    return {name: _value(error, name, value) for name, value in vars(error).items()}


def _value(error: domain.VideoGenError, name: str, value: object) -> str:
    if name in _MONEY and isinstance(value, int):
        return str(credits_as_number(value))
    if name == "known" and isinstance(value, tuple):
        return ", ".join(value)
    if name == "kept_as":
        return f" (the old file is kept as {value})" if value else ""
    if name == "condition":
        return _CONDITIONS.get(str(value), str(value))
    if name == "reason" and isinstance(error, domain.OutputRefusedError):
        return _OUTPUT_REASONS.get(str(value), str(value))
    return str(value)


def _what_it_cost(error: domain.VideoGenError) -> str:
    if isinstance(error, domain.ResultError):
        return "The video is paid for; nothing more is charged."
    if error.may_have_charged:
        return "It may have been charged: the credits stay held until that is clear."
    return "Nothing was charged."
