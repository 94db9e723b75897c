"""A result that is not on this disk says how long the provider likely keeps it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.ui.gallery.cards import card
from tests.ui.gallery.conftest import Gallery
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import EXPIRY_WARNING_MS, LibraryItem
from videogen_desktop.ui.gallery import row_words, wording
from videogen_desktop.ui.gallery.actions import CardAction, actions_for
from videogen_desktop.ui.gallery.visible_cards import ContentReader
from videogen_desktop.ui.theme.tokens import LIGHT

NOW = 1_795_000_000_000
HOUR, DAY = 3_600_000, 86_400_000


def kept(left_ms: int, **changes: object) -> LibraryItem:
    return replace(card("a"), expires_at=NOW + left_ms, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left_ms", "words", "urgent"),
    [
        (14 * DAY, "The provider keeps it for about 14 days", False),
        (EXPIRY_WARNING_MS + 1, "The provider keeps it for about 3 days", False),
        (EXPIRY_WARNING_MS, "The provider keeps it for about 3 days", True),
        (47 * HOUR, "The provider keeps it for about 47 hours", True),
        (HOUR - 1, "The provider keeps it for less than an hour", True),
        (0, "Has likely expired at the provider", True),
        (-DAY, "Has likely expired at the provider", True),
    ],
)
def test_the_last_72_hours_are_urgent(left_ms: int, words: str, urgent: bool) -> None:
    item = kept(left_ms)
    assert wording.expiry_note(item, NOW).replace("%n", "") == words
    assert wording.is_expiry_urgent(item, NOW) is urgent


@pytest.mark.parametrize(
    "item",
    [
        kept(HOUR, clip=Path("here.mp4")),
        kept(HOUR, result_gone=True),
        card("a"),
        card("a", state=VideoState.PROCESSING),
    ],
)
def test_what_is_safe_or_gone_has_no_clock(item: LibraryItem) -> None:
    assert wording.expiry_note(item, NOW) == ""
    assert not wording.is_expiry_urgent(item, NOW)


def test_a_result_that_is_gone_says_so_and_can_be_asked_for_once_more() -> None:
    gone = kept(HOUR, result_gone=True, clip_failure="gone")
    assert wording.media_note(gone) == "The provider no longer has this video"
    assert "no longer has this video" in row_words.accessible_description(gone)
    assert CardAction.FETCH in actions_for(gone)


def test_a_download_that_has_just_begun_is_not_offered_again() -> None:
    assert CardAction.FETCH not in actions_for(kept(DAY))
    assert CardAction.FETCH in actions_for(kept(DAY, clip_failure="unreachable"))
    # It was here, and its room in the cache was needed.
    assert CardAction.FETCH in actions_for(kept(DAY, poster=Path("here.webp")))
    assert CardAction.FETCH not in actions_for(kept(DAY, clip=Path("here.mp4")))


def test_a_card_follows_the_clock(gallery: Gallery) -> None:
    item = kept(EXPIRY_WARNING_MS + HOUR)
    gallery.show(item)
    reader: ContentReader = gallery.view.cards.reader
    size = gallery.view.card_rect(0).size()
    before, after = (reader.read(item, size, False, now) for now in (NOW, NOW + 2 * HOUR))
    assert (before.expires_soon, after.expires_soon) == (False, True)
    assert before != after


def media_of(gallery: Gallery, qtbot: QtBot) -> QImage:
    # A window that has just moved paints what there is time for, and the rest once it stands still.
    qtbot.waitUntil(lambda: not gallery.view.cards.in_motion)
    media = gallery.view.cards.media_rect(0)
    return gallery.view.viewport().grab(QRect(media)).toImage()


def has_colour(image: QImage, colour: str) -> bool:
    wanted = QColor(colour).rgb()
    rows, columns = range(0, image.height()), range(0, image.width(), 2)
    return any(image.pixel(x, y) == wanted for y in rows for x in columns)


@pytest.mark.parametrize(("days", "warns"), [(1, True), (10, False)])
def test_an_urgent_card_has_the_warnings_colour(
    gallery: Gallery, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, days: int, warns: bool
) -> None:
    monkeypatch.setattr("time.time_ns", lambda: NOW * 1_000_000)
    gallery.show(kept(days * DAY))
    assert has_colour(media_of(gallery, qtbot), LIGHT.warning_soft) is warns


def test_a_picture_carries_the_clock_too(
    gallery: Gallery,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    poster: Callable[[str], Path],
) -> None:
    monkeypatch.setattr("time.time_ns", lambda: NOW * 1_000_000)
    plain = replace(card("a"), poster=poster("#335577"))
    gallery.show(plain)
    gallery.view.cards.posters.painted()
    without = media_of(gallery, qtbot)
    gallery.show(replace(plain, expires_at=NOW + DAY))
    assert media_of(gallery, qtbot) != without
