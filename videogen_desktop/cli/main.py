"""The `videogen` program: runs one command and turns whatever happens into an exit code."""

import argparse
import gc
import importlib
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from videogen_desktop.cli.exit_codes import ExitCode, failure, unreadable_because
from videogen_desktop.cli.output import no_video, print_json, printable
from videogen_desktop.cli.running import (
    InterruptedByUserError,
    end_at_once,
    interrupted_by_console,
    interrupted_no_more,
    interrupted_once,
    interrupts_ignored,
)
from videogen_desktop.program.options import KnowVendors, add_common_options, shipped_vendors
from videogen_desktop.program.streams import READER_LEFT, guarded_streams

if TYPE_CHECKING:
    from videogen_desktop.program.windows import Windows

# Which module knows which command; only the one that is wanted is imported: every module costs
# milliseconds of a start that should take few.
GROUPS = {
    "generate": "generate",
    "continue": "follow_up",
    "extend": "follow_up",
    "upscale": "follow_up",
    "batch": "batch",
    "models": "models",
    "presets": "presets",
    "list": "reading",
    "show": "reading",
    "ledger": "ledger",
    "verify": "ledger",
    "resume": "resume",
    "send": "waiting",
    "cancel": "waiting",
    "settle": "settle",
    "delete": "delete",
    "rename": "rename",
    "rescue": "rescue",
    "join": "exporting",
    "export": "exporting",
    "account": "account",
    "import": "importing",
    "doctor": "doctor",
    "sandbox": "sandbox",
}
_READING = frozenset({"list", "show", "ledger", "verify"})
# What they did stands, whether or not anybody could be told.
_MAKING = frozenset({"generate", "continue", "extend", "upscale"})
_WORKING = _MAKING | {
    *("resume", "send", "cancel", "settle", "delete", "rename", "rescue", "import", "account"),
    *("join", "export", "batch"),
}
# Of what makes a video before its request had an id: what has none was asked of nobody.
_NOTHING_ASKED = "Nothing was sent. Nothing was charged."


def main(
    argv: Sequence[str] | None = None,
    know_vendors: KnowVendors = shipped_vendors,
    windows: "Windows | None" = None,
) -> int:
    """Run the command named by `argv` (the process's own when None); return the exit code.

    Every failure is one sentence on standard error, and `error` in the object of --json. The exit
    code is the command's own, whatever becomes of the streams. Main thread: signals are handled
    here.
    """
    words = sys.argv[1:] if argv is None else list(argv)
    with guarded_streams() as streams:
        if argv is None:
            interrupted_once()
            _make_known_to(windows)
        code, is_work = _main(words, know_vendors, is_process=argv is None)
        if argv is None:
            interrupts_ignored()
        streams.out.flush()
        code = _answered(code, streams.out.failure, is_work=is_work)
    if argv is None and code == ExitCode.INTERRUPTED:
        end_at_once(code)
    return code


def _make_known_to(windows: "Windows | None") -> None:
    if windows is None and sys.platform == "win32":
        from videogen_desktop.program.windows import Windows

        windows = Windows.of_this_process()
    if windows is not None:
        windows.mark_running()
        interrupted_by_console(windows)


class UsageError(Exception):
    """The words given are not a command; `usage` is how it is written."""

    def __init__(self, message: str, usage: str) -> None:
        super().__init__(message)
        self.message = message
        self.usage = usage


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message, self.format_usage())


def parse(words: Sequence[str], know_vendors: KnowVendors = shipped_vendors) -> argparse.Namespace:
    """The options, with the command's function as `run`. Raises UsageError; exits for --help."""
    return parser(know_vendors, _wanted(words)).parse_args(words)


def parser(
    know_vendors: KnowVendors = shipped_vendors, groups: Iterable[str] = GROUPS.values()
) -> argparse.ArgumentParser:
    """With the commands of these modules, which are imported: with every one unless told."""
    whole = _Parser(
        prog="videogen",
        description="Make short AI videos from a prompt, and know where every credit went.",
    )
    add_common_options(whole, know_vendors)
    commands = whole.add_subparsers(
        title="commands", prog=whole.prog, dest="command", metavar="COMMAND", required=True
    )
    for group in dict.fromkeys(groups):
        module = importlib.import_module(f"videogen_desktop.cli.{group}")
        for command in module.add_commands(commands):
            add_common_options(command, know_vendors, after_command=True)
    return whole


