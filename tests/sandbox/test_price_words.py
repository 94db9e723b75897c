"""What is said about prices: prose that no program can rely on."""

from dataclasses import replace

from videogen_desktop.resources import resource_path
from videogen_desktop.sandbox.catalogue import read_catalogue
from videogen_desktop.sandbox.price_words import price_rows, price_words

MODEL = read_catalogue(resource_path("models"))["kling-2.6/text-to-video"]
FAMILIES = [
    [replace(MODEL, name=f"maker-{number}/{kind}", title=f"{kind} {number}") for kind in "ab"]
    for number in range(60)
]
CATALOGUE = {model.name: model for family in FAMILIES for model in family}
WORDS = {name: price_words(CATALOGUE, model) for name, model in CATALOGUE.items()}


def test_a_text_names_the_prices_in_words_of_the_makers_own() -> None:
    told = [words for words in WORDS.values() if words]
    assert all("55 credits" in words and "220 credits" in words for words in told)
    assert len({words.partition("55 credits")[0] for words in told}) >= 3


def test_of_some_models_nothing_is_said() -> None:
    assert 0 < list(WORDS.values()).count(None) < len(WORDS) / 5


def test_one_text_may_speak_of_a_whole_family() -> None:
    pairs = [(WORDS[first.name], WORDS[second.name]) for first, second in FAMILIES]
    assert any(words == other and words and "while b " in words for words, other in pairs)


def test_the_price_feed_has_a_line_for_each_price() -> None:
    rows = price_rows(MODEL)
    assert [row["creditPrice"] for row in rows] == ["55", "110", "110", "220"]
    assert rows[0]["modelDescription"] == "Kling 2.6, Text to Video, 5s, no audio"
