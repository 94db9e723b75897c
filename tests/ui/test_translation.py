import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from videogen_desktop.ui.credit_text import credits_text
from videogen_desktop.ui.translation import Language, Translation

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted((ROOT / "i18n").glob("*.ts"))
PLACEHOLDER = re.compile(r"\{\w+\}|%\d|%L?n")
MODULES = [ROOT / "videogen_desktop/app.py", *(ROOT / "videogen_desktop/ui").rglob("*.py")]


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_every_text_is_translated_with_its_placeholders(catalogue: Path) -> None:
    # Written by this project, so no hostile XML.
    for message in ElementTree.parse(catalogue).iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, f"unfinished: {source}"
        forms = [form.text or "" for form in translation.iter("numerusform")]
        for form in forms or [translation.text or ""]:
            assert form, f"untranslated: {source}"
            assert sorted(PLACEHOLDER.findall(form)) == sorted(PLACEHOLDER.findall(source))


def translated_calls(module: Path) -> Iterator[ast.Call]:
    for call in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(call, ast.Call):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            if name in ("tr", "translate", "QT_TRANSLATE_NOOP"):
                yield call


def test_what_is_translated_can_be_extracted() -> None:
    wrong = []
    for module in MODULES:
        for call in translated_calls(module):
            # An f-string is extracted as it stands and never found; a plural in a keyword is
            # no plural to lupdate.
            if call.keywords or any(isinstance(part, ast.JoinedStr) for part in call.args):
                wrong.append(f"{module.name}:{call.lineno}")
    assert wrong == []


def test_a_switch_changes_texts_and_numbers(language: Translation) -> None:
    assert credits_text(1_234_50) == "1.234,5 credits"
    language.use(Language.ENGLISH)
    assert credits_text(1_234_50) == "1,234.5 credits"
    assert credits_text(1_00) == "1 credit"
    assert credits_text(-14_40) == "-14.4 credits"


def test_vietnamese_is_the_first_language(language: Translation) -> None:
    assert language.code == "vi"
    assert QLocale().language() is QLocale.Language.Vietnamese
    assert QCoreApplication.translate("Header", "Play money") == "Tiền ảo"


def test_qts_own_buttons_are_vietnamese(qtbot: QtBot, language: Translation) -> None:
    Standard = QDialogButtonBox.StandardButton  # noqa: N806
    box = QDialogButtonBox(Standard.Save | Standard.Cancel | Standard.Close | Standard.Discard)
    qtbot.addWidget(box)
    texts = {button.text().replace("&", "") for button in box.buttons()}
    assert texts == {"Lưu", "Hủy", "Đóng", "Không lưu"}


def test_the_editors_menu_is_vietnamese(qtbot: QtBot, language: Translation) -> None:
    editor = QPlainTextEdit()
    qtbot.addWidget(editor)
    menu = editor.createStandardContextMenu()
    texts = [action.text().split("\t")[0].replace("&", "") for action in menu.actions()]
    menu.deleteLater()
    assert [text for text in texts if text] == [
        "Hoàn tác",
        "Làm lại",
        "Cắt",
        "Sao chép",
        "Dán",
        "Xóa",
        "Chọn tất cả",
    ]
