"""Clips are dragged out into other programs; files and text of others onto the window."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hands.desktop import Desktop
from tests.hands.neighbour import Neighbour
from tests.hands.person import Person
from tests.hands.reading import Part
from tests.media.clip_files import write_clip


@pytest.fixture(scope="module")
def neighbour(laptop: Desktop) -> Iterator[Neighbour]:
    with Neighbour(laptop) as neighbour:
        yield neighbour


def prompt_text(person: Person) -> str:
    return person.text(person.find("Mô tả", "text"))


def file_of(person: Person, card: Part) -> Path:
    """The clip that this card shows."""
    (file,) = (one["file"] for one in person.videos() if card.name.startswith(one["prompt"]))
    return Path(file)


def test_a_card_is_dragged_out_wherever_it_is_taken(owner: Person, neighbour: Neighbour) -> None:
    card = owner.cards()[1]
    address = file_of(owner, card).as_uri()
    # Beside the controls, on the play button, on a small one, between them, below the picture.
    for where in ((0.2, 0.3), (0.5, 0.33), (0.7, 0.09), (0.6435, 0.09), (0.5, 0.85)):
        owner.drag(card.at(*where), neighbour.place)
        assert neighbour.dropped() == [address], where
    assert owner.sees("Tạm dừng", "push button") is None, "a drag from the play button plays"
    # Inside the window it becomes nothing. The next drop comes after this one was dealt with.
    owner.drag(card.at(0.2, 0.3), owner.find("Mô tả", "text"))
    owner.drag(card.at(0.2, 0.3), neighbour.place)
    assert neighbour.dropped() == [address]
    assert prompt_text(owner) == ""
    assert len(owner.cards()) == 3


def test_the_viewers_picture_is_dragged_out(owner: Person, neighbour: Neighbour) -> None:
    card = owner.cards()[1]
    address = file_of(owner, card).as_uri()
    owner.click(card.at(0.5, 0.85), times=2)
    owner.find("Toàn màn hình", "push button")
    owner.drag((300, 350), neighbour.place)
    assert neighbour.dropped() == [address]
    assert file_of(owner, card).is_file(), "a copy is dragged, never the library's own file"
    owner.press("Escape")
    owner.until_gone("Đóng trình xem", "push button")


def test_a_drag_takes_the_selection_along(owner: Person, neighbour: Neighbour) -> None:
    first, _second, third = owner.cards()
    owner.click(first.at(0.5, 0.85))
    owner.click(third.at(0.5, 0.85), "ctrl")
    owner.until(lambda: owner.sees("Đã chọn 2 video"), "two selected cards")
    owner.drag(third.at(0.5, 0.33), neighbour.place)
    addresses = {file_of(owner, card).as_uri() for card in (first, third)}
    assert set(neighbour.dropped()) == addresses


def test_what_is_dropped_on_the_prompt(owner: Person, neighbour: Neighbour, tmp_path: Path) -> None:
    card = owner.cards()[1]
    copy = Path(shutil.copy(file_of(owner, card), tmp_path / "copy.mp4"))
    neighbour.offer(str(copy))
    owner.drag(neighbour.place, owner.find("Mô tả", "text"))
    owner.until(lambda: prompt_text(owner) != "", "the request of the dropped clip")
    assert prompt_text(owner) == "Ruộng bậc thang mùa nước đổ"
    owner.find("Đã lấy lại mô tả từ “copy.mp4”", "label")
    owner.click(owner.find("Đóng", "push button"))
    owner.click(owner.find("Mô tả", "text"))
    owner.press("ctrl+a", "Delete")
    owner.until(lambda: prompt_text(owner) == "", "an empty prompt")
    # Text is no file: it is written where it is dropped.
    neighbour.offer("một con cá")
    owner.drag(neighbour.place, owner.find("Mô tả", "text"))
    owner.until(lambda: prompt_text(owner) == "một con cá", "the dropped text")
    owner.click(owner.find("Mô tả", "text"))
    owner.press("ctrl+a", "Delete")
    owner.until(lambda: prompt_text(owner) == "", "an empty prompt")


def test_a_clip_from_elsewhere_is_dropped_and_joins_the_library(
    owner: Person, neighbour: Neighbour, tmp_path: Path
) -> None:
    clip = write_clip(tmp_path / "Sông Hương.mp4")
    neighbour.offer(str(clip))
    owner.drag(neighbour.place, owner.cards()[0])
    owner.click(owner.find("Thêm vào thư viện", "push button"))
    owner.find("Sông Hương", "list item")
    assert len(owner.cards()) == 4
    assert {one["prompt"] for one in owner.videos()} >= {"Sông Hương"}
