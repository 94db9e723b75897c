"""What the catalogues must hold before anybody looks at the window."""

import ast
import re
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import compile_translations
import pytest

from tests.ui.language.catalogues import OWN, QT_VIETNAMESE, ROOT, messages, qt_texts
from videogen_desktop.resources import resource_path

ALL = [*OWN.values(), QT_VIETNAMESE]
PLACEHOLDER = re.compile(r"\{\w*\}|%L?\d|%n")
VIETNAMESE_LETTER = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
# xóa, hủy, hòa: the mark stands on the first of two vowels where no letter follows.
NEWER_SPELLING = re.compile(r"(o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)
# What no window of this program shows: scripts of fonts, keys of Japanese keyboards, options of
# the command line, an essay about Qt.
QT_PARTS = [
    "QAbstractSpinBox",
    "QAbstractFileIconProvider",
    "QAccessibleActionInterface",
    "QCocoaMenuItem",
    "QCocoaTheme",
    "QColorDialog",
    "QComboBox",
    "QDBusTrayIcon",
    "QDialog",
    "QDialogButtonBox",
    "QErrorMessage",
    "QFileDialog",
    "QFileSystemModel",
    "QGnomeTheme",
    "QInputDialog",
    "QKeySequenceEdit",
    "QLineEdit",
    "MAC_APPLICATION_MENU",
    "QPlatformTheme",
    "QProgressBar",
    "QProgressDialog",
    "QScrollBar",
    "QSpiAccessibleBridge",
    "QStandardPaths",
    "QTabBar",
    "QUndoStack",
    "QUnicodeControlCharacterMenu",
    "QWhatsThisAction",
    "QWidgetTextControl",
]
QT_EXEMPT = re.compile(r"^Alt\+|can not be used")
# What a reading by a Vietnamese creator replaced: two words for one thing, or a machine's words.
REPLACED = re.compile(
    r"prompt|nhà cung cấp|kho khóa|đường hầm|cách đi tiếp|tiền thử nghiệm|mọi khung hình"
    r"|tải xuống|lưu bản sao|từ CDN|thư viện không bị đụng|video không thành|\d %|%\d %"
    r"|\{\} hàng\b|\bhàng \{\}|các clip",
    re.IGNORECASE,
)
KEYS = [
    "Alt",
    "Backspace",
    "Backtab",
    "Ctrl",
    "Del",
    "Delete",
    "Down",
    "End",
    "Enter",
    "Esc",
    "F%1",
    "Home",
    "Ins",
    "Insert",
    "Left",
    "Menu",
    "Meta",
    "PgDown",
    "PgUp",
    "Return",
    "Right",
    "Shift",
    "Space",
    "Tab",
    "Up",
]


def test_lupdate_leaves_the_catalogues_as_they_are() -> None:
    assert compile_translations.stale_catalogues() == [], "make translations"


def test_a_missing_text_makes_a_catalogue_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for catalogue in OWN.values():
        shutil.copy(catalogue, tmp_path)
    monkeypatch.setattr(compile_translations, "SOURCES", tmp_path)
    poorer = tmp_path / OWN["en"].name
    whole = poorer.read_text("utf-8")
    first = re.search(r" *<message.*?</message>\n", whole, re.DOTALL)
    assert first is not None
    poorer.write_text(whole.replace(first.group(), "", 1), "utf-8")
    assert poorer in compile_translations.stale_catalogues()


@pytest.mark.parametrize("catalogue", ALL, ids=lambda path: path.stem)
def test_every_form_of_every_text_is_written(catalogue: Path) -> None:
    # Vietnamese has one form for any number, English two.
    forms = 1 if catalogue.stem.endswith("_vi") else 2
    for message in messages(catalogue):
        assert message.is_finished, message
        assert len(message.forms) == (forms if message.is_plural else 1), message
        assert all(form.strip() for form in message.forms), message


@pytest.mark.parametrize("catalogue", ALL, ids=lambda path: path.stem)
def test_placeholders_match(catalogue: Path) -> None:
    for message in messages(catalogue):
        wanted = sorted(PLACEHOLDER.findall(message.source))
        for form in message.forms:
            found = sorted(PLACEHOLDER.findall(form))
            # "1 line" may say its number in a word.
            assert found == wanted or (message.is_plural and found == []), message


@pytest.mark.parametrize("catalogue", ALL, ids=lambda path: path.stem)
def test_the_ends_of_a_text_are_kept(catalogue: Path) -> None:
    for message in messages(catalogue):
        for form in message.forms:
            assert form.endswith(":") == message.source.endswith(":"), message
            assert (form != form.strip()) == (message.source != message.source.strip()), message


def test_english_says_what_the_program_says() -> None:
    for message in messages(OWN["en"]):
        if not message.is_plural:
            assert message.forms == (message.source,)
        assert not VIETNAMESE_LETTER.search(message.source), "the source language is English"


def test_one_word_stands_for_one_thing_in_the_window_and_its_guide() -> None:
    texts = [form for message in messages(OWN["vi"]) for form in message.forms]
    texts += resource_path("guide/vi.md").read_text("utf-8").splitlines()
    # A fault of a wallet that is not known names nobody.
    texts.remove("nhà cung cấp")
    named = (re.sub(r"\{\w+\}", "{}", text) for text in texts)
    assert [text for text in named if REPLACED.search(text)] == []


def test_both_languages_have_the_same_texts() -> None:
    keys = [
        {(message.context, message.source, message.comment) for message in messages(catalogue)}
        for catalogue in OWN.values()
    ]
    assert keys[0] == keys[1]


@pytest.mark.parametrize("catalogue", [OWN["vi"], QT_VIETNAMESE], ids=lambda path: path.stem)
def test_vietnamese_is_spelled_one_way(catalogue: Path) -> None:
    for message in messages(catalogue):
        for form in message.forms:
            assert unicodedata.is_normalized("NFC", form), message
            assert not NEWER_SPELLING.search(form), message


def test_a_word_is_spelled_wrong_where_it_is() -> None:
    assert all(NEWER_SPELLING.search(word) for word in ("xoá", "Huỷ", "hoà.", "tuỳ chọn"))
    assert not any(NEWER_SPELLING.search(word) for word in ("xóa", "quý", "hoàn", "khoảng", "tùy"))


@pytest.mark.parametrize("part", QT_PARTS)
def test_qts_own_texts_are_complete(part: str) -> None:
    wanted = {source for context, source in qt_texts() if context == part}
    assert wanted, "Qt has no such part any more"
    written = {message.source for message in messages(QT_VIETNAMESE) if message.context == part}
    missing = wanted - written
    assert {source for source in missing if not QT_EXEMPT.search(source)} == set()


def test_the_keys_of_a_keyboard_have_names() -> None:
    written = {
        message.source for message in messages(QT_VIETNAMESE) if message.context == "QShortcut"
    }
    assert set(KEYS) - written == set()


# --- what lupdate does not see -----------------------------------------------------------------


def modules() -> Iterator[Path]:
    yield from sorted((ROOT / "videogen_desktop").rglob("*.py"))


def texts_in(module: Path) -> Iterator[tuple[str, str | None, int, bool]]:
    """Context, text (None where it is no literal), line and whether a number goes with it."""
    tree = ast.parse(module.read_text("utf-8"))
    yield from _texts_below(tree, "")


def _texts_below(node: ast.AST, context: str) -> Iterator[tuple[str, str | None, int, bool]]:
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else context
        yield from _texts_below(child, inner)
        if not isinstance(child, ast.Call):
            continue
        name = getattr(child.func, "attr", getattr(child.func, "id", ""))
        if name == "translate" and all(isinstance(part, ast.Name) for part in child.args[:1]):
            # A table of QT_TRANSLATE_NOOP, looked up at run time.
            continue
        if name == "tr" and child.args:
            yield context, _literal(child.args[0]), child.lineno, len(child.args) > 2
        elif name in ("translate", "QT_TRANSLATE_NOOP") and len(child.args) > 1:
            place = _literal(child.args[0]) or ""
            yield place, _literal(child.args[1]), child.lineno, len(child.args) > 3


def _literal(node: ast.expr) -> str | None:
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node.value if is_text else None  # type: ignore[attr-defined]


def test_every_translated_call_reached_the_catalogue() -> None:
    """lupdate drops a call that it cannot read, for example one with arithmetic in it."""
    known = {(message.context, message.source): message for message in messages(OWN["vi"])}
    lost = []
    for module in modules():
        for context, text, line, has_number in texts_in(module):
            place = f"{module.name}:{line}"
            message = None if text is None else known.get((context, text))
            if message is None:
                lost.append(f"{place}: {context}: {text!r}")
            elif message.is_plural != has_number or has_number != ("%n" in message.source):
                lost.append(f"{place}: {text!r} has no plural")
    assert lost == []


def test_a_translation_stands_in_the_catalogue_and_nowhere_else() -> None:
    """Comments repeated 766 of them, and eight had drifted from what the window said."""
    note = re.compile(r"^\s*#:", re.MULTILINE)
    product = (ROOT / "videogen_desktop").rglob("*.py")
    assert not [path for path in product if note.search(path.read_text(encoding="utf-8"))]
