"""The Vietnamese catalogue holds every text of the program, and nothing in it is untranslated."""

import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import compile_translations
import pytest

VIETNAMESE = compile_translations.SOURCES / "videogen_vi.ts"

Message = tuple[str, str, str]


def messages(catalogue: Path) -> dict[Message, ET.Element]:
    """Context, source and disambiguation of each message, to its translation element."""
    found: dict[Message, ET.Element] = {}
    for context in ET.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            key = (
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
            )
            translation = message.find("translation")
            assert translation is not None, key
            found[key] = translation
    return found


def test_every_text_of_the_program_is_in_the_catalogue(tmp_path: Path) -> None:
    extracted = tmp_path / VIETNAMESE.name
    shutil.copy(VIETNAMESE, extracted)
    compile_translations.update([extracted])
    assert messages(extracted).keys() == messages(VIETNAMESE).keys(), "make translations"


@pytest.mark.parametrize("name", ["videogen_vi.ts", "qtbase_vi.ts"])
def test_every_text_is_translated(name: str) -> None:
    unfinished = [
        key
        for key, translation in messages(compile_translations.SOURCES / name).items()
        if translation.get("type") == "unfinished" or not "".join(translation.itertext()).strip()
    ]
    assert unfinished == []


def test_compiling_again_changes_nothing(tmp_path: Path) -> None:
    compiled = compile_translations.compile_catalogues(tmp_path)
    written = {path: path.stat().st_mtime_ns for path in compiled}
    assert written
    (tmp_path / "gone.qm").touch()
    again = compile_translations.compile_catalogues(tmp_path)
    assert {path: path.stat().st_mtime_ns for path in again} == written
    assert sorted(tmp_path.iterdir()) == sorted(written), "a catalogue without source is removed"
