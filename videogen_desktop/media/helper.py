"""The helper process: reads jobs from its standard input until that ends, one after another.

It first limits what it may use, which cannot be undone. Windows has none of these limits: there the
client's deadline and low priority remain.
"""

from dataclasses import asdict
from pathlib import Path

from videogen_desktop.domain.intake import MOST_MEDIA_BYTES, MOST_PICTURE_BYTES
from videogen_desktop.media import limits, serving
from videogen_desktop.media.limits import Limits
from videogen_desktop.media.protocol import LAST_FRAME, Facts, Request, fit_of


def main() -> int:
    """Run as the helper. Returns 0 when standard input ends and 1 after a broken frame."""
    restrict_process()
    requests, answers = serving.private_pipes()
    # PyAV takes 0.2 s to load: before the first job, for whoever started this one in good time.
    from videogen_desktop.media import clip_file  # noqa: F401

    return serving.serve(requests, answers, _run_alone)


def _run_alone(request: Request, _tell: serving.Tell) -> Facts | None:
    limits.allow_cpu_seconds(JOB_CPU_SECONDS)
    allow_file_bytes(FILE_SIZE_BYTES)
    return _run(request)


def _run(request: Request) -> Facts | None:
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
        case "undescribe":
            from videogen_desktop.media.undescribed import write_undescribed

            allow_file_bytes(path.stat().st_size if path.exists() else 0)
            is_written = write_undescribed(path, Path(str(arguments["destination"])))
            return {"is_written": int(is_written)}
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


def _run_for_request(job: str, path: Path, arguments: dict[str, str | int]) -> Facts:
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


# A tagged copy of the largest clip that is downloaded, with room for its index.
LARGEST_COPY_BYTES = 9 << 28
FILE_SIZE_BYTES = 64 << 20
OPEN_FILES = 32
NICENESS = 5
# Measured with PyAV 18.1: 8K H.264 needs 0.47 GiB of address space, 4K HEVC 0.25 GiB.
ADDRESS_SPACE_BYTES = 2 << 30
JOB_CPU_SECONDS = 60
LIMITS = Limits(ADDRESS_SPACE_BYTES, LARGEST_COPY_BYTES, OPEN_FILES, NICENESS)
# The index of a clip is a few bytes per picture; a copy is never much larger than its source.
_GROWTH = 1.1
_ROOM_BYTES = 4 << 20


def restrict_process() -> None:
    """Bound memory, written files and open files, leave no core, and lower the priority."""
    limits.restrict_process(LIMITS)
    allow_file_bytes(FILE_SIZE_BYTES)


def allow_file_bytes(size: int) -> None:
    """The next file may have `size` bytes; more fails with EFBIG."""
    limits.allow_file_bytes(max(size, FILE_SIZE_BYTES))
