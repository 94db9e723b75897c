"""The helper process: reads jobs from its standard input until that ends, one after another."""

import errno
import os
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO

from videogen_desktop.media.limits import (
    FILE_SIZE_BYTES,
    allow_cpu_for_one_job,
    allow_file_bytes,
    restrict_process,
)
from videogen_desktop.media.protocol import (
    Answer,
    ProtocolError,
    RefusedFileError,
    Request,
    decode_request,
    encode,
    read_body,
)

# The index of a clip is a few bytes per picture; a copy is never much larger than its source.
_GROWTH = 1.1
_ROOM_BYTES = 4 << 20


def main() -> int:
    """Run as the helper. Returns 0 when standard input ends and 1 after a broken frame."""
    # Ctrl-C in the terminal is for the program; it ends this process by closing the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    restrict_process()
    requests, answers = _private_pipes()
    # PyAV takes 0.2 s to load: before the first job, for whoever started this one in good time.
    from videogen_desktop.media import clip_file  # noqa: F401

    try:
        while (body := read_body(requests)) is not None:
            request = decode_request(body)
            allow_cpu_for_one_job()
            allow_file_bytes(FILE_SIZE_BYTES)
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
        case "tags":
            from videogen_desktop.media.tagging import read_tags

            return {**read_tags(path)}
        case "tag":
            from videogen_desktop.media.tagging import write_tagged

            size = path.stat().st_size if path.exists() else 0
            allow_file_bytes(int(size * _GROWTH) + _ROOM_BYTES)
            write_tagged(
                path,
                Path(str(arguments["destination"])),
                str(arguments["title"]),
                str(arguments["comment"]),
            )
            return None
        case _:
            raise ValueError(request.job)
