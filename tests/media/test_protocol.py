import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.media.protocol import (
    LENGTH,
    MAX_FRAME_BYTES,
    Answer,
    ProtocolError,
    Request,
    clip_facts,
    decode_answer,
    decode_request,
    encode,
    read_body,
)

FACTS: dict[str, str | int | None] = {
    "container": "mp4",
    "video_codec": "h264",
    "audio_codec": None,
    "width": 720,
    "height": 1280,
    "duration_ms": 5000,
    "first_frame_decodes": True,
}


def test_a_request_arrives_as_it_was_sent_whatever_bytes_its_path_holds() -> None:
    request = Request(7, "probe", {"path": "/phim/mèo \udcff\u202e.mp4"})

    body = read_body(io.BytesIO(encode(request)))

    assert body is not None
    assert decode_request(body) == request


def test_an_answer_arrives_as_it_was_sent() -> None:
    answer = Answer(7, "done", facts=FACTS)

    body = read_body(io.BytesIO(encode(answer)))

    assert body is not None
    assert decode_answer(body) == answer
    assert clip_facts(answer) == ClipFacts("mp4", "h264", None, 720, 1280, 5000, True)


@pytest.mark.parametrize("kept", [0, 3, 4, 10])
def test_a_stream_that_ends_within_a_frame_is_just_ended(kept: int) -> None:
    assert read_body(io.BytesIO(encode(Request(1, "probe", {}))[:kept])) is None


def test_an_oversize_frame_is_refused_before_it_is_read() -> None:
    with pytest.raises(ProtocolError):
        read_body(io.BytesIO(LENGTH.pack(MAX_FRAME_BYTES + 1)))
    with pytest.raises(ProtocolError):
        encode(Request(1, "probe", {"path": "x" * MAX_FRAME_BYTES}))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["number", "outcome", "reason", "facts", "job", "arguments"]), inner
        )
    ),
    max_leaves=8,
)


@given(st.binary(max_size=64) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_other_bytes_are_a_protocol_error(body: bytes) -> None:
    for decode in (decode_request, decode_answer):
        try:
            decode(body)
        except ProtocolError:
            continue


def test_nesting_beyond_the_parser_is_a_protocol_error() -> None:
    with pytest.raises(ProtocolError):
        decode_answer(b"[" * 200_000)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("container", "matroska,webm"),
        ("video_codec", "magicyuv"),
        ("audio_codec", 3),
        ("width", 0),
        ("width", True),
        ("height", 8193),
        ("height", "180"),
        ("duration_ms", -1),
        ("duration_ms", 1 << 60),
        ("duration_ms", 1.5),
        ("first_frame_decodes", 1),
        ("first_frame_decodes", False),
    ],
)
def test_facts_that_no_honest_probe_reports_are_a_protocol_error(field: str, value: int) -> None:
    with pytest.raises(ProtocolError):
        clip_facts(Answer(1, "done", facts=FACTS | {field: value}))


def test_missing_facts_are_a_protocol_error() -> None:
    with pytest.raises(ProtocolError):
        clip_facts(Answer(1, "done"))