def _wanted(words: Sequence[str]) -> Sequence[str]:
    """The group of the command, or all of them where it is not plain which one is meant."""
    values = {"--data-dir", "--provider", "--api-base"}
    skip = False
    for word in words:
        if skip or word == "--verbose":
            skip = False
        elif word in values:
            skip = True
        elif word in GROUPS:
            return (GROUPS[word],)
        elif word == "--version":
            return ()
        elif not word.startswith(tuple(f"{option}=" for option in values)):
            break
    return tuple(GROUPS.values())


def _main(words: list[str], know_vendors: KnowVendors, *, is_process: bool) -> tuple[int, bool]:
    """The exit code, and whether something was done that stands without an answer."""
    shape = _Shape("--json" in words, not _MAKING.isdisjoint(words))
    try:
        namespace = parse(words, know_vendors)
    except KeyboardInterrupt:
        # While the command's module was being imported.
        cost = f" {_NOTHING_ASKED}" if shape.of_a_video else ""
        return _fail(f"Interrupted.{cost}", ExitCode.INTERRUPTED, shape), False
    except UsageError as error:
        print(error.usage, end="", file=sys.stderr)
        return _fail(error.message, ExitCode.USAGE, shape), False
    if is_process and namespace.command in _READING:
        # Nothing is worth collecting in a process that only reads and ends: looking for garbage,
        # above all in SQLAlchemy at the very end, cost a fifth of `videogen list` (measured).
        gc.disable()
    code = _run(namespace)
    if is_process:
        # The process ends: looking through what is left took 0.2 s of every job, and as much of
        # the local server's end, which the job waits for (measured).
        gc.freeze()
    return code, namespace.command in _WORKING or _is_work_of_doctor(namespace)


def _is_work_of_doctor(namespace: argparse.Namespace) -> bool:
    options = ("repair", "bundle", "backup_to")
    return any(getattr(namespace, option, None) is not None for option in options)


def _answered(code: int, failure: OSError | None, *, is_work: bool) -> int:
    """The command's code. Where its answer was all that it was asked for, a disk that did not take
    the answer is a failure; a reader that has seen enough (`| head`) is none."""
    if failure is None or failure.errno in READER_LEFT:
        return code
    print(f"videogen: the answer could not be written: {failure.strerror}.", file=sys.stderr)
    if code == ExitCode.DONE and is_work:
        return code
    return code or ExitCode.NOT_ACCEPTED


class _Shape(NamedTuple):
    """What an answer on standard output must look like."""

    is_json: bool
    of_a_video: bool


def _fail(sentence: str, code: int, shape: _Shape) -> int:
    print(f"videogen: {printable(sentence)}", file=sys.stderr, flush=True)
    if shape.is_json:
        print_json(no_video(sentence) if shape.of_a_video else {"error": sentence})
    return code


def _run(namespace: argparse.Namespace) -> int:
    if namespace.command in _READING:
        # They never meet a key, and have no time to spare.
        return _run_guarded(namespace)
    from videogen_desktop.program.log_file import secrets_remembered

    with secrets_remembered():
        return _run_guarded(namespace)


def _run_guarded(namespace: argparse.Namespace) -> int:
    shape = _Shape(getattr(namespace, "json", False), namespace.command in _MAKING)
    try:
        try:
            code: int = namespace.run(namespace)
        finally:
            # Whatever ended it: what is left is to say so.
            interrupted_no_more()
    except (KeyboardInterrupt, InterruptedByUserError):
        return _fail(f"Interrupted.{_cost(namespace)}", ExitCode.INTERRUPTED, shape)
    except Exception as error:  # noqa: BLE001 - the last place that can say it in one sentence
        code, sentence = failure(namespace, error)
        return _fail(sentence + _cost(namespace), code, shape)
    return code


def _cost(namespace: argparse.Namespace) -> str:
    """Where the command was about certain videos, how their money stands."""
    video_ids: tuple[str, ...] = getattr(namespace, "video_ids", ())
    if not video_ids:
        return f" {_NOTHING_ASKED}" if namespace.command in _MAKING else ""
    said = dict.fromkeys(_cost_of(namespace, one, len(video_ids) > 1) for one in video_ids)
    return "".join(f" {sentence}" for sentence in said if sentence)


def _cost_of(namespace: argparse.Namespace, video_id: str, is_one_of_many: bool) -> str:
    from videogen_desktop.cli.charges import charge_sentence, item_in, unread_sentence
    from videogen_desktop.program.options import places_of

    try:
        item = item_in(places_of(namespace), video_id)
    except Exception as error:  # noqa: BLE001 - the same library that may have ended the command
        return unread_sentence(video_id, unreadable_because(error))
    sentence = charge_sentence(item)
    return f"{video_id}: {sentence}" if item and sentence and is_one_of_many else sentence
