"""What a text helper may answer, and the addresses that it may have."""

import pytest

from videogen_desktop.domain.addresses import is_open_address, normalised_text_base
from videogen_desktop.domain.errors import ApiBaseRefusedError, TextHelperError
from videogen_desktop.domain.text_helper import LONGEST_ANSWER, cleaned_answer


@pytest.mark.parametrize(
    ("answer", "clean"),
    [
        ("  A cat.\n", "A cat."),
        ("“A cat.”", "A cat."),
        ('"A cat."', "A cat."),
        ("```text\nA cat.\n```", "A cat."),
        ("<think>Hm, <b>a cat?</think>\n\nA cat.", "A cat."),
        ("A cat\u202e\x00\x1b[31m.", "A cat [31m."),
        ("A cat.\r\n\r\n\r\n\r\nIt  sleeps.", "A cat.\n\nIt sleeps."),
        ("Me\u0300o", "Mèo"),
        ("👩\u200d🚀 flies", "👩\u200d🚀 flies"),
    ],
)
def test_of_an_answer_only_the_text_is_kept(answer: str, clean: str) -> None:
    assert cleaned_answer(answer, "Một con mèo") == clean


def test_quotes_that_the_description_has_itself_stay() -> None:
    assert cleaned_answer('"Xin chào" and "Bye"', '"Xin chào" và "Bye"') == '"Xin chào" and "Bye"'


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (" \n ", "empty"),
        ("<think>for ever", "empty"),
        ("\u200b\ufeff", "empty"),
        ("và " * LONGEST_ANSWER, "too_much"),
        ("x" * (LONGEST_ANSWER + 1), "too_much"),
    ],
)
def test_no_text_is_no_answer(answer: str, reason: str) -> None:
    with pytest.raises(TextHelperError) as refused:
        cleaned_answer(answer, "Một con mèo")
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("typed", "base", "is_open"),
    [
        ("http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1", False),
        ("http://localhost:11434", "http://localhost:11434/v1", False),
        ("http://[::1]:8080/v1/", "http://[::1]:8080/v1", False),
        ("http://192.168.1.20:1234/v1", "http://192.168.1.20:1234/v1", True),
        ("http://MayTinh.local:11434/v1", "http://maytinh.local:11434/v1", True),
        ("api.example.com", "https://api.example.com/v1", False),
        ("https://api.example.com/v1/chat/completions", "https://api.example.com/v1", False),
        ("https://api.example.com:443/openai/v1", "https://api.example.com/openai/v1", False),
    ],
)
def test_an_address_has_one_spelling_and_says_whether_others_can_read_along(
    typed: str, base: str, is_open: bool
) -> None:
    assert normalised_text_base(typed) == base
    assert normalised_text_base(base) == base
    assert is_open_address(base) is is_open


@pytest.mark.parametrize(
    "typed",
    [
        *("", "http://api.example.com/v1", "http://8.8.8.8/v1", "ftp://127.0.0.1", "https://"),
        *("https://user:secret@api.example.com", "https://a.example/v1?key=secret", "http://[::2]"),
        "http://169.254.1.1.example.com/v1",
    ],
)
def test_a_key_is_never_sent_in_the_open_beyond_ones_own_network(typed: str) -> None:
    with pytest.raises(ApiBaseRefusedError) as refused:
        normalised_text_base(typed)
    assert "secret" not in str(refused.value)
