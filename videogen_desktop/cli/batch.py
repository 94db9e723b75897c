"""`videogen batch`: a file whose rows are requests, all reserved or none."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.cli.exit_codes import ExitCode, failure, unreadable_because, worst
from videogen_desktop.cli.output import JsonObject, asks_yes, print_json, printable
from videogen_desktop.cli.request_options import most_credits
from videogen_desktop.domain.errors import BatchNotReadyError, RepeatedRequestError

if TYPE_CHECKING:
    from videogen_desktop.cli.outcomes import Result
    from videogen_desktop.domain.batch import CheckedRow
    from videogen_desktop.domain.batch_columns import BatchColumn, ColumnNames
    from videogen_desktop.domain.batch_text import BatchTable
    from videogen_desktop.engine.opening import EngineOptions

_LONGEST_SHOWN = 60
EXIT_CODES = """\
exit codes of batch:
  0  every video completed                     5  one is unconfirmed: it may have been charged
  1  a defect of this program                  6  one was not accepted, or waits to be sent
  2  a row was refused: nothing was reserved   7  one is completed, but not on disk
  3  not enough credits                      130  interrupted; what was sent goes on at the
  4  the provider failed one (refunded)           provider, the rest waits for `videogen send`
"""


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> Iterator[argparse.ArgumentParser]:
    command = commands.add_parser(
        "batch",
        help="make the videos of a CSV, TSV, JSONL or XLSX file, a row a request",
        description="Every row is checked and priced before anything moves, and all are reserved "
        "or none. Columns are found by their names, such as prompt, model, aspect, duration, "
        "image, preset, takes and title, in English or Vietnamese; without such a line each line "
        "is a prompt. Paths begin where the file lies.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("file", metavar="FILE", help="the file, or - for the standard input")
    command.add_argument("--dry-run", action="store_true", help="check and price the rows, and end")
    command.add_argument(
        "--max-credits",
        type=most_credits,
        metavar="N",
        help="the most that may be held for all rows; what known prices leave of it is held for "
        "those that nobody knows",
    )
    command.add_argument(
        "--output-folder",
        type=Path,
        metavar="DIR",
        help="also copy the videos there, with a table of the results",
    )
    command.add_argument("--json", action="store_true", help="print one JSON object")
    command.add_argument(
        "--yes", action="store_true", help="send it although the same was sent a moment ago"
    )
    command.set_defaults(run=run)
    yield command


def run(namespace: argparse.Namespace) -> int:
    from videogen_desktop.cli.running import interrupted_no_more
    from videogen_desktop.services.system import random_id

    # The batch's, and its videos' follow from it, whoever makes them.
    namespace.batch_id = random_id()
    code, sentence = ExitCode.DONE, ""
    results: Sequence[Result] = ()
    try:
        try:
            checked, options = _checked(namespace)
            if namespace.dry_run or any(one.problems for one in checked):
                return _report_rows(namespace, checked)
            results = _made(namespace, options)
        finally:
            interrupted_no_more()
    except RefusedRowsError as refused:
        return _report_rows(namespace, refused.rows)
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - whatever ended it, the library is asked
        code, sentence = failure(namespace, error)
    return _report(namespace, results, code, sentence)


class RefusedRowsError(Exception):
    """Their files showed what is wrong with rows; nothing was reserved."""

    def __init__(self, rows: "Sequence[CheckedRow]") -> None:
        super().__init__(len(rows))
        self.rows = rows


# --- before anything is opened -------------------------------------------------------------------


def _checked(namespace: argparse.Namespace) -> "tuple[tuple[CheckedRow, ...], EngineOptions]":
    """The rows as far as their words say what they are: here before a library is made for what
    cannot be."""
    from videogen_desktop.cli.presets import presets_at
    from videogen_desktop.cli.reading import with_kept_offer
    from videogen_desktop.domain.batch import BatchDefaults, priced_row, share_of
    from videogen_desktop.domain.batch_columns import ColumnNames
    from videogen_desktop.domain.batch_reading import RowReader
    from videogen_desktop.domain.model import VideoModel
    from videogen_desktop.domain.preset import preset_named
    from videogen_desktop.domain.request import VideoRequest
    from videogen_desktop.program.options import engine_options, places_of

    options = replace(engine_options(namespace), sends_at_once=True)
    # The models as they are kept: an engine finds them itself.
    namespace.known = with_kept_offer(options)
    vendor = namespace.known.vendor
    namespace.table = table = _table(namespace.file, ColumnNames.of(vendor.models))
    presets = presets_at(places_of(namespace))

    def styled(name: str, request: VideoRequest, model: VideoModel) -> VideoRequest:
        return preset_named(name, presets).applied(request, model)

    reader = RowReader(table, BatchDefaults(VideoRequest("", "")), vendor, styled)
    checked = [priced_row(reader.read(row), vendor) for row in table.rows]
    each = share_of(namespace.max_credits, checked)
    if each is not None:
        checked = [
            priced_row(one.asked, vendor, most=each) if one.lacks_price_alone else one
            for one in checked
        ]
    # A price may go by what the files are, which nobody has looked at yet.
    is_open = [one.lacks_price_alone and bool(one.asked.files) for one in checked]
    if not namespace.dry_run:
        checked = [
            replace(one, problems=()) if may_be else one
            for one, may_be in zip(checked, is_open, strict=True)
        ]
    if namespace.output_folder is not None and not namespace.dry_run:
        _check_folder(namespace.output_folder)
    return tuple(checked), options


def _table(name: str, names: "ColumnNames") -> "BatchTable":
    from videogen_desktop.domain.batch_text import MOST_BYTES
    from videogen_desktop.services.batch.files import table_of_bytes, table_of_file

    if name != "-":
        return table_of_file(Path(name), names)
    return table_of_bytes(sys.stdin.buffer.read(MOST_BYTES + 1), names, Path.cwd())


def _check_folder(folder: Path) -> None:
    from videogen_desktop.domain.errors import OutputRefusedError
    from videogen_desktop.services.system import random_id
    from videogen_desktop.storage.destinations import check_output

    probe = folder / f"{random_id()}.mp4"
    try:
        check_output(probe)
    except (OSError, ValueError) as error:
        raise OutputRefusedError(folder, "unwritable") from error


# --- making --------------------------------------------------------------------------------------


def _made(namespace: argparse.Namespace, options: "EngineOptions") -> "Sequence[Result]":
    from videogen_desktop.cli.batch_making import BatchMaking
    from videogen_desktop.cli.errors import error_text
    from videogen_desktop.cli.running import run_logged

    def made(*, confirmed: bool) -> "Sequence[Result]":
        job = BatchMaking(
            options,
            namespace.known,
            namespace.batch_id,
            Path(namespace.file).stem,
            namespace.table,
            most=namespace.max_credits,
            confirmed=confirmed,
            folder=namespace.output_folder,
        )
        return run_logged(options, job.run, verbose=namespace.verbose)

    try:
        return made(confirmed=namespace.yes)
    except RepeatedRequestError as error:
        if not asks_yes(f"{error_text(error)} Pay for all of it once more?"):
            raise
    return made(confirmed=True)


# --- reports -------------------------------------------------------------------------------------


def _report_rows(namespace: argparse.Namespace, rows: "Sequence[CheckedRow]") -> int:
    """What the rows would cost, or what is wrong with them."""
    from videogen_desktop.cli.errors import error_text
    from videogen_desktop.cli.output import credits_text
    from videogen_desktop.domain.batch import BatchTotal
    from videogen_desktop.domain.credits import credits_as_number

    total = BatchTotal.of(rows)
    columns = namespace.table.columns
    said: list[str] = []
    for one in rows:
        for problem in one.problems:
            header = "" if problem.column is None else columns[problem.column].header
            where = f"row {one.asked.number}" + (f", {header}" if header else "")
            said.append(f"{where}: {error_text(problem.error)}")
    for line in said:
        print(f"videogen: {printable(line)}", file=sys.stderr, flush=True)
    refusal = error_text(BatchNotReadyError(total.wrong)) if total.wrong else None
    if refusal is not None:
        print(f"videogen: {refusal}", file=sys.stderr, flush=True)
    if namespace.json:
        print_json(
            {
                "rows": [_row_object(one, columns) for one in rows],
                "videos": total.videos,
                "price": credits_as_number(total.price),
                "at_most": total.is_at_most,
                "error": refusal,
            }
        )
    elif refusal is None:
        for one in rows:
            prompt = printable(one.asked.request.prompt)[:_LONGEST_SHOWN]
            takes = f" for {one.asked.takes} takes" if one.asked.takes > 1 else ""
            print(f"{one.asked.number}: {credits_text(one.price)} credits{takes}  {prompt}")
        at_most = "at most " if total.is_at_most else ""
        price = credits_text(total.price)
        print(f"{total.videos} videos for {at_most}{price} credits. Nothing was sent.")
    return ExitCode.USAGE if total.wrong else ExitCode.DONE


def _row_object(one: "CheckedRow", columns: "Sequence[BatchColumn]") -> JsonObject:
    from videogen_desktop.cli.errors import error_text
    from videogen_desktop.domain.credits import credits_as_number

    return {
        "row": one.asked.number,
        "prompt": one.asked.request.prompt,
        "model": one.asked.request.model_id,
        "takes": one.asked.takes,
        "price": None if one.priced is None else credits_as_number(one.price),
        "problems": [
            {
                "column": None if each.column is None else columns[each.column].header,
                "error": error_text(each.error),
            }
            for each in one.problems
        ],
    }


def _report(
    namespace: argparse.Namespace, results: "Sequence[Result]", code: ExitCode, sentence: str
) -> int:
    """Each video by the library's last word, in the order of the rows."""
    from videogen_desktop.cli.batch_making import concluded_results

    try:
        ended = concluded_results(namespace, results, code)
    except Exception as error:  # noqa: BLE001 - locked, damaged, unplugged: it is said
        why = unreadable_because(error)
        ended, code = (), code if code is not ExitCode.DONE else ExitCode.UNCONFIRMED
        unread = (
            f"The library cannot be read at the moment ({why}), so it is not clear what may have "
            "been charged: `videogen list` shows what was sent."
        )
        sentence = f"{sentence} {unread}".strip()
    if code is ExitCode.INTERRUPTED and not sentence:
        waits = "what was sent goes on at the provider, the rest waits for `videogen send`."
        sentence = f"Interrupted: {waits}" if ended else "Interrupted. Nothing was sent."
    for line in (sentence, *dict.fromkeys(_about(one) for one in ended if one.sentence)):
        if line:
            print(f"videogen: {printable(line)}", file=sys.stderr, flush=True)
    if namespace.json:
        videos = [one.as_object() for one in ended]
        batch_id = namespace.batch_id if ended else None
        told = dict.fromkeys(line for line in (sentence, *(one.sentence for one in ended)) if line)
        print_json({"batch": batch_id, "videos": videos, "error": " ".join(told) or None})
    else:
        for one in ended:
            print(_line(one), flush=True)
    return worst([code, *(one.code for one in ended)])


def _about(result: "Result") -> str:
    return f"{result.item.video.id}: {result.sentence}" if result.item else result.sentence


def _line(result: "Result") -> str:
    """The row, its state, its cost and its file."""
    from videogen_desktop.cli.output import credits_text

    item = result.item
    if item is None:
        return ""
    charge = item.charge
    cost = "" if charge is None else f"{credits_text(charge.held + charge.spent)} credits"
    file = result.output or item.clip
    video = item.video
    parts = (f"{video.batch_row}: {video.state}", cost, str(file or video.id))
    return "  ".join(part for part in parts if part)
