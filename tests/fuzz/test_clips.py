"""Clips with spoiled bytes are read by the helper process: an answer each time, and it lives on.

Its memory, written files and processor time are bounded by the system (media/helper.py).
"""

import asyncio
import struct
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import strategies as st

from tests.fuzz.effort import effort, holds
from tests.fuzz.hostile import as_bytes, damaged, documents, text
from tests.media.clip_files import write_clip
from tests.plugins.warm_processes import OwnCommand
from videogen_desktop.domain.clip_tags import ClipTags, parse_comment
from videogen_desktop.domain.errors import NotPlayableError
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.media.boxes import container_of
from videogen_desktop.media.client import MediaHelper
from videogen_desktop.media.protocol import (
    TAG_CHARACTERS,
    Answer,
    ProtocolError,
    RefusedFileError,
    clip_facts,
    decode_answer,
    decode_request,
    encode,
    title_and_comment,
)

TAGS = ClipTags("a", VideoRequest("m", "Một con mèo"), "kie", "task", 100, 5)
_BOXES = [
    *(b"moov", b"mvhd", b"trak", b"udta", b"meta", b"ilst", b"keys", b"hdlr", b"data", b"mdia"),
    *(b"stbl", b"stco", b"dref", b"free", b"mdat"),
]
_SIZES = st.sampled_from([0, 1, 7, 8, 9, 2**31 - 1, 2**31, 2**32 - 1])


class TagReader:
    """One helper process for all examples, and the clip that they spoil."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self._loop = asyncio.new_event_loop()
        # One thread from the first job on: a second would come with any example.
        self._loop.set_default_executor(ThreadPoolExecutor(1))
        self._helper = MediaHelper(command)
        plain, copy = write_clip(folder / "a.mp4"), folder / "b.mp4"
        self._loop.run_until_complete(
            self._helper.write_tagged(plain, copy, TAGS.title, TAGS.comment)
        )
        self.clip = copy.read_bytes()
        self._spoiled = folder / "spoiled.mp4"

    def read(self, content: bytes) -> tuple[str, str]:
        """Raises NotPlayableError; a MediaHelperError would be a helper that died."""
        self._spoiled.write_bytes(content)
        return self._loop.run_until_complete(self._helper.read_tags(self._spoiled))

    def tag(self, content: bytes) -> bytes | None:
        """The clip with other tags; None when it stays as it came."""
        self._spoiled.write_bytes(content)
        copy = self._spoiled.with_name("copy.mp4")
        copy.unlink(missing_ok=True)
        try:
            self._loop.run_until_complete(self._helper.write_tagged(self._spoiled, copy, "t", "c"))
        except NotPlayableError:
            assert not copy.exists()
            return None
        assert self._loop.run_until_complete(self._helper.read_tags(copy))[1] == "c"
        return copy.read_bytes()

    def boxes(self, content: bytes) -> None:
        self._spoiled.write_bytes(content)
        with suppress(RefusedFileError):
            container_of(self._spoiled)

    def close(self) -> None:
        self._loop.run_until_complete(self._helper.close())
        self._loop.close()


@pytest.fixture(scope="module")
def reader(
    warm_command: OwnCommand, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TagReader]:
    one = TagReader(warm_command("media-helper"), tmp_path_factory.mktemp("clips"))
    yield one
    one.close()


@st.composite
def spoiled(draw: st.DrawFn, clip: bytes) -> bytes:
    """The clip with some of its boxes renamed, resized or overwritten, its index most of all."""
    body = bytearray(clip)
    for _ in range(draw(st.integers(1, 4))):
        box = draw(st.sampled_from(_BOXES))
        start = body.find(box)
        if start < 4:
            continue
        match draw(st.sampled_from(["size", "name", "inside", "double"])):
            case "size":
                struct.pack_into(">I", body, start - 4, draw(_SIZES))
            case "name":
                body[start : start + 4] = draw(st.sampled_from(_BOXES))
            case "inside":
                end = min(start + draw(st.integers(4, 80)), len(body))
                body[start:end] = draw(damaged(bytes(body[start:end])))
            case _:
                body[start - 4 : start - 4] = body[start - 4 : start + 60]
    return bytes(body)


@effort
def test_any_clip_says_something_or_is_refused(examples: int, reader: TagReader) -> None:
    def is_text_or_refused(content: bytes) -> None:
        reader.boxes(content)
        try:
            title, comment = reader.read(content)
        except NotPlayableError:
            return
        for found in (title, comment):
            assert len(found) <= TAG_CHARACTERS
        parse_comment(comment)

    index = reader.clip.index(b"moov")
    near_the_tags = damaged(reader.clip[index : index + 4_000]).map(
        lambda part: reader.clip[:index] + part + reader.clip[index + 4_000 :]
    )
    holds(examples, is_text_or_refused, st.one_of(spoiled(reader.clip), near_the_tags))


@effort
def test_any_clip_is_tagged_with_its_media_as_they_were_or_stays(
    examples: int, reader: TagReader
) -> None:
    def keeps_its_media(content: bytes) -> None:
        tagged = reader.tag(content)
        if tagged is not None:
            assert tagged.endswith(content[-1_000:])

    index = reader.clip.index(b"moov") - 4
    near_the_index = damaged(reader.clip[index : index + 4_000]).map(
        lambda part: reader.clip[:index] + part + reader.clip[index + 4_000 :]
    )
    holds(examples, keeps_its_media, st.one_of(spoiled(reader.clip), near_the_index))


FIELDS = [
    *("number", "outcome", "reason", "facts", "job", "arguments", "title", "comment"),
    *("container", "video_codec", "audio_codec", "width", "height", "duration_ms"),
]


def is_known_or_refused(body: bytes) -> None:
    with suppress(ProtocolError):
        decode_request(body)
    with suppress(ProtocolError):
        answer = decode_answer(body)
        for facts in (clip_facts, title_and_comment):
            with suppress(ProtocolError):
                facts(answer)


@effort
def test_whatever_a_helper_says_is_known_or_refused(examples: int) -> None:
    done = st.builds(
        lambda facts: f'{{"number":1,"outcome":"done","reason":"","facts":{facts}}}',
        documents(FIELDS, leaves=5),
    )
    holds(examples, is_known_or_refused, as_bytes(st.one_of(done, documents(FIELDS))))


def comes_back(number: int, reason: str) -> None:
    sent = Answer(number, "failed", reason[:64], {"title": reason})
    assert asdict(decode_answer(encode(sent)[4:])) == asdict(sent)


@effort
def test_whatever_is_said_comes_back(examples: int) -> None:
    holds(examples, comes_back, st.integers(0, 2**40), text)
