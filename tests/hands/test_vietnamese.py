"""Vietnamese comes from the clipboard, from an input method, and the way UniKey types it."""

from pathlib import Path

import pytest

from tests.hands.conftest import LAPTOP
from tests.hands.desktop import Desktop
from tests.hands.person import Person

WORDS = "Chợ nổi Cái Răng lúc bình minh, đêm Nguyễn Huệ"
TELEX = "Chowj nooir Cais Rawng lucs bifnh minh, ddeem Nguyeenx Hueej"


def prompt_text(person: Person) -> str:
    return person.text(person.find("Mô tả", "text"))


def test_letters_that_replace_each_other_as_unikey_types_them(newcomer: Person) -> None:
    newcomer.click(newcomer.find("Mô tả", "text"))
    # UniKey on Windows, xvnkb, and ibus where a program cannot show what is being composed: the
    # plain letter, a backspace, the marked letter.
    for plain, marked in (("o", "ô"), ("e", "ê"), ("d", "đ"), ("u", "ư")):
        newcomer.type(plain)
        newcomer.press("BackSpace")
        newcomer.type(marked)
    newcomer.until(lambda: prompt_text(newcomer) == "ôêđư", "four marked letters")
    newcomer.press(*["BackSpace"] * 4)
    newcomer.until(lambda: prompt_text(newcomer) == "", "an empty prompt")


def test_a_paste_from_another_program_sends_exactly_that(newcomer: Person) -> None:
    newcomer.click(newcomer.find("Bắt đầu dùng thử", "push button"))
    newcomer.paste(WORDS)
    newcomer.until(lambda: prompt_text(newcomer) == WORDS, "what was pasted")
    newcomer.until(lambda: newcomer.find("Tạo video", "push button").is_enabled, "the button")
    newcomer.press("Return")
    newcomer.find(WORDS, "list item")
    assert [video["prompt"] for video in newcomer.videos()] == [WORDS]


@pytest.mark.full
def test_enter_belongs_to_an_input_method_while_it_composes(tmp_path: Path) -> None:
    variables = {"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=ibus"}
    with Desktop(*LAPTOP, variables) as desktop:
        desktop.start("ibus-daemon", "--xim", "--panel", "disable")

        def chosen() -> bool:
            # Choosing fails where there is no keyboard layout to load, and yet it counts.
            desktop.ask("ibus", "engine", "Unikey")
            return desktop.ask("ibus", "engine") == "Unikey"

        with Person(desktop, tmp_path / "data") as person:
            person.click(person.find("Bắt đầu dùng thử", "push button"))
            person.until(lambda: person.find("credits", "push button").is_enabled, "the library")
            person.until(chosen, "the input method")
            person.click(person.find("Mô tả", "text"))
            for letter in TELEX:
                person.type(letter)
            person.until(
                lambda: person.text(person.find("Mô tả", "text")).startswith(WORDS[:-4]),
                "the words",
            )
            # The last word is still being composed: this Enter ends it and sends nothing.
            person.press("Return")
            person.until(lambda: prompt_text(person) == WORDS, "the whole sentence")
            assert person.videos() == []
            person.rest(0.5)
            person.press("Return")
            person.find(WORDS, "list item")
            assert [video["prompt"] for video in person.videos()] == [WORDS]
