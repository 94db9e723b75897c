"""Standard streams that end no command: what cannot be said costs the words and nothing else."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, TextIO, cast

# A pipe or a file of Windows would be in a code page of eight bits: none of them has all of
# Vietnamese. A terminal there is UTF-8 whatever its code page is.
PIPE_ENCODING = "utf-8" if sys.platform == "win32" else None
# A reader that has seen enough; Windows calls the other end of its pipe an invalid argument.
READER_LEFT = frozenset({errno.EPIPE, errno.EINVAL, errno.EBADF})


class GuardedStream:
    """A text stream that goes silent at its first failure, which is kept in `failure`.

    A full disk, a pipe that nobody reads and a closed terminal once ended jobs in the middle of
    what they paid for.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.failure: OSError | None = None

    def write(self, text: str) -> int:
        if self.failure is None:
            with self._noticed():
                return self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        if self.failure is None:
            with self._noticed():
                self._stream.flush()

    def writelines(self, lines: list[str]) -> None:
        self.write("".join(lines))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    @contextlib.contextmanager
    def _noticed(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self.failure = error
        except ValueError as error:  # closed by somebody else
            self.failure = OSError(errno.EBADF, str(error))
        if self.failure is not None:
            # What is still buffered goes nowhere: the interpreter flushes once more at its end.
            with contextlib.suppress(OSError, ValueError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, self._stream.fileno())
                os.close(nowhere)


class Streams(NamedTuple):
    out: GuardedStream
    err: GuardedStream


@contextlib.contextmanager
def guarded_streams(pipe_encoding: str | None = PIPE_ENCODING) -> Iterator[Streams]:
    """Standard output and error of the process, guarded until the block ends. Main thread.

    What is no terminal gets `pipe_encoding`, the system's own when that is None.
    """
    before = sys.stdin, sys.stdout, sys.stderr
    _fill_descriptors()
    sys.stdin = before[0] or _nowhere("r")
    streams = Streams(*(GuardedStream(stream or _nowhere("w")) for stream in before[1:]))
    for stream in streams:
        # Let no character that a terminal's encoding lacks end the program.
        with contextlib.suppress(AttributeError, OSError, ValueError):
            encoding = None if stream.isatty() else pipe_encoding
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    sys.stdout, sys.stderr = (cast(TextIO, stream) for stream in streams)
    try:
        yield streams
        streams.out.flush()
    finally:
        sys.stdin, sys.stdout, sys.stderr = before


def _fill_descriptors() -> None:
    """Nothing that this process opens may take the place of a standard stream that is closed
    (`2>&-`): whatever is written there later would go into that file."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            with contextlib.suppress(OSError):
                os.open(os.devnull, os.O_RDWR)


def _nowhere(mode: str) -> TextIO:
    return cast(TextIO, Path(os.devnull).open(mode, encoding="utf-8"))
