"""Clips of a kind joined as fast as their bytes are copied: one index is written over all samples.

Runs in the export helper. Each clip's media is copied as it lies there; only the index is new. What
is not understood well enough is refused (UnlikeError), and joined through FFmpeg.
"""

import os
import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from io import FileIO
from pathlib import Path

from videogen_desktop.domain.export import MadeClip
from videogen_desktop.media.boxes import (
    Box,
    MalformedBoxesError,
    box_of,
    boxes_within,
    container_of,
    outermost_boxes,
)
from videogen_desktop.media.sample_tables import (
    Sample,
    Track,
    UnlikeError,
    sides_of,
    track_box,
    tracks_of,
)
from videogen_desktop.media.tag_boxes import with_tags

_CHUNK_BYTES = 1 << 20
_MOST_INDEX_BYTES = 64 << 20
_IGNORED = frozenset({b"free", b"skip", b"wide"})
_FILE_TYPE = box_of(b"ftyp", b"isom", bytes.fromhex("00000200"), b"isomiso2avc1mp41")
_LARGE = struct.Struct(">I4sQ")
# A sound that ends this much before its pictures needs silence, which cannot be copied.
_MOST_GAP = 1.5


@dataclass(frozen=True, slots=True)
class _Clip:
    path: Path
    media: Box
    moov: bytes
    pictures: Track
    sound: Track | None


def join(
    paths: Sequence[Path],
    destination: Path,
    tags: Mapping[str, str],
    tell: Callable[[int], None],
) -> MadeClip:
    """Write the joined file, not flushed; `tell` hears how many clips are in it.

    Raises UnlikeError, RefusedFileError where one is no clip, OSError.
    """
    try:
        clips = [_clip(path) for path in paths]
        _check_alike(clips)
        media_bytes = [clip.media.end - clip.media.body for clip in clips]
        starts, at = [], 0
        for size in media_bytes:
            starts.append(at)
            at += size
        joined = _joined(clips, starts)
        # Twice: its length says where the media begins, and each place in it is of one width.
        index = _index(clips[0].moov, joined, tags, at)
        begins = len(_FILE_TYPE) + len(index) + _LARGE.size
        index = _index(clips[0].moov, joined, tags, at, begins)
        if len(_FILE_TYPE) + len(index) + _LARGE.size != begins:
            raise UnlikeError
    except (MalformedBoxesError, struct.error, ValueError, LookupError) as error:
        raise UnlikeError from error
    with destination.open("wb", buffering=0) as file:
        file.write(_FILE_TYPE + index + _LARGE.pack(1, b"mdat", _LARGE.size + at))
        buffer = memoryview(bytearray(_CHUNK_BYTES))
        for number, clip in enumerate(clips, 1):
            _copy(clip, file, buffer)
            tell(number)
    pictures = joined[0]
    seconds = Fraction(pictures.length, pictures.timescale)
    return MadeClip(*sides_of(pictures), duration_ms=round(seconds * 1000), is_copied=True)


def _clip(path: Path) -> _Clip:
    container_of(path)
    with path.open("rb") as file:
        boxes = list(outermost_boxes(file, os.fstat(file.fileno()).st_size))
        media = [box for box in boxes if box.kind == b"mdat"]
        index = [box for box in boxes if box.kind == b"moov"]
        rest = {box.kind for box in boxes} - {b"ftyp", b"moov", b"mdat"} - _IGNORED
        if len(media) != 1 or len(index) != 1 or rest:
            raise UnlikeError
        if index[0].end - index[0].start > _MOST_INDEX_BYTES:
            raise UnlikeError
        file.seek(index[0].start)
        moov = file.read(index[0].end - index[0].start)
    tracks = tracks_of(moov)
    pictures = [track for track in tracks if not track.is_sound]
    sounds = [track for track in tracks if track.is_sound]
    if len(pictures) != 1 or len(sounds) > 1:
        raise UnlikeError
    for track in tracks:
        for sample in track.samples:
            if not media[0].body <= sample.offset <= media[0].end - sample.size:
                raise UnlikeError
    return _Clip(path, media[0], moov, pictures[0], sounds[0] if sounds else None)


