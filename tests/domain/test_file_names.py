"""Names from prompts: readable Vietnamese that Windows, macOS and Linux all take."""

import re
import unicodedata
from itertools import islice

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from videogen_desktop.domain.errors import NameTemplateError
from videogen_desktop.domain.file_names import (
    DEFAULT_TEMPLATE,
    NameParts,
    NameTemplate,
    safe_stem,
)

_WINDOWS_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"
}

# Of what nobody sees, this alone may stay: it makes several characters one.
_JOINED = re.compile(
    "(?<=[^\0-\x7f])[\u200c\u200d](?=[^\0-\x7f])|(?<=🏴)[\U000e0020-\U000e007e]+\U000e007f"
)


@pytest.mark.parametrize(
    ("prompt", "stem"),
    [
        ("Một con mèo chơi với cuộn len", "Một con mèo chơi với cuộn len"),
        (unicodedata.normalize("NFD", "Đà Nẵng"), "Đà Nẵng"),
        ("  a\tb\n\nc  ", "a b c"),
        ('a<b>c:d"e/f\\g|h?i*j', "a b c d e f g h i j"),
        ("../../etc/passwd", "etc passwd"),
        ("C:\\Windows\\system32", "C Windows system32"),
        ("...", "_"),
        ("", "_"),
        ("\u202egnp.exe", "gnp.exe"),
        ("a\u0000b\u200bc\ud800d", "a b c d"),
        ("name. . .", "name"),
        (".hidden", "hidden"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("nul .txt", "_nul .txt"),
        ("COM¹", "_COM¹"),
        ("com0.a.b", "_com0.a.b"),
        ("console", "console"),
        ("-rf *", "-rf"),
        ("🎬 phim", "🎬 phim"),
        ("*\ufe0f\u20e3 a\u200db \u200d🎬\u200d", "a b 🎬"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\U000e0041🏴\U000e0041", "a 🏴"),
        ("日本語", "日本語"),
    ],
    ids=ascii,
)
def test_a_prompt_becomes_a_name(prompt: str, stem: str) -> None:
    assert safe_stem(prompt) == stem


@given(
    st.text(max_size=300)
    | st.text(alphabet="Ếễộđ .~<\u0301\u0323conCON1", max_size=300)
    | st.text(alphabet="🏴\U000e0067\U000e007f\u200d\u200c👩🏽🇻*\u20e3é a", max_size=300)
)
@example("a" * 119 + "ế")
@example("a" * 111 + "\u0323" * 20)
@example("con" + " " * 200 + ".x")
@example("\ud800")
def test_every_text_becomes_a_name_that_every_system_takes(text: str) -> None:
    stem = safe_stem(text)
    assert stem
    assert len(stem.encode()) <= 120
    assert unicodedata.is_normalized("NFC", stem)
    alone = re.sub(
        "(?<=[^\0-\x7f])[\u200c\u200d](?=[^\0-\x7f])|🏴[\U000e0020-\U000e007f]+", "", stem
    )
    assert not any(unicodedata.category(c)[0] == "C" or c in '<>:"/\\|?*' for c in alone)
    assert not any(unicodedata.category(c)[0] == "Z" and c != " " for c in stem)
    assert stem == stem.strip()
    assert not stem.endswith(".")
    assert not stem.startswith(".")
    # Windows looks at what stands before the first dot, without the spaces behind it.
    assert stem.split(".")[0].rstrip().lower() not in _WINDOWS_DEVICES
    assert safe_stem(stem) == stem


@given(st.text(alphabet=st.characters(categories=["L"]), min_size=1, max_size=25))
def test_letters_of_every_script_are_kept(word: str) -> None:
    stem = safe_stem(word)
    assert stem.removeprefix("_") == unicodedata.normalize("NFC", word)


def test_long_prompts_that_begin_alike_stay_two_names() -> None:
    beginning = "Một con mèo " * 50
    assert safe_stem(beginning + "trắng") != safe_stem(beginning + "đen")
    assert safe_stem(beginning).startswith("Một con mèo Một con mèo")


MEO = NameParts("2026-11-30", "Mèo con ở Đà Nẵng", "Veo 3.1")


def named(template: str, parts: NameParts = MEO, number: int = 1) -> str:
    return next(islice(NameTemplate(template).stems(parts), number - 1, None))


@pytest.mark.parametrize(
    ("template", "number", "stem"),
    [
        (DEFAULT_TEMPLATE, 1, "2026-11-30 Mèo con ở Đà Nẵng Veo 3.1 01"),
        (DEFAULT_TEMPLATE, 112, "2026-11-30 Mèo con ở Đà Nẵng Veo 3.1 112"),
        ("{date}_{TITLE}", 1, "2026-11-30_Mèo con ở Đà Nẵng"),
        ("{title}", 2, "Mèo con ở Đà Nẵng (2)"),
        ("{ tieu  de } {so}", 3, "Mèo con ở Đà Nẵng 03"),
        (unicodedata.normalize("NFD", "{ngày}"), 1, "2026-11-30"),
        ("{số}/{model}", 4, "04 Veo 3.1"),
        ("con", 1, "_con"),
        ("", 1, "_"),
        ("", 2, "(2)"),
    ],
    ids=ascii,
)
def test_a_template_makes_names(template: str, number: int, stem: str) -> None:
    assert named(template, number=number) == stem


@pytest.mark.parametrize(
    ("template", "field"),
    [("{giờ} {số}", "giờ"), ("{title", "{"), ("title}", "}"), ("{}", ""), ("{{title}}", "{")],
    ids=ascii,
)
def test_an_unknown_field_is_named_with_those_that_there_are(template: str, field: str) -> None:
    with pytest.raises(NameTemplateError) as caught:
        NameTemplate(template)
    assert caught.value.field == field
    assert caught.value.known == NameTemplate.FIELDS


@given(
    st.text(alphabet="{}<số ế.🏴\U000e0067\u0301A", max_size=200).map(lambda text: text + "{số}")
    | st.sampled_from([DEFAULT_TEMPLATE, "{title}", "{title}{title}{model}", "x" * 200, ""]),
    st.text(max_size=300),
    st.text(max_size=300),
)
def test_every_name_is_taken_everywhere_and_no_two_are_alike(
    template: str, title: str, model: str
) -> None:
    try:
        stems = NameTemplate(template).stems(NameParts("2026-11-30", title, model))
    except NameTemplateError:
        return
    tried = list(islice(stems, 12))
    assert len(set(tried)) == 12
    assert all(safe_stem(stem) == stem for stem in tried)


def test_a_long_title_gives_way_between_letters_and_date_and_number_stay() -> None:
    long = named(DEFAULT_TEMPLATE, NameParts("2026-11-30", "ế" * 300, "Veo 3.1"), 30)
    assert re.fullmatch("2026-11-30 ế+ Veo 3.1 30", long)
    assert 115 <= len(long.encode()) <= 120
