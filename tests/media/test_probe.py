import os
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import av
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.media.clip_files import Recipe, write_clip
from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.media.boxes import container_of
from videogen_desktop.media.clip_file import probe
from videogen_desktop.media.protocol import Refusal, RefusedFileError


def refusal(path: Path) -> Refusal:
    with pytest.raises(RefusedFileError) as refused:
        probe(path)
    return refused.value.reason


@pytest.mark.parametrize("size", [(320, 180), (180, 320)])
def test_a_clip_is_described(tmp_path: Path, size: tuple[int, int]) -> None:
    path = write_clip(tmp_path / "a.mp4", Recipe(size=size))

    assert probe(path) == ClipFacts("mp4", "h264", "aac", *size, 1000, True)


def test_a_quicktime_file_without_sound_is_described(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "a.mov", Recipe(container="mov", audio=None))

    assert probe(path) == ClipFacts("mov", "h264", None, 320, 180, 1000, True)


def test_a_fragmented_file_is_described(tmp_path: Path) -> None:
    recipe = Recipe(movflags="frag_keyframe+empty_moov+default_base_moof")

    facts = probe(write_clip(tmp_path / "a.mp4", recipe))

    assert (facts.width, facts.height, facts.video_codec) == (320, 180, "h264")


@pytest.mark.parametrize(
    ("encoder", "codec"), [("libx265", "hevc"), ("libsvtav1", "av1"), ("libvpx-vp9", "vp9")]
)
def test_the_other_accepted_codecs_decode(tmp_path: Path, encoder: str, codec: str) -> None:
    if encoder not in av.codecs_available:
        pytest.skip(f"this build of PyAV has no {encoder}")
    quiet = (("x265-params", "log-level=none"),) if encoder == "libx265" else ()
    path = write_clip(tmp_path / "a.mp4", Recipe(video=encoder, options=quiet, frames=4))

    facts = probe(path)

    assert (facts.video_codec, facts.width, facts.height) == (codec, 320, 180)


@pytest.mark.parametrize(
    ("rotation", "shown"), [(90, (180, 320)), (-90, (180, 320)), (180, (320, 180))]
)
def test_the_size_is_the_one_shown_upright(
    tmp_path: Path, rotation: int, shown: tuple[int, int]
) -> None:
    facts = probe(write_clip(tmp_path / "a.mp4", Recipe(rotation=rotation)))

    assert (facts.width, facts.height) == shown


