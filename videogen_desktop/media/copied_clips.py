"""Clips joined without decoding anything: their packets, one clip's behind the other's.

Runs in the export helper.
"""

import errno
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

import av
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer
from av.packet import Packet
from av.stream import Stream

from videogen_desktop.media.clip_file import ClipFile, open_clip
from videogen_desktop.media.sample_tables import UnlikeError
from videogen_desktop.media.segments import Segment, sound_stream, time_base_of

# A sound that ends this much before its pictures needs silence, which cannot be copied.
_MOST_GAP_FRAMES = 1.5


def pictures_match(segments: Sequence[Segment]) -> bool:
    """Whether the packets of all their pictures can stand in one stream."""
    first = segments[0].picture
    return all(one.is_whole and one.picture == first for one in segments)


def sounds_match(segments: Sequence[Segment]) -> bool:
    first = segments[0].sound
    return all(one.sound == first for one in segments)


def write_packets(
    output: OutputContainer, packets: "Packet[Stream] | Sequence[Packet[Stream]]"
) -> None:
    """Raises OSError, which is no fault of a clip that is open meanwhile."""
    try:
        output.mux(packets)
    except av.FFmpegError as error:
        raise OSError(error.errno or errno.EIO, str(error)) from error


class CopiedClips:
    """Adds clips to `output`, whose streams are made as the first clip has them."""

    def __init__(self, output: OutputContainer, template: ClipFile, *, with_sound: bool) -> None:
        self._output = output
        self._pictures = output.add_stream_from_template(template.stream)
        self._base = time_base_of(template.stream)
        sound = sound_stream(template) if with_sound else None
        self._sound = None if sound is None else output.add_stream_from_template(sound)
        self._end = 0  # of the pictures so far
        self._last_dts: int | None = None
        self._sound_end: int | None = None

    @property
    def duration(self) -> Fraction:
        """Seconds of pictures so far."""
        return self._end * self._base

    def add(self, segment: Segment, tell: Callable[[Fraction], None]) -> None:
        """Raises UnlikeError, RefusedFileError; `tell` hears of seconds of the whole."""
        with open_clip(segment.part.path) as clip:
            sound = sound_stream(clip) if self._sound is not None else None
            wanted: list[Stream] = [clip.stream] if sound is None else [clip.stream, sound]
            shift = self._end - round(segment.first / self._base)
            end = self._end + round(segment.duration / self._base)
            voice = (
                None if sound is None else _Voice(sound, segment, self.duration, end * self._base)
            )
            for packet in _packets(clip.source, wanted):
                if packet.stream_index == clip.stream.index:
                    self._add_picture(packet, shift)
                    tell(packet.dts * self._base if packet.dts else Fraction(0))
                elif voice is not None:
                    self._add_sound(packet, voice)
            self._end = end

    def _add_picture(self, packet: "Packet[Stream]", shift: int) -> None:
        if packet.is_discard or packet.pts is None or packet.dts is None:
            raise UnlikeError
        packet.pts += shift
        packet.dts += shift
        if self._last_dts is not None and packet.dts <= self._last_dts:
            raise UnlikeError
        self._last_dts = packet.dts
        packet.stream = self._pictures
        write_packets(self._output, packet)

    def _add_sound(self, packet: "Packet[Stream]", voice: "_Voice") -> None:
        if self._sound is None or packet.pts is None:
            raise UnlikeError
        length = packet.duration or 0
        wanted = packet.pts + voice.shift
        if self._sound_end is None:
            # What the encoder put before the first sound stays with it.
            self._sound_end = wanted
        elif wanted + length / 2 < self._sound_end:
            return
        if wanted + length / 2 > voice.end:
            return
        if wanted - self._sound_end > _MOST_GAP_FRAMES * length:
            raise UnlikeError
        # One behind the other, at most half a packet from where it was: never a gap, no drift.
        packet.pts = packet.dts = self._sound_end
        self._sound_end += length
        packet.stream = self._sound
        write_packets(self._output, packet)


class _Voice:
    """Where the packets of a clip's sound go, in the units of their stream."""

    def __init__(
        self, stream: AudioStream, segment: Segment, begins: Fraction, ends: Fraction
    ) -> None:
        base = time_base_of(stream)
        self.shift = round((begins - segment.first) / base)
        self.end = round(ends / base)


def _packets(source: InputContainer, streams: Sequence[Stream]) -> "Iterator[Packet[Stream]]":
    # What a demuxer gives at the end has no time: decoders are flushed with it.
    return (packet for packet in source.demux(*streams) if packet.dts is not None)
