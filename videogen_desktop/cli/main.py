"""The `videogen` program: runs one command and turns whatever happens into an exit code."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

from videogen_desktop.cli.commands import UsageError, parse
from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.output import no_video, prepare_streams, print_json
from videogen_desktop.cli.plain_text import printable
from videogen_desktop.domain.errors import VideoGenError

_READING = frozenset({"list", "show", "ledger", "verify"})


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command named by `argv` (the process's own when None); return the exit code.

    Every failure is one sentence on standard error, and `error` in the object of --json. Main
    thread: signals are handled here.
    """
    prepare_streams()
    words = sys.argv[1:] if argv is None else list(argv)
    try:
        namespace = parse(words)
    except UsageError as error:
        print(error.usage, end="", file=sys.stderr)
        return _fail(error.message, ExitCode.USAGE, _Shape("--json" in words, "generate" in words))
    if argv is None and namespace.command in _READING:
        # Nothing is worth collecting in a process that only reads and ends: looking for garbage,
        # above all in SQLAlchemy at the very end, cost a fifth of `videogen list` (measured).
        gc.disable()
    code = _run(namespace)
    if argv is None:
        # The process ends: looking through what is left took 0.2 s of every job, and as much of
        # the sandbox's end, which the job waits for (measured).
        gc.freeze()
    return code


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
    from videogen_desktop.cli.log_file import secrets_remembered

    with secrets_remembered():
        return _run_guarded(namespace)


def _run_guarded(namespace: argparse.Namespace) -> int:
    shape = _Shape(getattr(namespace, "json", False), namespace.command == "generate")
    try:
        code: int = namespace.run(namespace)
        # Standard output is buffered: a closed pipe shows itself here.
        sys.stdout.flush()
    except VideoGenError as error:
        # The sentences for every error there is: only where one came.
        from videogen_desktop.cli.errors import error_text, exit_code

        return _fail(error_text(error), exit_code(error), shape)
    except KeyboardInterrupt:
        return _fail("Interrupted.", ExitCode.INTERRUPTED, shape)
    except BrokenPipeError:
        # Whoever read our output (`| head`) has seen enough; the interpreter flushes once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except OSError as error:
        from videogen_desktop.cli.errors import system_error_text

        return _fail(system_error_text(error), ExitCode.NOT_ACCEPTED, shape)
    except Exception as error:  # noqa: BLE001 - the last place that can say it in one sentence
        return _fail(_defect(namespace, error), ExitCode.DEFECT, shape)
    return code


def _defect(namespace: argparse.Namespace, error: Exception) -> str:
    """Write the traceback into the log; the error's own words may hold what must not be shown."""
    import logging

    from videogen_desktop.cli.log_file import logging_to
    from videogen_desktop.cli.options import places_of, secrets_of

    name = type(error).__name__
    with logging_to(places_of(namespace).logs, secrets_of()) as path:
        logging.getLogger(__name__).error("%s", name, exc_info=error)
    where = f"details are in {path}" if path else "and the log could not be written"
    return f"Something went wrong inside the program ({name}); {where}."
