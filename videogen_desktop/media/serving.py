"""The loop of a helper process: jobs from its standard input until that ends, one after another."""

import errno
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from videogen_desktop.media.protocol import (
    Answer,
    Facts,
    ProtocolError,
    RefusedFileError,
    RefusedInputError,
    Request,
    decode_request,
    encode,
    read_body,
)

# Says how far a job is. Raises OSError when nobody listens any more.
Tell = Callable[[Facts], None]


def private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Requests and answers, where nothing else in this process reads or writes: a library that
    prints to descriptor 1 would put the frames out of step."""
    # Ctrl-C in the terminal is for the program; it ends this process by closing the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, answers = os.dup(0), os.dup(1)
    os.dup2(2, 1)
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    return os.fdopen(requests, "rb"), os.fdopen(answers, "wb")


def serve(
    requests: BinaryIO, answers: BinaryIO, run: Callable[[Request, Tell], Facts | None]
) -> int:
    """Answer what is asked. Returns 0 when the requests end, or when nobody reads the answers any
    more, and 1 after a broken frame. Whatever a job raises is its answer."""

    def write(answer: Answer) -> None:
        answers.write(encode(answer))
        answers.flush()

    try:
        while (body := read_body(requests)) is not None:
            request = decode_request(body)
            write(_answer(request, run, write))
    except _LeftError:
        _into_nowhere(answers)
    except OSError as error:
        # Whoever asked has gone; Windows calls the end of such a pipe an invalid argument.
        if error.errno not in (errno.EPIPE, errno.EINVAL):
            raise
        _into_nowhere(answers)
    except ProtocolError:
        return 1
    return 0


class _LeftError(BaseException):
    """Nobody hears how far the job is: it is not to go on. None of a job's own errors."""


def _answer(
    request: Request,
    run: Callable[[Request, Tell], Facts | None],
    write: Callable[[Answer], None],
) -> Answer:
    def tell(facts: Facts) -> None:
        try:
            write(Answer(request.number, "progress", facts=facts))
        except OSError as error:
            raise _LeftError from error

    try:
        return Answer(request.number, "done", facts=run(request, tell))
    except RefusedFileError as refused:
        return Answer(request.number, "refused", str(refused.reason))
    except RefusedInputError as refused:
        return Answer(request.number, "refused", refused.reason, refused.facts)
    except OSError as error:
        return Answer(request.number, "failed", errno.errorcode.get(error.errno or 0, "OSError"))
    except Exception as error:  # noqa: BLE001 - whatever a job raises is its answer
        sys.excepthook(type(error), error, error.__traceback__)
        return Answer(request.number, "failed", type(error).__name__)


def _into_nowhere(answers: BinaryIO) -> None:
    # Python 3.13 complains of an answer that is still buffered when the process ends.
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), answers.fileno())
