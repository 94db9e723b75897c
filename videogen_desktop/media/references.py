"""The jobs for a video or a sound that goes into a request: copied without metadata, and looked at.

Runs in the helper process.
"""

from dataclasses import replace
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from PIL import Image

from videogen_desktop.domain.input_file import InputKind
from videogen_desktop.domain.intake import (
    MOST_MEDIA_BYTES,
    PICTURE_TYPES,
    InputRefusal,
    PictureChange,
)
from videogen_desktop.media.chosen_files import copy_whole
from videogen_desktop.media.clip_file import probe
from videogen_desktop.media.metadata import take_out
from videogen_desktop.media.protocol import (
    MAX_DURATION_MS,
    InputFacts,
    Refusal,
    RefusedFileError,
    RefusedInputError,
)

_VIDEO_TYPES = {"mp4": "video/mp4", "mov": "video/quicktime"}
# By the one demuxer that is to read it.
_SOUND_TYPES = {
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
    "mov": "audio/mp4",
    "aac": "audio/aac",
    "ogg": "audio/ogg",
    "flac": "audio/flac",
}
_DECODERS = (
    "mp3,mp3float,aac,alac,flac,vorbis,libvorbis,opus,libopus,pcm_u8,pcm_s16le,pcm_s24le,"
    "pcm_s32le,pcm_f32le,pcm_f64le,pcm_alaw,pcm_mulaw"
)
_OPTIONS = {"protocol_whitelist": "file", "enable_drefs": "0", "codec_whitelist": _DECODERS}
_BEGINNING_BYTES = 16


def take_reference(path: Path, destination: Path, kind: InputKind) -> InputFacts:
    """Copy the file to `destination`, flushed, without its metadata, and say what it is.

    Raises RefusedInputError, or OSError when the destination cannot be written.
    """
    copy_whole(path, destination, MOST_MEDIA_BYTES)
    facts = look(destination, kind)
    with destination.open("rb") as file:
        demuxer = _demuxer_of(file.read(_BEGINNING_BYTES)) if kind is InputKind.SOUND else "mov"
    if not take_out(destination, demuxer or "mov"):
        return facts
    # What it has become is looked at as well.
    return replace(look(destination, kind), changes=frozenset({PictureChange.METADATA_REMOVED}))


def look(path: Path, kind: InputKind) -> InputFacts:
    """What a file of that kind is. Raises RefusedInputError."""
    match kind:
        case InputKind.IMAGE:
            return _picture(path)
        case InputKind.VIDEO:
            return _video(path)
        case InputKind.SOUND:
            return _sound(path)


def _picture(path: Path) -> InputFacts:
    """Of one that was made ready: its header tells."""
    try:
        with Image.open(path, formats=["JPEG", "PNG", "WEBP"]) as picture:
            mime = picture.get_format_mimetype() or ""
            if mime in PICTURE_TYPES:
                return InputFacts(mime, *picture.size)
    except Exception as error:
        raise RefusedInputError(InputRefusal.NO_PICTURE) from error
    raise RefusedInputError(InputRefusal.NO_PICTURE)


def _video(path: Path) -> InputFacts:
    try:
        facts = probe(path)
    except RefusedFileError as error:
        cut = error.reason in (Refusal.TRUNCATED, Refusal.NO_FRAME)
        reason = InputRefusal.DAMAGED if cut else InputRefusal.NO_VIDEO
        raise RefusedInputError(reason) from error
    mime = _VIDEO_TYPES[facts.container]
    return InputFacts(mime, facts.width, facts.height, facts.duration_ms)


def _sound(path: Path) -> InputFacts:
    with path.open("rb") as file:
        name = _demuxer_of(file.read(_BEGINNING_BYTES))
    if name is None:
        raise RefusedInputError(InputRefusal.NO_SOUND)
    try:
        with av.open(
            f"file:{path}", "r", format=name, options=_OPTIONS, metadata_errors="replace"
        ) as source:
            return replace(InputFacts(_SOUND_TYPES[name]), duration_ms=_heard(source))
    except (av.FFmpegError, OverflowError, ValueError) as error:
        raise RefusedInputError(InputRefusal.DAMAGED) from error


def _heard(source: InputContainer) -> int:
    """Its length in milliseconds, 0 when it does not say; its first samples are decoded."""
    streams = source.streams
    if not streams.audio or any(not _is_cover(stream) for stream in streams.video):
        raise RefusedInputError(InputRefusal.NO_SOUND)
    stream: AudioStream = streams.audio[0]
    if getattr(stream, "codec_context", None) is None:
        raise RefusedInputError(InputRefusal.NO_SOUND)
    if next(source.decode(stream), None) is None:
        raise RefusedInputError(InputRefusal.DAMAGED)
    return min(max(0, source.duration or 0) // 1000, MAX_DURATION_MS)


def _is_cover(stream: av.VideoStream) -> bool:
    return bool(stream.disposition & av.stream.Disposition.attached_pic)


def _demuxer_of(beginning: bytes) -> str | None:
    if beginning[:4] in (b"RIFF", b"RF64") and beginning[8:12] == b"WAVE":
        return "wav"
    for mark, name in ((b"ID3", "mp3"), (b"OggS", "ogg"), (b"fLaC", "flac")):
        if beginning.startswith(mark):
            return name
    if beginning[4:8] == b"ftyp":
        return "mov"
    if len(beginning) > 1 and beginning[0] == 0xFF and beginning[1] & 0xE0 == 0xE0:
        # Both begin with a synchronisation word; in ADTS the layer is 0.
        return "aac" if beginning[1] & 0x06 == 0 else "mp3"
    return None
