"""The probe job: what a file is, with its first picture decoded. Runs in the helper process."""

from pathlib import Path

from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.media.clip_file import display_size, open_clip
from videogen_desktop.media.protocol import MAX_DURATION_MS, Refusal, RefusedFileError


def probe(path: Path) -> ClipFacts:
    """Raises RefusedFileError."""
    with open_clip(path) as clip:
        first = next(clip.frames(), None)
        if first is None:
            raise RefusedFileError(Refusal.NO_FRAME)
        width, height = display_size(clip.stream, first)
        return ClipFacts(
            container=clip.container,
            video_codec=clip.video_codec,
            audio_codec=clip.audio_codec,
            width=width,
            height=height,
            duration_ms=min(clip.duration_ms(), MAX_DURATION_MS),
            first_frame_decodes=True,
        )
