"""Taking files into requests: a picture made ready, a frame of a video, a video or sound as it is.

All looking into files is the media helper's; what comes of it is kept by its content.
"""

import asyncio
import logging
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    ClipMissingError,
    InputLostError,
    InputRefusedError,
    LibraryUnusableError,
    MediaHelperError,
)
from videogen_desktop.domain.input_file import InputFile, InputKind
from videogen_desktop.domain.intake import (
    INPUT_SUFFIXES,
    InputRefusal,
    PictureChange,
    PictureFit,
    TakenInput,
)
from videogen_desktop.storage.file_rows import FileRole
from videogen_desktop.storage.input_files import InputFiles
from videogen_desktop.storage.library import Library

_log = logging.getLogger(__name__)
_TRIES = 2
FIRST_SWEEP_MS = 300_000
SWEEP_EVERY_MS = 24 * 3_600_000
_MOST_SWEPT = 10_000
_KINDS = {"image": InputKind.IMAGE, "video": InputKind.VIDEO, "audio": InputKind.SOUND}
# What the helper cannot write, by errno.
_DISK = {
    **dict.fromkeys(("ENOSPC", "EDQUOT", "EFBIG"), "disk_full"),
    **dict.fromkeys(("EIO", "EROFS", "EACCES", "EPERM"), "disk_error"),
}


class LookedAt(Protocol):
    """What the media helper says of a file."""

    @property
    def mime(self) -> str: ...
    @property
    def width(self) -> int | None: ...
    @property
    def height(self) -> int | None: ...
    @property
    def duration_ms(self) -> int | None: ...
    @property
    def changes(self) -> frozenset[PictureChange]: ...


class InputMaker(Protocol):
    """The media helper, as far as requests need it. Each raises MediaHelperError too."""

    async def prepare(self) -> None:
        """Nothing is raised."""
        ...

    async def take_picture(self, path: Path, destination: Path, fit: PictureFit) -> LookedAt:
        """Raises InputFileError."""
        ...

    async def take_frame(
        self, path: Path, destination: Path, at_ms: int | None, fit: PictureFit
    ) -> LookedAt:
        """Raises InputFileError, NotPlayableError."""
        ...

    async def take_reference(self, path: Path, destination: Path, kind: InputKind) -> LookedAt:
        """Raises InputFileError."""
        ...

    async def look(self, path: Path, kind: InputKind) -> LookedAt:
        """Raises InputFileError."""
        ...


