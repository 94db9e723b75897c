"""A body names its files by their content; addresses are put in when it is sent."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.domain.input_file import input_object, inputs_in, with_addresses
from videogen_desktop.domain.request import canonical

ONE, OTHER = "a1" * 32, "b2" * 32
_HASHES = st.sampled_from([character * 64 for character in "0123456789abcdef"])
_TEXTS = st.text(st.characters(codec="utf-8")) | st.just('{"$input": "' + ONE + '"}')
_PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | _TEXTS
_FINITE = _PLAIN.filter(lambda value: value not in (float("inf"), float("-inf")))
_NAMES = _TEXTS | st.just("$input")


def _bodies(
    leaves: st.SearchStrategy[Any], names: st.SearchStrategy[str]
) -> st.SearchStrategy[dict[str, Any]]:
    values = st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
        max_leaves=12,
    )
    return st.dictionaries(st.text(max_size=5), values, max_size=4)


BODIES = _bodies(_FINITE | _HASHES.map(input_object), _NAMES)
_WORDS = st.text(st.characters(codec="utf-8", exclude_characters="$"))
WITHOUT_FILES = _bodies(st.none() | st.booleans() | st.integers() | _WORDS, _WORDS)


def _address(sha256: str) -> str:
    return f"https://files.example/{sha256[:8]}.png?a=1&b=ü"


def _expected(value: Any) -> Any:
    """The same, said the other way round."""
    if isinstance(value, list):
        return [_expected(one) for one in value]
    if not isinstance(value, dict):
        return value
    sha256 = value.get("$input")
    if len(value) == 1 and isinstance(sha256, str) and len(sha256) == 64:
        return _address(sha256)
    return {name: _expected(one) for name, one in value.items()}


@given(BODIES)
def test_every_file_becomes_its_address_and_nothing_else_changes(body: dict[str, Any]) -> None:
    text = canonical(body)
    files = inputs_in(text)
    assert len(set(files)) == len(files)
    sent = with_addresses(text, {sha256: _address(sha256) for sha256 in files})
    assert sent == canonical(_expected(body))
    assert inputs_in(sent) == ()


@given(BODIES)
def test_a_body_is_filled_whole_or_not_at_all(body: dict[str, Any]) -> None:
    text = canonical(body)
    files = inputs_in(text)
    for left_out in files:
        known = {sha256: _address(sha256) for sha256 in files if sha256 != left_out}
        with pytest.raises(KeyError):
            with_addresses(text, known)


@given(WITHOUT_FILES)
def test_a_body_without_files_is_sent_as_it_was_frozen(body: dict[str, Any]) -> None:
    text = canonical(body)
    assert inputs_in(text) == ()
    assert with_addresses(text, {}) is text


def test_files_stand_in_the_order_of_the_body_each_once() -> None:
    body = {"a": [input_object(OTHER), input_object(ONE)], "b": {"c": input_object(OTHER)}}
    assert inputs_in(canonical(body)) == (OTHER, ONE)


@pytest.mark.parametrize(
    "value",
    [
        '{"$input":"' + ONE + '"}',
        "$input",
        {"$input": ONE[:-1]},
        {"$input": ONE.upper()},
        {"$input": [ONE]},
        {"$input": ONE, "type": "image"},
    ],
)
def test_what_only_looks_like_a_file_stays_what_it_is(value: object) -> None:
    text = canonical({"input": {"prompt": value}})
    assert inputs_in(text) == ()
    assert json.loads(with_addresses(text, {})) == {"input": {"prompt": value}}
    beside = canonical({"input": {"prompt": value, "image_url": input_object(OTHER)}})
    assert inputs_in(beside) == (OTHER,)
    sent = json.loads(with_addresses(beside, {OTHER: "https://files.example/a"}))
    assert sent == {"input": {"prompt": value, "image_url": "https://files.example/a"}}
