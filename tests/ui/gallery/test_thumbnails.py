import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.gallery.cards import card, ids
from tests.ui.gallery.conftest import Gallery, select_cards
from videogen_desktop.ui.gallery.thumbnails import ThumbnailCache, ThumbnailKey, ThumbnailLoader
from videogen_desktop.ui.picture import framed

# The card, its corners, and the whole of it.
_PIECES_OF_AN_UNKNOWN_CARD = 3


def key(path: object, width: int = 160, ratio: float = 1.0) -> ThumbnailKey:
    return ThumbnailKey(str(path), width, width * 9 // 16, ratio)


def picture(width: int = 100, height: int = 100) -> QImage:
    return QImage(width, height, QImage.Format.Format_RGB32)


@pytest.fixture
def loader(qtbot: QtBot) -> Iterator[ThumbnailLoader]:
    loader = ThumbnailLoader()
    yield loader
    loader.stop()
    loader.deleteLater()


def test_the_cache_stays_within_its_bytes() -> None:
    cache = ThumbnailCache(capacity=100_000)
    for number in range(10):
        cache.put(key(number), picture())
        assert cache.bytes_held <= 100_000
    assert key(9) in cache
    assert key(0) not in cache


def test_what_was_used_last_stays_longest() -> None:
    cache = ThumbnailCache(capacity=90_000)
    cache.put(key("a"), picture())
    cache.put(key("b"), picture())
    cache.get(key("a"))
    cache.put(key("c"), picture())
    assert key("a") in cache
    assert key("b") not in cache


def test_that_a_poster_is_missing_is_remembered() -> None:
    cache = ThumbnailCache()
    cache.put(key("a"), None)
    assert key("a") in cache
    assert cache.get(key("a")) is None


def test_a_poster_that_may_be_another_one_is_shown_until_it_was_read_again() -> None:
    cache = ThumbnailCache()
    old, new = picture(), picture()
    cache.put(key("a"), old)
    assert not cache.doubt("b")
    assert cache.doubt("a")
    assert key("a") not in cache
    assert cache.get(key("a")) is old
    cache.put(key("a"), new)
    assert key("a") in cache
    assert cache.get(key("a")) is new


def test_another_size_stands_in_until_the_right_one_is_here() -> None:
    cache = ThumbnailCache()
    cache.put(key("a", 160), picture())
    assert cache.get(key("a", 320)) is None
    assert cache.other_size("a") is not None


def test_a_poster_is_decoded_at_the_size_of_the_screen(
    qtbot: QtBot, loader: ThumbnailLoader, poster: Callable[[str], Path]
) -> None:
    wanted = key(poster("#cc3300"), 160, ratio=2.0)
    with qtbot.waitSignal(loader.loaded, raising=True):
        loader.want([wanted])
    image = loader.cache.get(wanted)
    assert image is not None
    assert (image.width(), image.devicePixelRatio()) == (320, 2.0)
    assert image.pixelColor(160, 90).name() == "#cc3300"


def test_a_file_that_is_no_picture_is_read_once(
    qtbot: QtBot, loader: ThumbnailLoader, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    with qtbot.waitSignal(loader.loaded, raising=True):
        loader.want([key(broken)])
    loader.want([key(broken)])
    assert loader.pending == 0


def test_what_the_view_no_longer_wants_is_dropped(
    qtbot: QtBot, loader: ThumbnailLoader, poster: Callable[[str], Path]
) -> None:
    path = poster("#00aa00")
    far = [key(path, 100 + number) for number in range(60)]
    near = key(path, 400)
    arrived: list[ThumbnailKey] = []
    loader.loaded.connect(arrived.append)
    loader.want(far)
    loader.want([near])
    qtbot.waitUntil(lambda: loader.pending == 0, timeout=5_000)
    assert near in arrived
    assert len(arrived) <= 3


def test_after_the_stop_nothing_is_decoded(
    loader: ThumbnailLoader, poster: Callable[[str], Path]
) -> None:
    loader.want([key(poster("#0000aa"), width) for width in range(100, 130)])
    loader.stop()
    loader.want([key(poster("#0000aa"), 500)])
    loader.stop()
    assert loader.pending <= 2


def test_a_portrait_picture_stands_whole_on_a_dark_copy_of_itself() -> None:
    image = picture(90, 160)
    image.fill(QColor("#ffffff"))
    result = framed(image, QSize(320, 180), 10, 1.0)
    assert result.size() == QSize(320, 180)
    assert result.pixelColor(160, 90).name() == "#ffffff"
    assert result.pixelColor(20, 90).lightness() < 140
    assert result.pixelColor(0, 0).alpha() == 0
    assert result.pixelColor(0, 179).alpha() == 255


def pieces(width: int) -> int:
    made = (one for one in gc.get_objects() if type(one) is QPixmap)
    return sum(one.width() == width for one in made)


def test_what_cards_of_another_size_are_made_of_is_let_go(gallery: Gallery) -> None:
    gallery.model.set_ids(ids(100))
    gallery.view.viewport().repaint()
    before = gallery.view.card_rect(0).width()
    # Galleries of other tests may not be gone yet.
    kept = pieces(before)
    gallery.view.resize(1_300, 800)
    gallery.view.viewport().repaint()
    assert gallery.view.card_rect(0).width() != before
    assert pieces(before) == kept - _PIECES_OF_AN_UNKNOWN_CARD


def test_what_only_composing_needs_is_let_go_when_every_card_stands(
    gallery: Gallery, qtbot: QtBot
) -> None:
    def paint() -> QImage:
        return gallery.view.viewport().grab().toImage()

    kept: list[int] = []

    def has_let_go() -> bool:
        paint()
        kept.append(pieces(gallery.view.card_rect(0).width()))
        # The ground of a card, and the stand-ins for one and for its picture.
        return kept[-1] <= max(kept) - 2

    gallery.show(card("a"), card("b"))
    qtbot.waitUntil(has_let_go)
    composed = paint()
    select_cards(gallery.view, ["a"])
    assert paint() != composed
    # Drawn again for whoever needs them, and the same.
    gallery.view.clearSelection()
    assert paint() == composed


def highest_piece(width: int) -> int:
    made = (one for one in gc.get_objects() if type(one) is QPixmap)
    return max(one.height() for one in made if one.width() == width)


def test_a_poster_on_a_card_is_not_kept_a_second_time(
    gallery: Gallery, qtbot: QtBot, poster: Callable[[str], Path]
) -> None:
    # No other gallery has cards as wide as these.
    gallery.view.resize(1_111, 800)
    gallery.show(card("a", poster=poster("#cc3300")))
    media = gallery.view.cards.media_rect(0)

    def paint() -> QImage:
        return gallery.view.viewport().grab().toImage()

    qtbot.waitUntil(lambda: paint().pixelColor(media.center()).name() == "#cc3300")
    shown = paint()
    qtbot.waitUntil(lambda: paint() == shown and highest_piece(media.width() + 2) < media.height())
    # Over this picture words are written; they and the poster are composed once.
    gallery.model.set_copy_percent("a", 40)
    assert paint() != shown
    assert highest_piece(media.width() + 2) > media.height()
    gallery.model.set_copy_percent("a", None)
    assert paint() == shown
    qtbot.waitUntil(lambda: paint() == shown and highest_piece(media.width() + 2) < media.height())


def test_posters_out_of_sight_are_given_back_at_rest_and_wanted_again_at_the_first_move(
    gallery: Gallery, qtbot: QtBot, poster: Callable[[str], Path]
) -> None:
    """1.2 MB of an idle window were posters that nobody saw."""
    gallery.view.resize(600, 400)
    gallery.show(*(card(f"{number}", poster=poster(f"#0000{number}0")) for number in range(10, 30)))
    posters = gallery.view.cards.posters
    loader = gallery.view.findChild(ThumbnailLoader)
    assert isinstance(loader, ThumbnailLoader)
    in_sight, around = len(gallery.view.visible_rows()), len(gallery.view.visible_rows(1))
    assert in_sight < around

    def has_come() -> bool:
        return len(loader.cache) == around and loader.pending == 0

    qtbot.waitUntil(has_come)
    posters.rest()  # painted meanwhile: somebody is at it
    assert len(loader.cache) == around
    posters.rest()
    assert len(loader.cache) == in_sight
    QTest.mouseMove(gallery.view.viewport(), gallery.view.card_rect(0).center())
    qtbot.waitUntil(has_come)
