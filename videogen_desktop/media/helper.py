"""The helper process: reads jobs from its standard input until that ends, one after another."""

import errno
import os
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO

from videogen_desktop.media.limits import allow_cpu_for_one_job, restrict_process
from videogen_desktop.media.protocol import (
    Answer,
    ProtocolError,
    RefusedFileError,
    Request,
    decode_request,
    encode,
    read_body,
)


def main() -> int:
    """Run as the helper. Returns 0 when standard input ends and 1 after a broken frame."""
    # Ctrl-C in the terminal is for the program; it ends this process by closing the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    restrict_process()
    requests, answers = _private_pipes()
    try:
        while (body := read_body(requests)) is not None:
            request = decode_request(body)
            allow_cpu_for_one_job()
            answers.write(encode(_answer(request)))
            answers.flush()
    except BrokenPipeError:
        return 0
    except ProtocolError:
        return 1
    return 0


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    # A library that prints to descriptor 1 would put the frames out of step.
    requests, answers = os.dup(0), os.dup(1)
    os.dup2(2, 1)
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    return os.fdopen(requests, "rb"), os.fdopen(answers, "wb")


def _answer(request: Request) -> Answer:
    try:
        return Answer(request.number, "done", facts=_run(request))
    except RefusedFileError as refused:
        return Answer(request.number, "refused", str(refused.reason))
    except OSError as error:
        return Answer(request.number, "failed", errno.errorcode.get(error.errno or 0, "OSError"))
    except Exception as error:  # noqa: BLE001 - whatever a job raises is its answer
        sys.excepthook(type(error), error, error.__traceback__)
        return Answer(request.number, "failed", type(error).__name__)


def _run(request: Request) -> dict[str, str | int | None] | None:
    arguments = request.arguments
    path = Path(str(arguments["path"]))
    # Imported by the job that needs it: Pillow alone costs a probe 15 ms.
    match request.job:
        case "probe":
            from videogen_desktop.media.probe import probe

            return asdict(probe(path))
        case "poster":
            from videogen_desktop.media.poster import make_poster

            make_poster(path, Path(str(arguments["destination"])), int(arguments["longest_side"]))
            return None
        case "strip":
            from videogen_desktop.media.strip import make_strip

            make_strip(
                path,
                Path(str(arguments["destination"])),
                int(arguments["frames"]),
                int(arguments["longest_side"]),
            )
            return None
        case _:
            raise ValueError(request.job)
