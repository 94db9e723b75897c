"""The catalogues as tests look at them, and the texts that Qt itself can show."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QLibraryInfo

ROOT = Path(__file__).resolve().parents[3]
OWN = {code: ROOT / "i18n" / f"videogen_{code}.ts" for code in ("vi", "en")}
QT_VIETNAMESE = ROOT / "i18n" / "qtbase_vi.ts"

# Sections and tags of a compiled catalogue (qtranslator.cpp).
_HEADER, _HASHES, _MESSAGES = 16, 0x42, 0x69
_END, _TRANSLATION, _OBSOLETE, _SOURCE, _CONTEXT, _COMMENT = 1, 3, 5, 6, 7, 8


@dataclass(frozen=True, slots=True)
class Message:
    context: str
    source: str
    comment: str
    forms: tuple[str, ...]
    is_plural: bool
    is_finished: bool


@cache
def messages(catalogue: Path) -> tuple[Message, ...]:
    """Every message of a catalogue of this project."""
    return tuple(_messages(catalogue))


def _messages(catalogue: Path) -> Iterator[Message]:
    for context in ElementTree.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            plural = [form.text or "" for form in translation.iter("numerusform")]
            yield Message(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                tuple(plural or [translation.text or ""]),
                message.get("numerus") == "yes",
                translation.get("type") is None,
            )


@cache
def qt_texts() -> frozenset[tuple[str, str]]:
    """Context and English source of everything Qt's own widgets can say.

    Qt ships no list of them, but every catalogue that it does ship carries its sources.
    """
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    found = {text for file in folder.glob("qtbase_*.qm") for text in _sources(file.read_bytes())}
    assert len(found) > 1_000, "the format of compiled catalogues has changed"
    return frozenset(found)


def _sources(compiled: bytes) -> Iterator[tuple[str, str]]:
    sections: dict[int, bytes] = {}
    position = _HEADER
    while position < len(compiled):
        tag, length = struct.unpack_from(">BI", compiled, position)
        sections[tag] = compiled[position + 5 : position + 5 + length]
        position += 5 + length
    hashes, stored = sections.get(_HASHES, b""), sections.get(_MESSAGES, b"")
    for _hash, offset in struct.iter_unpack(">II", hashes):
        yield _source_at(stored, offset)


def _source_at(stored: bytes, position: int) -> tuple[str, str]:
    fields: dict[int, str] = {}
    while (tag := stored[position]) != _END:
        position += 1
        if tag == _OBSOLETE:
            position += 4
            continue
        (length,) = struct.unpack_from(">I", stored, position)
        position += 4
        if tag != _TRANSLATION:
            fields[tag] = stored[position : position + length].decode()
        position += 0 if length == 0xFFFFFFFF else length
    return fields.get(_CONTEXT, ""), fields.get(_SOURCE, "")
