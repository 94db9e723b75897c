"""The tag and tags jobs: a clip's title and comment. Runs in the helper process."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer
from av.video.stream import VideoStream

from videogen_desktop.media.clip_file import open_clip
from videogen_desktop.media.protocol import TAG_CHARACTERS, Refusal, RefusedFileError

# Both found by experiment: without the first FFmpeg drops a comment that it does not know how to
# place, the second puts the index where a player finds it at once.
_MOVFLAGS = "use_metadata_tags+faststart"
# What others wrote into the file stays (some of it is a legal mark of origin), within reason.
_MOST_TAGS = 32
_TAG_CHARACTERS = 4_096


def read_tags(path: Path) -> dict[str, str]:
    """The clip's title and comment, empty where it has none. Raises RefusedFileError."""
    with open_clip(path) as clip:
        found = {key.lower(): value for key, value in clip.source.metadata.items()}
    return {name: found.get(name, "")[:TAG_CHARACTERS] for name in ("title", "comment")}


def write_tagged(path: Path, destination: Path, title: str, comment: str) -> None:
    """Write a copy of the same pictures and sounds with these tags, flushed to the disk.

    `destination` is replaced; half a copy never stays. Raises RefusedFileError, and OSError when
    the destination cannot be written.
    """
    try:
        with open_clip(path) as clip:
            tags = {**_kept_tags(clip.source), "title": title, "comment": comment}
            with _new_file(destination, clip.container) as target:
                target.metadata.update(tags)
                _copy_streams(clip.source, clip.stream, target)
        with destination.open("rb+") as file:
            os.fsync(file.fileno())
    except BaseException:
        destination.unlink(missing_ok=True)
        raise


@contextmanager
def _new_file(destination: Path, container: str) -> Iterator[OutputContainer]:
    options = {"movflags": _MOVFLAGS}
    with _writing():
        target = av.open(f"file:{destination}", "w", format=container, options=options)
    try:
        yield target
    finally:
        # The index is written here, and moved to the front.
        with _writing():
            target.close()


@contextmanager
def _writing() -> Iterator[None]:
    """What fails here is the disk's fault, not the source's."""
    try:
        yield
    except av.FFmpegError as error:
        raise OSError(error.errno, error.strerror) from error


def _kept_tags(source: InputContainer) -> dict[str, str]:
    short = {
        key: value
        for key, value in source.metadata.items()
        if len(key) <= _TAG_CHARACTERS and len(value) <= _TAG_CHARACTERS
    }
    # FFmpeg writes these itself, from the container it makes.
    for own in ("major_brand", "minor_version", "compatible_brands"):
        short.pop(own, None)
    return dict(list(short.items())[:_MOST_TAGS])


def _copy_streams(source: InputContainer, video: VideoStream, target: OutputContainer) -> None:
    wanted: list[VideoStream | AudioStream] = [video, *source.streams.audio]
    with _writing():
        copies = {stream.index: target.add_stream_from_template(stream) for stream in wanted}
    packets = 0
    for packet in source.demux(wanted):
        # The flushing packet at the end of each stream.
        if packet.dts is None:
            continue
        packet.stream = copies[packet.stream.index]
        with _writing():
            target.mux(packet)
        packets += 1
    if not packets:
        raise RefusedFileError(Refusal.NO_FRAME)