@pytest.mark.parametrize("content", [b"", b"\0", b"<html>502 Bad Gateway</html>", bytes(4096)])
def test_what_does_not_begin_like_an_mp4_is_no_container_of_ours(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(content)

    assert refusal(path) is Refusal.CONTAINER


def test_a_matroska_file_named_mp4_is_refused(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "a.mp4", Recipe(container="matroska"))

    assert refusal(path) is Refusal.MATROSKA


@pytest.mark.parametrize(
    ("container", "video", "audio", "kind"),
    [
        ("webm", "libvpx-vp9", "libopus", Refusal.WEBM),
        ("avi", "mpeg4", "libmp3lame", Refusal.AVI),
        ("mpegts", "mpeg4", "aac", Refusal.MPEG_TS),
        ("flv", "libx264", "aac", Refusal.FLASH),
        ("asf", "mpeg4", "libmp3lame", Refusal.WINDOWS_MEDIA),
        ("mp3", None, "libmp3lame", Refusal.CONTAINER),
        ("ogg", None, "libopus", Refusal.CONTAINER),
        ("wav", None, "pcm_s16le", Refusal.CONTAINER),
    ],
)
def test_a_container_of_others_is_known_by_its_beginning(
    tmp_path: Path, container: str, video: str | None, audio: str, kind: Refusal
) -> None:
    recipe = Recipe(container=container, video=video, audio=audio, movflags="")
    path = write_clip(tmp_path / "a.mp4", recipe)

    assert refusal(path) is kind


@pytest.mark.parametrize("name", ["free_first.mp4", "no_ftyp.mov"])
def test_a_clip_that_begins_otherwise_is_described(name: str) -> None:
    facts = probe(Path(__file__).parents[1] / "fixtures" / "media" / name)

    assert (facts.width, facts.height, facts.video_codec) == (160, 90, "h264")


def test_a_codec_outside_the_list_is_refused(tmp_path: Path) -> None:
    assert refusal(write_clip(tmp_path / "a.mp4", Recipe(video="mpeg4"))) is Refusal.CODEC


def test_sound_alone_is_refused(tmp_path: Path) -> None:
    assert refusal(write_clip(tmp_path / "a.mp4", Recipe(video=None))) is Refusal.NO_VIDEO


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without anybody who writes to it, that would wait for ever."""
    pipe = tmp_path / "a.mp4"
    os.mkfifo(pipe)

    def opened(_path: Path, *_how: str) -> NoReturn:
        raise AssertionError("opened")

    monkeypatch.setattr(Path, "open", opened)
    assert refusal(pipe) is Refusal.UNREADABLE


def test_what_is_not_a_readable_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) is Refusal.UNREADABLE
    assert refusal(tmp_path / "missing.mp4") is Refusal.UNREADABLE


@pytest.mark.parametrize("movflags", ["faststart", "use_metadata_tags"])
def test_no_cut_of_a_clip_passes(tmp_path: Path, movflags: str) -> None:
    whole = write_clip(tmp_path / "whole.mp4", Recipe(movflags=movflags)).read_bytes()
    cut = tmp_path / "cut.mp4"
    lengths = [*range(12, len(whole), 97), len(whole) - 1]
    for length in lengths:
        cut.write_bytes(whole[:length])
        assert refusal(cut) is Refusal.TRUNCATED, length


def test_a_cut_faststart_clip_would_still_show_its_first_frame(clip: Path, tmp_path: Path) -> None:
    """Why the boxes are looked at: FFmpeg alone is content with this."""
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(clip.read_bytes()[:-300])

    with av.open(str(cut)) as source:
        assert next(source.decode(video=0)) is not None


def test_bytes_after_the_last_box_are_no_cut(clip: Path, tmp_path: Path) -> None:
    padded = tmp_path / "padded.mp4"
    for tail in (b"\0" * 5, b"\0" * 64, b"\xff" * 64):
        padded.write_bytes(clip.read_bytes() + tail)
        assert probe(padded).duration_ms == 1000


def test_a_picture_in_the_same_container_is_no_video(clip: Path, tmp_path: Path) -> None:
    picture = tmp_path / "a.mp4"
    picture.write_bytes(clip.read_bytes().replace(b"ftypisom", b"ftypavif", 1))

    assert refusal(picture) is Refusal.CONTAINER


def patched(clip: Path, change: Callable[[bytearray], None]) -> Path:
    content = bytearray(clip.read_bytes())
    change(content)
    path = clip.with_name("patched.mp4")
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("size", [(8256, 64), (64, 8256), (8192, 4672)])
def test_pictures_beyond_the_limits_are_refused(tmp_path: Path, size: tuple[int, int]) -> None:
    fast = (("preset", "ultrafast"),)
    recipe = Recipe(size=size, frames=1, audio=None, options=fast)

    assert refusal(write_clip(tmp_path / "a.mp4", recipe)) is Refusal.TOO_LARGE


def test_a_header_that_claims_an_absurd_size_is_not_believed(tmp_path: Path) -> None:
    def claim_65535_square(content: bytearray) -> None:
        entry = content.index(b"avc1", content.index(b"stsd"))
        struct.pack_into(">HH", content, entry + 4 + 24, 0xFFFF, 0xFFFF)

    path = patched(write_clip(tmp_path / "a.mp4"), claim_65535_square)

    assert probe(path).height == 180


def test_four_billion_claimed_samples_are_survived(tmp_path: Path) -> None:
    def claim_samples(content: bytearray) -> None:
        struct.pack_into(">I", content, content.index(b"stsz") + 12, 0xFFFFFFFF)

    path = patched(write_clip(tmp_path / "a.mp4"), claim_samples)

    with pytest.raises(RefusedFileError):
        probe(path)


def test_pictures_of_random_bytes_are_no_first_frame(tmp_path: Path) -> None:
    def fill_with_noise(content: bytearray) -> None:
        start = content.index(b"mdat") + 4
        content[start:] = bytes(number * 89 % 251 for number in range(len(content) - start))

    path = patched(write_clip(tmp_path / "a.mp4", Recipe(audio=None)), fill_with_noise)

    assert refusal(path) is Refusal.NO_FRAME


def test_a_title_that_is_no_utf8_does_not_matter(tmp_path: Path) -> None:
    def break_title(content: bytearray) -> None:
        start = content.index(b"con quay")
        content[start : start + 3] = b"\xff\xfe\xc3"

    path = patched(write_clip(tmp_path / "a.mp4", Recipe(title="con quay")), break_title)

    assert probe(path).width == 320


def test_names_that_ffmpeg_could_take_for_addresses_are_files(clip: Path, tmp_path: Path) -> None:
    names = ["%d.mp4", "-i.mp4", "b#c.mp4"]
    if sys.platform != "win32":  # which has no such names
        names += ["concat:a|b.mp4", "http:evil.mp4", "a?b.mp4"]
    for name in names:
        path = tmp_path / name
        path.write_bytes(clip.read_bytes())
        assert probe(path).video_codec == "h264"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_clip_is_described_or_refused_and_nothing_else(
    clip: Path, tmp_path: Path, data: st.DataObject
) -> None:
    content = bytearray(clip.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    damaged = tmp_path / "damaged.mp4"
    damaged.write_bytes(content)

    try:
        assert probe(damaged).first_frame_decodes
    except RefusedFileError as refused:
        assert refused.reason in Refusal


@given(boxes=st.lists(st.tuples(st.integers(0, 40), st.sampled_from([b"moov", b"mdat", b"free"]))))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_arrangement_of_boxes_is_walked_to_an_end(
    tmp_path: Path, boxes: list[tuple[int, bytes]]
) -> None:
    path = tmp_path / "boxes.mp4"
    body = b"".join(struct.pack(">I4s", size, kind) for size, kind in boxes)
    path.write_bytes(struct.pack(">I4s4s", 12, b"ftyp", b"isom") + body)

    try:
        assert container_of(path) == "mp4"
    except RefusedFileError as refused:
        assert refused.reason is Refusal.TRUNCATED
