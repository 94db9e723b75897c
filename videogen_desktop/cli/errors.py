"""Domain errors for the terminal: one English sentence or two, and an exit code."""

from videogen_desktop.cli.error_texts import CLIP_FOLDER_REASONS, CONDITIONS, OUTPUT_REASONS, TEXTS
from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.plain_text import printable
from videogen_desktop.domain import errors as domain
from videogen_desktop.domain.credits import credits_as_number
from videogen_desktop.domain.text import beginning, readable_words, shortened

# As many as a line of a shell is read with.
_MOST_IDS = 20
_LONGEST_QUOTE = 300
_REASONS: dict[type[domain.VideoGenError], dict[str, str]] = {
    domain.OutputRefusedError: OUTPUT_REASONS,
    domain.ClipFolderUnusableError: CLIP_FOLDER_REASONS,
}
_MONEY = frozenset({"available", "price", "cap", "spent", "claimed"})


def exit_code(error: domain.VideoGenError) -> ExitCode:
    return _nearest(error)[0]


def error_text(error: domain.VideoGenError) -> str:
    """What happened and what to do, in one line of plain text; `charges` says what it cost."""
    text = _nearest(error)[1].format(**_values(error))
    if isinstance(error, domain.VideoNotFoundError) and error.matches > 1:
        text = f"Several videos have an id that begins with “{error.prefix}”; give more of it."
    if isinstance(error, domain.SandboxError) and error.args:
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


def _values(error: domain.VideoGenError) -> dict[str, str]:
    return {name: _value(error, name, value) for name, value in vars(error).items()}


def _word(value: object) -> str:
    return {True: "on", False: "off"}[value] if isinstance(value, bool) else str(value)


def _value(error: domain.VideoGenError, name: str, value: object) -> str:
    if name in _MONEY and isinstance(value, int):
        return str(credits_as_number(value))
    if name == "task_ids" and isinstance(value, tuple):
        return " ".join(value[:_MOST_IDS]) + (" …" if len(value) > _MOST_IDS else "")
    if name in ("known", "differences", "allowed") and isinstance(value, tuple):
        return ", ".join(map(_word, value))
    if name == "unreadable" and isinstance(value, tuple):
        return ", ".join(value) or "all of them"
    if name == "kept_as":
        return f" (the old file is kept as {value})" if value else ""
    if name == "condition":
        return CONDITIONS.get(str(value), str(value))
    if name == "reason":
        return _REASONS.get(type(error), {}).get(str(value), str(value))
    return str(value)
