"""`videogen generate`: one video or several takes of it, from the prompt to the file."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.cli.errors import error_text
from videogen_desktop.cli.exit_codes import ExitCode, failure, unreadable_because, worst
from videogen_desktop.cli.output import asks_yes, printable
from videogen_desktop.cli.request_options import add_request_options
from videogen_desktop.domain.errors import (
    OutputRefusedError,
    RepeatedRequestError,
)
from videogen_desktop.domain.request import MOST_TAKES, take_ids

if TYPE_CHECKING:
    from videogen_desktop.cli.outcomes import Result
    from videogen_desktop.cli.progress import ProgressRecord
    from videogen_desktop.cli.request_options import Asked
    from videogen_desktop.domain.vendor import RequestFacts
    from videogen_desktop.engine.opening import EngineOptions

    Ask = Callable[[EngineOptions], tuple[Asked, RequestFacts]]

EXIT_CODES = """\
exit codes of generate:
  0  completed (with --no-wait: accepted)      5  unconfirmed: it may have been charged
  1  a defect of this program                  6  nothing was accepted
  2  wrong usage                               7  completed, but not on disk or not at --output
  3  not enough credits                      130  interrupted; it goes on at the provider
  4  the provider failed it (refunded)
"""


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> Iterator[argparse.ArgumentParser]:
    command = commands.add_parser(
        "generate",
        help="make one video, or several takes of it",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("prompt", metavar="PROMPT", help="what the video shows")
    command.add_argument("--model", metavar="ID", help="another model than the wallet's first")
    add_request_options(command)
    add_making_options(command)
    command.set_defaults(run=run)
    yield command


def add_making_options(command: argparse.ArgumentParser) -> None:
    """How often it is made, and what becomes of it."""
    command.add_argument(
        "--output", type=Path, metavar="FILE", help="also copy the video to this new file"
    )
    command.add_argument(
        "--takes",
        type=int,
        default=1,
        choices=range(1, MOST_TAKES + 1),
        metavar="N",
        help=f"so many videos of it at once, at most {MOST_TAKES}; --output numbers their files",
    )
    command.add_argument("--json", action="store_true", help="print one JSON object")
    command.add_argument(
        "--no-wait", action="store_true", help="end once accepted; `videogen resume` fetches it"
    )
    command.add_argument(
        "--yes", action="store_true", help="send it although the same was sent a moment ago"
    )


def run(namespace: argparse.Namespace) -> int:
    def ask(options: "EngineOptions") -> "tuple[Asked, RequestFacts]":
        from videogen_desktop.cli.request_options import asked
        from videogen_desktop.domain.vendor import RequestFacts

        model = options.vendor.model(namespace.model)
        return asked(namespace, model, namespace.prompt), RequestFacts()

    return make(namespace, ask)


def make(namespace: argparse.Namespace, ask: "Ask") -> int:
    """Make what `ask` makes of the words, which may raise InvalidRequestError."""
    from videogen_desktop.cli.outcomes import End, Result
    from videogen_desktop.cli.progress import ProgressRecord
    from videogen_desktop.cli.running import interrupted_no_more
    from videogen_desktop.services.system import random_id

    record = ProgressRecord()
    # The request's, and its videos', whoever makes them and however often that is tried.
    request_id = random_id()
    ids = namespace.video_ids = take_ids(request_id, namespace.takes)
    try:
        try:
            results = _made(namespace, request_id, record, ask)
        finally:
            interrupted_no_more()
    except KeyboardInterrupt:
        ended = (End.INTERRUPTED, ExitCode.INTERRUPTED)
        results = tuple(Result(record.items.get(one), *ended) for one in ids)
    except Exception as error:  # noqa: BLE001 - whatever ended it, the ledger is asked
        broken = (End.BROKEN, *failure(namespace, error))
        results = tuple(Result(record.items.get(one), *broken) for one in ids)
    concluded = [
        _concluded(namespace, one, record, result) for one, result in zip(ids, results, strict=True)
    ]
    if namespace.takes == 1:
        return _report(concluded[0], as_json=namespace.json)
    return _report_takes(concluded, as_json=namespace.json)


def _made(
    namespace: argparse.Namespace, request_id: str, record: "ProgressRecord", ask: "Ask"
) -> "tuple[Result, ...]":
    from videogen_desktop.cli.generating import Generating
    from videogen_desktop.cli.progress import make_progress
    from videogen_desktop.cli.reading import with_kept_offer
    from videogen_desktop.cli.running import run_interruptibly
    from videogen_desktop.program.log_file import logging_to
    from videogen_desktop.program.options import engine_options, secrets_of

    outputs, most = _outputs(namespace.output, namespace.takes), namespace.max_credits
    if namespace.no_wait and namespace.output:
        said = _wrong_usage("--output needs the video: leave out --no-wait.")
        return (said,) * len(outputs)
    options = replace(engine_options(namespace), sends_at_once=True)
    known = with_kept_offer(options)
    asked, facts = ask(known)
    # Also the engine does this; here before a library is made for a request that cannot be.
    asked.check(known.vendor, facts, None if most is None else most // len(outputs))
    for output in outputs:
        if output:
            _check_output(output)
    secrets = (*secrets_of(), options.wallet.api_key or "")

    def made(*, confirmed: bool) -> "tuple[Result, ...]":
        with (
            logging_to(options.places.logs, secrets, verbose=namespace.verbose),
            record.showing(make_progress(verbose=namespace.verbose)) as progress,
        ):
            job = Generating(
                *(options, request_id, asked, outputs, progress),
                most=most,
                confirmed=confirmed,
                wait=not namespace.no_wait,
            )
            return run_interruptibly(job.run)

    try:
        return made(confirmed=namespace.yes)
    except RepeatedRequestError as error:
        if not asks_yes(f"{error_text(error)} Pay for it once more?"):
            raise
    return made(confirmed=True)


def _wrong_usage(sentence: str) -> "Result":
    from videogen_desktop.cli.outcomes import End, Result

    return Result(None, End.BROKEN, ExitCode.USAGE, sentence)


def _outputs(output: Path | None, takes: int) -> "list[Path | None]":
    """A file for each take: cat-1.mp4, cat-2.mp4."""
    if output is None or takes == 1:
        return [output] * takes
    return [output.with_stem(f"{output.stem}-{number}") for number in range(1, takes + 1)]


def _check_output(path: Path) -> None:
    from videogen_desktop.storage.destinations import check_output

    try:
        check_output(path)
    except (OSError, ValueError) as error:
        raise OutputRefusedError(path, "unwritable") from error


def _concluded(
    namespace: argparse.Namespace, video_id: str, record: "ProgressRecord", result: "Result"
) -> "Result":
    """What the library says of it now, in the one place that speaks about money."""
    from videogen_desktop.cli.charges import item_in, unknown_sentence, unread_sentence
    from videogen_desktop.cli.outcomes import End, concluded
    from videogen_desktop.program.options import places_of

    if not record.may_have_left:
        # No other process knows this id, and this one did not come to write it.
        return concluded(result, None)
    try:
        now = item_in(places_of(namespace), video_id)
    except Exception as error:  # noqa: BLE001 - locked, damaged, unplugged: it is said
        unread = unread_sentence(video_id, unreadable_because(error))
        code = result.code if result.code is not ExitCode.DONE else ExitCode.UNCONFIRMED
        if result.end is not End.INTERRUPTED and code is ExitCode.NOT_ACCEPTED:
            code = ExitCode.UNCONFIRMED
        sentence = f"{result.sentence} {unread}".strip()
        return replace(result, item=record.items.get(video_id), code=code, sentence=sentence)
    seen = record.items.get(video_id)
    if result.end is End.UNKNOWN and now is None:
        return replace(result, sentence=f"{result.sentence} {unknown_sentence(video_id)}")
    if seen and seen.held and now and now.video.state is seen.video.state:
        # It was answered, and the library could not be told until the end.
        now = replace(now, held=seen.held)
    return concluded(result, now)


def _report(result: "Result", *, as_json: bool) -> int:
    import sys

    from videogen_desktop.cli.output import print_json

    if result.sentence:
        print(f"videogen: {printable(result.sentence)}", file=sys.stderr, flush=True)
    if as_json:
        print_json(result.as_object())
    elif result.code == ExitCode.DONE:
        print("\n".join(result.lines()), flush=True)
    return result.code


def _report_takes(results: "Sequence[Result]", *, as_json: bool) -> int:
    """Of several takes, the videos that came to be, and the exit code of the worst."""
    import sys

    from videogen_desktop.cli.output import print_json

    said = dict.fromkeys(_about(result) for result in results if result.sentence)
    for sentence in said:
        print(f"videogen: {printable(sentence)}", file=sys.stderr, flush=True)
    made = [result for result in results if result.item is not None]
    if as_json:
        videos = [result.as_object() for result in made]
        print_json({"videos": videos, "error": " ".join(said) or None})
    else:
        for line in [line for one in made if one.code == ExitCode.DONE for line in one.lines()]:
            print(line, flush=True)
    return worst(result.code for result in results)


def _about(result: "Result") -> str:
    """What is said of one take among others."""
    return f"{result.item.video.id}: {result.sentence}" if result.item else result.sentence