def _check_alike(clips: Sequence[_Clip]) -> None:
    for track in ("pictures", "sound"):
        kinds = {_kind(getattr(clip, track)) for clip in clips}
        if len(kinds) != 1:
            raise UnlikeError
    for clip in clips:
        samples, start = clip.pictures.samples, clip.pictures.start
        # What is cut off at either end by an edit would come back.
        if not samples or not samples[0].is_key or samples[0].later != start:
            raise UnlikeError


def _kind(track: Track | None) -> tuple[object, ...] | None:
    if track is None:
        return None
    # A sound may begin with more or fewer packets of its encoder's.
    start = None if track.is_sound else track.start
    return (track.like, track.timescale, start)


def _joined(clips: Sequence[_Clip], starts: Sequence[int]) -> list[Track]:
    """The tracks over all clips; offsets count from the beginning of the media."""
    pictures: list[Sample] = []
    sounds: list[Sample] = []
    voice = _Voice(clips[0].sound)
    begin, scale = 0, clips[0].pictures.timescale
    for number, (clip, start) in enumerate(zip(clips, starts, strict=True)):
        moved = start - clip.media.body
        pictures += [one.moved(moved) for one in clip.pictures.samples]
        end = begin + clip.pictures.length
        if clip.sound is not None:
            ends, is_last = (Fraction(begin, scale), Fraction(end, scale)), number == len(clips) - 1
            kept = voice.kept(clip.sound, *ends, is_last=is_last)
            sounds += [one.moved(moved) for one in kept]
        begin = end
    tracks = [replace(clips[0].pictures, samples=tuple(pictures))]
    if clips[0].sound is not None:
        tracks.append(replace(clips[0].sound, samples=tuple(sounds)))
    return tracks


class _Voice:
    """Chooses the packets of the sounds, so that each stands at most half a packet from where it
    was: one behind the other, without a gap, and never drifting."""

    def __init__(self, first: Track | None) -> None:
        self._start = 0 if first is None else first.start
        self._end = 0

    def kept(
        self, sound: Track, begins: Fraction, ends: Fraction, *, is_last: bool
    ) -> list[Sample]:
        """Raises UnlikeError where a sound is too short for its pictures."""
        is_first, kept, at = self._end == 0, list[Sample](), 0
        place = round(begins * sound.timescale) + self._start - sound.start
        last = round(ends * sound.timescale) + self._start
        for sample in sound.samples:
            wanted, at = place + at, at + sample.length
            if not is_first and wanted + sample.length / 2 < self._end:
                continue
            if wanted + sample.length / 2 > last and not is_last:
                break
            if not is_first and wanted - self._end > _MOST_GAP * sample.length:
                raise UnlikeError
            kept.append(sample)
            self._end += sample.length
        return kept


def _index(
    moov: bytes, tracks: Sequence[Track], tags: Mapping[str, str], media_bytes: int, begins: int = 0
) -> bytes:
    (whole,) = boxes_within(moov, 0, len(moov))
    (head,) = (one for one in boxes_within(moov, whole.body, whole.end) if one.kind == b"mvhd")
    mvhd, is_wide = bytearray(moov[head.start : head.end]), moov[head.body] == 1
    (scale,) = struct.unpack_from(">I", mvhd, 28 if is_wide else 20)
    length = max(track.length * scale // track.timescale for track in tracks)
    struct.pack_into(">Q" if is_wide else ">I", mvhd, 32 if is_wide else 24, length)
    # In the first round the places are as far off as any can be, so that both have one width.
    shift = begins or (0 if media_bytes < 1 << 31 else 1 << 33)
    boxes = [
        track_box(track, [one.offset + shift for one in track.samples], scale) for track in tracks
    ]
    index = box_of(b"moov", bytes(mvhd), *boxes)
    return with_tags(index, tags) if tags else index


def _copy(clip: _Clip, file: FileIO, buffer: memoryview) -> None:
    with clip.path.open("rb", buffering=0) as source:
        source.seek(clip.media.body)
        left = clip.media.end - clip.media.body
        while left and (count := source.readinto(buffer[:left])):
            left -= count
            written = 0
            while written < count:
                written += file.write(buffer[written:count])
        if left:
            raise UnlikeError
