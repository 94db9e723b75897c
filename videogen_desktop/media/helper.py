"""The helper process: reads jobs from its standard input until that ends, one after another.

It first limits what it may use, which cannot be undone. Windows has none of these limits: there the
client's deadline and low priority remain.
"""

import contextlib
import errno
import os
import signal
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO

from videogen_desktop.domain.intake import MOST_MEDIA_BYTES, MOST_PICTURE_BYTES
from videogen_desktop.media.protocol import (
    LAST_FRAME,
    Answer,
    ProtocolError,
    RefusedFileError,
    RefusedInputError,
    Request,
    decode_request,
    encode,
    fit_of,
    read_body,
)


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
    except OSError as error:
        # Whoever asked has gone; Windows calls the end of such a pipe an invalid argument.
        if error.errno not in (errno.EPIPE, errno.EINVAL):
            raise
        # Python 3.13 complains of an answer that is still buffered when the process ends.
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), answers.fileno())
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
    except RefusedInputError as refused:
        return Answer(request.number, "refused", refused.reason, refused.facts)
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
            from videogen_desktop.media.clip_file import probe

            return asdict(probe(path))
        case "poster":
            from videogen_desktop.media.stills import make_poster

            make_poster(path, Path(str(arguments["destination"])), int(arguments["longest_side"]))
            return None
        case "strip":
            from videogen_desktop.media.stills import make_strip

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
            return _run_for_request(request.job, path, arguments)


def _run_for_request(
    job: str, path: Path, arguments: dict[str, str | int]
) -> dict[str, str | int | None]:
    """The jobs for what goes into a request."""
    destination = Path(str(arguments.get("destination", "")))
    match job:
        case "picture":
            from videogen_desktop.media.pictures import take_picture

            allow_file_bytes(MOST_PICTURE_BYTES)
            return take_picture(path, destination, fit_of(arguments)).as_object()
        case "frame":
            from videogen_desktop.media.pictures import take_frame

            at_ms = int(arguments["at_ms"])
            wanted = None if at_ms == LAST_FRAME else at_ms
            allow_file_bytes(MOST_PICTURE_BYTES)
            return take_frame(path, destination, wanted, fit_of(arguments)).as_object()
        case "reference":
            from videogen_desktop.domain.input_file import InputKind
            from videogen_desktop.media.references import take_reference

            kind = InputKind(str(arguments["kind"]))
            allow_file_bytes(MOST_MEDIA_BYTES)
            return take_reference(path, destination, kind).as_object()
        case "look":
            from videogen_desktop.domain.input_file import InputKind
            from videogen_desktop.media.references import look

            return look(path, InputKind(str(arguments["kind"]))).as_object()
        case _:
            raise ValueError(job)


# Measured with PyAV 18.1: 8K H.264 needs 0.47 GiB of address space, 4K HEVC 0.25 GiB.
ADDRESS_SPACE_BYTES = 2 << 30


FILE_SIZE_BYTES = 64 << 20


# A tagged copy of the largest clip that is downloaded, with room for its index.
LARGEST_COPY_BYTES = 9 << 28


OPEN_FILES = 32


JOB_CPU_SECONDS = 60


NICENESS = 5


if sys.platform != "win32":
    import resource

    def restrict_process() -> None:
        """Bound memory, written files and open files, leave no core, and lower the priority."""
        _lower(resource.RLIMIT_AS, ADDRESS_SPACE_BYTES)
        _lower(resource.RLIMIT_FSIZE, LARGEST_COPY_BYTES)
        allow_file_bytes(FILE_SIZE_BYTES)
        _lower(resource.RLIMIT_NOFILE, OPEN_FILES)
        _lower(resource.RLIMIT_CORE, 0)
        with contextlib.suppress(OSError):
            os.nice(NICENESS)

    def allow_cpu_for_one_job() -> None:
        """The kernel ends this process when the next job burns `JOB_CPU_SECONDS`.

        The client's deadline comes first; this is for a helper that spins in a decoder after its
        client was killed, when nobody is left to end it.
        """
        used = int(time.process_time()) + 1
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        _set_soft(resource.RLIMIT_CPU, used + JOB_CPU_SECONDS, hard)

    def allow_file_bytes(size: int) -> None:
        """The next file may have `size` bytes; more fails with EFBIG."""
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        _set_soft(resource.RLIMIT_FSIZE, max(size, FILE_SIZE_BYTES), hard)

    def _lower(limit: int, value: int) -> None:
        hard = resource.getrlimit(limit)[1]
        lowest = value if hard == resource.RLIM_INFINITY else min(value, hard)
        _set_soft(limit, lowest, lowest)

    def _set_soft(limit: int, soft: int, hard: int) -> None:
        lowest = soft if hard == resource.RLIM_INFINITY else min(soft, hard)
        # macOS refuses RLIMIT_AS on some versions; a missing limit must not cost the job.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (lowest, hard))

else:

    def restrict_process() -> None:
        """Nothing to do: the client starts the helper with a low priority class."""

    def allow_cpu_for_one_job() -> None:
        """Nothing to do: the client's deadline is the only bound."""

    def allow_file_bytes(size: int) -> None:
        """Nothing to do: Windows has no such limit."""


# The index of a clip is a few bytes per picture; a copy is never much larger than its source.
_GROWTH = 1.1


_ROOM_BYTES = 4 << 20