class Inputs:
    """Worker thread only. Nothing that fails leaves anything behind, and every try is a whole one.

    Whatever keeps the folder of inputs from being written is a LibraryUnusableError.
    """

    def __init__(
        self,
        library: Library,
        media: InputMaker,
        files: InputFiles,
        clock: Clock,
        settings: Path | None = None,
    ) -> None:
        """`settings` is the file with the draft, whose files are in use too."""
        self._settings = settings
        self._library = library
        self._media = media
        self._files = files
        self._clock = clock

    async def prepare(self) -> None:
        """Have the helper come up, for a file that may be chosen soon: it takes 0.3 s."""
        await self._media.prepare()

    async def take_in(
        self, path: Path, kind: InputKind = InputKind.IMAGE, fit: PictureFit | None = None
    ) -> TakenInput:
        """Take a file that somebody chose for a slot of that kind, which stays as it is.

        A picture becomes upright, sRGB, free of metadata and as `fit` wants it; of a video in a
        slot for pictures the first frame is taken. Raises InputFileError.
        """
        wanted = fit or PictureFit()

        def make(part: Path) -> Awaitable[LookedAt]:
            if kind is InputKind.IMAGE:
                return self._media.take_picture(path, part, wanted)
            return self._media.take_reference(path, part, kind)

        # Names of files may hold bytes that are no text.
        return await self._taken(path, make, name=path.name.encode(errors="replace").decode())

    async def fitted(self, sha256: str, fit: PictureFit) -> TakenInput:
        """Make a kept picture fit another slot: another file, beside the one that stays.

        Raises InputFileError, InputLostError.
        """
        path = await self._files.checked(sha256)
        return await self._taken(
            path, lambda part: self._media.take_picture(path, part, fit), made_from=sha256
        )

    async def thumbnail(self, sha256: str, side: int) -> bytes:
        """A kept picture, or the first frame of a kept video, as a JPEG of at most `side` pixels.

        Raises InputFileError, InputLostError.
        """
        path = await self._files.path_of(sha256)
        fit = PictureFit(("image/jpeg",), None, side, side)
        with tempfile.TemporaryDirectory(prefix="videogen-", ignore_cleanup_errors=True) as folder:
            small = Path(folder) / "thumbnail"
            await self._tried(path, lambda: self._media.take_picture(path, small, fit))
            return await asyncio.to_thread(small.read_bytes)

    async def frame_of(
        self, video_id: str, at_ms: int | None = None, fit: PictureFit | None = None
    ) -> TakenInput:
        """Take the frame that a video of the library shows at `at_ms`; None is the very last.

        Raises ClipMissingError, NotPlayableError, InputFileError.
        """
        files = await self._library.read(lambda rows: rows.files.of_videos([video_id]))
        clip = files.get(video_id, {}).get(FileRole.CLIP)
        if clip is None or not await asyncio.to_thread(clip.exists):
            raise ClipMissingError(clip)
        wanted = fit or PictureFit()
        return await self._taken(
            clip,
            lambda part: self._media.take_frame(clip, part, at_ms, wanted),
            frame_of=video_id,
            at_ms=at_ms,
        )

    async def facts(self, sha256: str) -> InputFile:
        """What a kept file is: as it was noted, else read from it again. Raises InputLostError."""
        noted = await self._library.read(lambda rows: rows.inputs.known([sha256]))
        if sha256 in noted:
            return noted[sha256]
        path = await self._files.checked(sha256)
        mimes = [mime for mime, suffix in INPUT_SUFFIXES.items() if suffix == path.suffix]
        kind = _kind_of(mimes[0])
        try:
            seen = await self._tried(path, lambda: self._media.look(path, kind))
        except InputRefusedError as error:
            raise InputLostError(sha256) from error
        return await self._noted(sha256, await asyncio.to_thread(_size, path), seen)

    async def run(self) -> None:
        """Until cancelled. Well after the start: a form that is filled has noted its draft by
        then."""
        await self._clock.sleep(FIRST_SWEEP_MS)
        while True:
            await self.sweep()
            await self._clock.sleep(SWEEP_EVERY_MS)

    async def sweep(self) -> None:
        """Set aside what this library took in and nothing refers to any more, and remove what was
        set aside long ago. Raises LibraryUnusableError.

        Files that the library does not know may be those of one that was lost.
        """
        old = (await self._files.old())[:_MOST_SWEPT]
        if old:
            drafted = await asyncio.to_thread(_text_of, self._settings)
            if drafted is None:
                return
            known = await self._library.read(lambda rows: rows.inputs.known(old))
            used = await self._library.read(lambda rows: rows.inputs.used())
            unused = [one for one in known if one not in used and one not in drafted]
            await self._files.set_aside(unused)
        gone = await self._files.remove_set_aside()
        if gone:
            await self._library.write(lambda rows: rows.inputs.forget(gone))

    async def _taken(
        self, path: Path, make: Callable[[Path], Awaitable[LookedAt]], **detail: object
    ) -> TakenInput:
        part = await self._files.new_part(await asyncio.to_thread(_size, path))
        try:
            made = await self._tried(path, lambda: make(part))
            sha256, size = await self._files.keep(part, made.mime)
        finally:
            # Also of one whose caller was cancelled; what was kept has another name.
            await self._files.discard(part)
        return TakenInput(await self._noted(sha256, size, made, **detail), made.changes)

    async def _noted(self, sha256: str, size: int, seen: LookedAt, **detail: object) -> InputFile:
        sides = (seen.width, seen.height, seen.duration_ms)
        file = InputFile(sha256, _kind_of(seen.mime), seen.mime, size, *sides)
        now = self._clock.now_ms()
        await self._library.write(lambda rows: rows.inputs.add(file, now, **detail))
        return file

    async def _tried(self, path: Path, work: Callable[[], Awaitable[LookedAt]]) -> LookedAt:
        """A helper that died may have died over the file before: it is tried once more."""
        for _ in range(_TRIES):
            try:
                return await work()
            except MediaHelperError as error:
                condition = str(error.args[0]) if error.args else ""
                _log.warning("an input was not examined: %s", condition)
                if condition == "closed":
                    raise
                if condition in _DISK:
                    raise LibraryUnusableError(_DISK[condition]) from error
                if condition == "overrun":
                    # It would take as long again, and others wait for the helper.
                    break
        raise InputRefusedError(path, InputRefusal.UNEXAMINED)


def _kind_of(mime: str) -> InputKind:
    return _KINDS[mime.partition("/")[0]]


def _text_of(settings: Path | None) -> str | None:
    """Empty where there are none yet; None where what they name cannot be known."""
    try:
        return "" if settings is None else settings.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return ""
    except OSError:
        return None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        # The helper says why.
        return 0
