"""Every place, command, folder and picture that the guide names is there, in both languages."""

import os
import re
import shlex
from pathlib import Path
from xml.etree import ElementTree as ET

import compile_translations
import pytest
from platformdirs.api import PlatformDirsABC
from platformdirs.macos import MacOS
from platformdirs.unix import Unix
from platformdirs.windows import Windows

from videogen_desktop.cli import main
from videogen_desktop.resources import resource_path
from videogen_desktop.storage.directories import APPLICATION
from videogen_desktop.ui.guide.page import anchor_of

LANGUAGES = ("vi", "en")
GUIDE = resource_path("guide")
LARGEST = 1_500_000
_PICTURE = re.compile(r"!\[(.*?)\]\((.+?)\)")
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_CODE = re.compile(r"`([^`\n]+)`|^```\n(.*?)^```", re.MULTILINE | re.DOTALL)
# Texts of the catalogue have places for values.
_PLACE = re.compile(r"\\\{\w+\\\}|%n|%\d")


def text(language: str) -> str:
    return (GUIDE / f"{language}.md").read_text("utf-8")


def headings(language: str) -> list[str]:
    return re.findall(r"^## (.+)$", text(language), re.MULTILINE)


def pictures(language: str) -> list[str]:
    return [file for _words, file in _PICTURE.findall(text(language))]


def code(language: str) -> list[str]:
    found = [piece for pair in _CODE.findall(text(language)) for piece in pair if piece]
    return [line for piece in found for line in piece.splitlines()]


def texts_of_the_window(language: str) -> list[re.Pattern[str]]:
    catalogue = compile_translations.SOURCES / f"videogen_{language}.ts"
    texts = [one.findtext("translation") for one in ET.parse(catalogue).iter("message")]
    return [re.compile(_PLACE.sub(".+", re.escape(one))) for one in texts if one]


@pytest.mark.parametrize("language", LANGUAGES)
def test_bold_words_are_the_very_words_of_the_window(language: str) -> None:
    known = texts_of_the_window(language)
    named = _BOLD.findall(text(language))
    assert len(named) > 50
    assert [one for one in named if not any(each.fullmatch(one) for each in known)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_can_be_typed_as_they_stand(language: str) -> None:
    commands = [line for line in code(language) if line.startswith("videogen ")]
    assert len(commands) >= 5
    for command in commands:
        main.parse(shlex.split(command)[1:])


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_pictures_are_there_and_no_others(language: str) -> None:
    there = {f"{language}/{file.name}" for file in (GUIDE / language).iterdir()}
    assert set(pictures(language)) == there
    assert all(words for words, _file in _PICTURE.findall(text(language)))


def test_its_pictures_stay_small() -> None:
    assert sum(file.stat().st_size for file in GUIDE.rglob("*.webp")) < LARGEST


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_links_lead_somewhere(language: str) -> None:
    anchors = {f"#{anchor_of(title)}" for title in headings(language)}
    links = _LINK.findall(text(language))
    assert any(link.startswith("#") for link in links)
    assert [one for one in links if one not in anchors and not one.startswith("https://")] == []


def test_both_languages_have_the_same_parts() -> None:
    vietnamese, english = LANGUAGES
    assert len(headings(vietnamese)) == len(headings(english)) == 13
    names = [[Path(file).name for file in pictures(language)] for language in LANGUAGES]
    assert names[0] == names[1]
    for pattern in (r"^\d+\. ", r"^- ", r"^\| ", r"^> "):
        counts = [len(re.findall(pattern, text(one), re.MULTILINE)) for one in LANGUAGES]
        assert counts[0] == counts[1], pattern
    links = [[one for one in _LINK.findall(text(each)) if "://" in one] for each in LANGUAGES]
    assert links[0] == links[1]


@pytest.fixture
def systems(monkeypatch: pytest.MonkeyPatch) -> tuple[PlatformDirsABC, ...]:
    """The folders of each system, as the columns of the table name them."""
    for name in [one for one in os.environ if one.startswith("XDG_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", "/home/me")
    monkeypatch.setenv("WIN_PD_OVERRIDE_LOCAL_APPDATA", r"C:\Local")
    kinds = (Windows, MacOS, Unix)
    return tuple(kind(APPLICATION, appauthor=False, roaming=False) for kind in kinds)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_folders_are_those_of_the_program(
    language: str, systems: tuple[PlatformDirsABC, ...]
) -> None:
    named = set(code(language))
    windows, *others = systems
    for one in others:
        own = {one.user_data_dir, one.user_config_dir, one.user_log_dir}
        own |= {f"{one.user_videos_dir}/VideoGen"}
        own = {path.replace("/home/me", "~") for path in own}
        assert own <= named, own - named
    own = {windows.user_data_dir, windows.user_config_dir, windows.user_log_dir}
    own = {path.replace("/", "\\").replace(r"C:\Local", "%LOCALAPPDATA%") for path in own}
    assert own | {r"Videos\VideoGen"} <= named, own - named
