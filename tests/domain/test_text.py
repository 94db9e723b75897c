"""No cut and no cleaning tears apart what a reader takes for one character."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from videogen_desktop.domain.clip_tags import ClipTags
from videogen_desktop.domain.file_names import safe_stem
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.text import beginning, graphemes, shortened
from videogen_desktop.providers.provider_words import ProviderWords
from videogen_desktop.services.gallery import LONGEST_NAME, _collection_name

FAMILY = "👨\u200d👩\u200d👧\u200d👦"
WHOLE = (
    FAMILY,
    "👍🏽",
    "🧑🏿\u200d🚀",
    "❤\ufe0f\u200d🔥",
    "🇻🇳",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "#\ufe0f\u20e3",
    unicodedata.normalize("NFD", "ễ"),
    "क्षि",
)
WORDS = ("mèo", "phở", " ", "\u200d", "\u200c", "*\ufe0f\u20e3", "\n", "a", "\u0301", "\uffff")
MIXED = st.lists(st.sampled_from(WHOLE + WORDS), max_size=60).map("".join)


def test_graphemes_are_what_a_reader_counts() -> None:
    assert list(graphemes("".join(WHOLE))) == list(WHOLE)
    assert list(graphemes("cat")) == ["c", "a", "t"]


@given(MIXED, st.integers(1, 80))
def test_a_beginning_ends_between_two_graphemes(text: str, most: int) -> None:
    cut = beginning(text, most)
    assert text.startswith(cut)
    assert len(cut) <= most
    left = most
    for grapheme in iter_graphemes(text):
        if len(grapheme) > left:
            # One that is longer alone is cut.
            assert cut == text[: most - left] or left == most
            break
        left -= len(grapheme)
    else:
        assert cut == text


def test_what_is_shortened_says_so() -> None:
    assert shortened(FAMILY * 2, 14) == FAMILY * 2
    assert shortened(FAMILY * 2, 13) == FAMILY + "…"
    assert shortened(FAMILY, 7) == FAMILY


def test_a_letter_under_a_hundred_marks_is_cut_all_the_same() -> None:
    assert beginning("a" + "\u0323" * 100, 5) == "a" + "\u0323" * 4


@pytest.mark.parametrize("grapheme", WHOLE, ids=ascii)
def test_a_file_name_keeps_each_emoji_and_letter_whole(grapheme: str) -> None:
    written = unicodedata.normalize("NFC", grapheme)
    assert safe_stem(f"phim {grapheme} đẹp") == f"phim {written} đẹp"
    for letters in range(95, 112):
        head, _, mark = safe_stem("a" * letters + written * 20).rpartition("~")
        assert len(mark) == 8
        assert head == "a" * letters + written * ((len(head) - letters) // len(written))


def test_the_title_in_a_clip_ends_between_two_graphemes() -> None:
    for letters in range(230, 250):
        title = _tags("a" * letters + FAMILY * 9).title
        assert len(title) <= 250
        assert title.strip("a…").replace(FAMILY, "") == ""


def test_a_collections_name_ends_between_two_graphemes() -> None:
    name = _collection_name("a" * 95 + FAMILY * 2)
    assert name == "a" * 95
    assert len(_collection_name("x" * 200)) == LONGEST_NAME


def test_a_providers_emoji_stay_whole_and_its_hidden_letters_go() -> None:
    said = ProviderWords("sk-hidden").message(f"No {FAMILY} here, sk-\u200dhid\u200cden\u202e.")
    assert said == f"No {FAMILY} here, [redacted]."
    assert ProviderWords().message("a" * 8 + FAMILY, 10) == "a" * 8


def _tags(prompt: str) -> ClipTags:
    return ClipTags("id", VideoRequest("model", prompt), "sandbox")
