"""The text in the clips: every Vietnamese letter, whole, within its room."""

import string
import unicodedata
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from videogen_desktop.sandbox.lettering import ELLIPSIS, LINE_HEIGHT, Lettering, text_mask

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
SMALL = [unicodedata.normalize("NFC", v + t) for v in "aăâeêioôơuưy" for t in TONES] + ["đ"]
VIETNAMESE = "".join(SMALL) + "".join(SMALL).upper()


@pytest.fixture
def lettering() -> Lettering:
    return Lettering(FONTS / "BeVietnamPro-SemiBold.ttf")


@pytest.mark.parametrize("weight", ["Regular", "Medium", "SemiBold", "Bold"])
def test_every_weight_has_all_of_vietnamese(weight: str) -> None:
    text = VIETNAMESE + string.ascii_letters + string.digits + string.punctuation + "“”‘’–—…·₫€"
    lettering = Lettering(FONTS / f"BeVietnamPro-{weight}.ttf")
    assert [letter for letter in text if not lettering.drawable(letter)] == []


def test_decomposed_text_is_composed(lettering: Lettering) -> None:
    assert lettering.drawable(unicodedata.normalize("NFD", "Tiếng Việt")) == "Tiếng Việt"


def test_what_the_font_cannot_draw_is_left_out(lettering: Lettering) -> None:
    assert lettering.drawable("🐱 Mèo  con 猫\n\u202eđùa\u0000!") == "Mèo con đùa!"


def test_marks_are_never_clipped(lettering: Lettering) -> None:
    block = lettering.fitted("ẾỄẶỮ ỵệặ " * 12, 600, 400, 1.0)
    mask = text_mask(block, 20)
    box = mask.getbbox()
    assert box is not None
    assert box[0] > 0 < box[1]
    assert box[2] < mask.width
    assert box[3] < mask.height


@pytest.mark.parametrize(
    "text", ["Biển", "Một con mèo chơi với cuộn len", "chữ " * 900, "liền" * 700]
)
def test_text_stays_within_its_room(lettering: Lettering, text: str) -> None:
    block = lettering.fitted(lettering.drawable(text), 600, 300, 1.0)
    assert block.height <= 300
    assert all(block.font.getlength(line) <= 600 for line in block.lines)


def test_short_text_is_whole_and_long_text_ends_in_an_ellipsis(lettering: Lettering) -> None:
    short = lettering.fitted("Một con mèo chơi với cuộn len", 600, 300, 1.0)
    assert " ".join(short.lines) == "Một con mèo chơi với cuộn len"
    assert lettering.fitted("chữ " * 900, 600, 300, 1.0).lines[-1].endswith(ELLIPSIS)


def test_lines_do_not_overlap(lettering: Lettering) -> None:
    font = lettering.font(60)
    picture = Image.new("L", (400, 400), 0)
    top, bottom = (
        ImageDraw.Draw(picture).textbbox((0, 0), text, font=font, anchor="ls")
        for text in ("Ế", "ặ")
    )
    assert bottom[3] - top[1] <= 60 * LINE_HEIGHT
