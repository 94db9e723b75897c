"""What a video file turned out to be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClipFacts:
    """Facts read from a file by the media helper; `duration_ms` may be 0 when unknown."""

    container: str
    video_codec: str
    audio_codec: str | None
    width: int
    height: int
    duration_ms: int
    first_frame_decodes: bool
