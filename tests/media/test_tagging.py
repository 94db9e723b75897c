"""Tags: written into the index, read back, and never at the price of the clip."""

import asyncio
import contextlib
import struct
from pathlib import Path

import av
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.media.clip_files import write_clip
from videogen_desktop.domain.clip_tags import ClipTags, parse_comment
from videogen_desktop.domain.errors import MediaHelperError, NotPlayableError
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.media.client import MediaHelper
from videogen_desktop.media.protocol import RefusedFileError
from videogen_desktop.media.tagging import read_tags, write_tagged

TITLE = "Một con mèo chơi với cuộn len 🧶"
COMMENT = '{"application":"VideoGen Desktop","prompt":"dòng một\\ndòng hai"}'


def tagged(path: Path) -> Path:
    copy = path.with_name("tagged.mp4")
    write_tagged(path, copy, TITLE, COMMENT)
    return copy


def test_the_index_of_a_tagged_copy_stands_first(clip: Path, tmp_path: Path) -> None:
    write_tagged(clip, tmp_path / "a.mp4", TITLE, COMMENT)
    content = (tmp_path / "a.mp4").read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")


def test_tagging_twice_replaces_the_tags(tmp_path: Path) -> None:
    first, second = (ClipTags(name, VideoRequest("m", name), "kie") for name in ("a", "b"))
    path = write_clip(tmp_path / "a.mp4")
    write_tagged(path, tmp_path / "b.mp4", first.title, first.comment)
    write_tagged(tmp_path / "b.mp4", tmp_path / "c.mp4", second.title, second.comment)
    expected = {"title": second.title, "comment": second.comment}
    assert read_tags(tmp_path / "c.mp4") == expected


@pytest.mark.parametrize("flags", ["use_metadata_tags+faststart", "faststart"])
def test_tags_of_earlier_versions_are_read_and_replaced(tmp_path: Path, flags: str) -> None:
    """They rewrote the file with FFmpeg, and it wrote them by keys."""
    older, newer = (ClipTags(name, VideoRequest("m", name), "kie") for name in ("a", "b"))
    path = tmp_path / "a.mp4"
    write_clip(tmp_path / "plain.mp4")
    with_metadata(tmp_path / "plain.mp4", path, flags, title=older.title, comment=older.comment)
    assert read_tags(path) == {"title": older.title, "comment": older.comment}
    write_tagged(path, tmp_path / "b.mp4", newer.title, newer.comment)
    assert read_tags(tmp_path / "b.mp4") == {"title": newer.title, "comment": newer.comment}


def test_a_title_and_a_comment_of_others_stay_and_ours_is_read(tmp_path: Path) -> None:
    path, ours = tmp_path / "a.mp4", ClipTags("a", VideoRequest("m", "con mèo"), "kie")
    write_clip(tmp_path / "plain.mp4")
    with_metadata(tmp_path / "plain.mp4", path, "faststart", title="Tựa", comment="vid:v0")
    for number in range(2):
        copy = tmp_path / f"{number}.mp4"
        write_tagged(path, copy, ours.title, ours.comment)
        with av.open(str(copy)) as source:
            assert (source.metadata["title"], source.metadata["comment"]) == ("Tựa", "vid:v0")
        assert read_tags(copy)["comment"] == ours.comment
        path = copy


def test_a_clip_without_tags_has_empty_ones(clip: Path) -> None:
    assert read_tags(clip) == {"title": "", "comment": ""}


def with_metadata(source_path: Path, path: Path, flags: str, **metadata: str) -> None:
    with (
        av.open(str(source_path)) as source,
        av.open(str(path), "w", options={"movflags": flags}) as target,
    ):
        target.metadata.update(metadata)
        copies = {one.index: target.add_stream_from_template(one) for one in source.streams}
        for packet in source.demux():
            if packet.dts is not None:
                packet.stream = copies[packet.stream.index]
                target.mux(packet)


def test_what_others_wrote_into_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    write_clip(tmp_path / "plain.mp4")
    with_metadata(tmp_path / "plain.mp4", path, "use_metadata_tags", AIGC='{"Label":"1"}')
    with av.open(str(tagged(path))) as source:
        assert source.metadata["AIGC"] == '{"Label":"1"}'


def test_a_file_that_is_no_clip_leaves_no_copy(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(b"no clip")
    with pytest.raises(RefusedFileError):
        write_tagged(path, tmp_path / "b.mp4", TITLE, COMMENT)
    assert not (tmp_path / "b.mp4").exists()


def test_a_copy_that_finds_no_room_is_an_error_and_leaves_nothing(
    clip: Path, tmp_path: Path
) -> None:
    with pytest.raises(OSError, match="No such file"):
        write_tagged(clip, tmp_path / "missing" / "b.mp4", TITLE, COMMENT)


async def ask(command: list[str], clip: Path, copy: Path) -> tuple[str, str]:
    helper = MediaHelper(command)
    try:
        await helper.write_tagged(clip, copy, TITLE, COMMENT)
        return await helper.read_tags(copy)
    finally:
        await helper.close()


def test_the_helper_process_writes_and_reads_tags(
    clip: Path, tmp_path: Path, helper_command: list[str]
) -> None:
    found = asyncio.run(ask(helper_command, clip, tmp_path / "b.mp4"))
    assert found == (TITLE, COMMENT)
    with pytest.raises(MediaHelperError) as raised:
        asyncio.run(ask(helper_command, clip, tmp_path / "missing" / "b.mp4"))
    assert raised.value.args == ("ENOENT",)
    with pytest.raises(NotPlayableError):
        asyncio.run(ask(helper_command, tmp_path / "missing.mp4", tmp_path / "c.mp4"))


def test_a_comment_of_any_length_in_the_file_is_bounded(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "a.mp4")
    write_tagged(path, tmp_path / "b.mp4", "t", "x" * 300_000)
    assert len(read_tags(tmp_path / "b.mp4")["comment"]) == 100_000


def test_tags_that_are_no_utf8_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    copy = tagged(write_clip(tmp_path / "a.mp4"))
    content = bytearray(copy.read_bytes())
    start = content.index("Một".encode())
    struct.pack_into("3s", content, start, b"\xff\xfe\xc3")
    copy.write_bytes(content)
    assert "con mèo" in read_tags(copy)["title"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_tags_of_a_damaged_file_are_text_or_a_refusal(tmp_path: Path, data: st.DataObject) -> None:
    copy = tmp_path / "tagged.mp4"
    if not copy.exists():
        tagged(write_clip(tmp_path / "a.mp4"))
    content = bytearray(copy.read_bytes())
    for _ in range(data.draw(st.integers(1, 12))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    damaged = tmp_path / "damaged.mp4"
    damaged.write_bytes(content)
    with contextlib.suppress(RefusedFileError):
        parse_comment(read_tags(damaged)["comment"])
