"""The viewer shows a video's relatives, and a click goes there."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton

from tests.ui.gallery.cards import card
from tests.ui.viewer.conftest import Page
from tests.ui.viewer.fakes import FakeFamilies, newer
from videogen_desktop.domain.events import VideoChanged, VideoRemoved
from videogen_desktop.domain.video import Family, LibraryItem

NOT_HERE = "The video that it continues is not in the library."


def child_of(parent: str, video_id: str, prompt: str = "Một con mèo") -> LibraryItem:
    item = card(video_id, prompt=prompt)
    request = replace(item.video.request, parent=parent)
    return replace(item, video=replace(item.video, request=request))


def families(page: Page) -> FakeFamilies:
    gallery: FakeFamilies = page.bridge.engine.gallery
    return gallery


def reads(page: Page, text: str) -> bool:
    # What has just been laid out is shown in the next turn of the loop.
    QCoreApplication.processEvents()
    return text in page.texts()


def names(page: Page) -> list[str]:
    return [poster.accessibleName() for poster in page.viewer.panel.family.posters]


def test_parent_children_and_takes_stand_there_and_a_click_goes_to_them(page: Page) -> None:
    parent, middle, child = card("a", prompt="Gốc"), child_of("a", "b"), child_of("b", "c", "Tiếp")
    page.put(parent, middle, child, card("t", prompt="Anh em"))
    families(page).known["b"] = Family((parent,), (child,), (card("t", prompt="Anh em"),))
    page.viewer.open_video("b")
    shown = names(page)
    assert [name.partition(",")[0] for name in shown] == [
        "Continues: Gốc",
        "Continued by: Tiếp",
        "Made at once: Anh em",
    ]
    assert not reads(page, NOT_HERE)
    page.qtbot.mouseClick(page.viewer.panel.family.posters[1], Qt.MouseButton.LeftButton)
    assert page.viewer.video_id == "c"
    assert names(page) == []


def test_a_video_alone_has_no_such_part(page: Page) -> None:
    page.put(card("a"))
    page.viewer.open_video("a")
    assert not page.viewer.panel.family.isVisible()


def test_a_parent_that_is_not_here_is_said_quietly(page: Page) -> None:
    page.put(child_of("gone", "b"))
    page.viewer.open_video("b")
    assert reads(page, NOT_HERE)
    # Its own parent may still be here.
    families(page).known["b"] = Family((card("grandparent"),))
    page.viewer.details.refresh()
    assert reads(page, NOT_HERE)
    assert len(names(page)) == 1


def test_a_relative_that_comes_changes_or_goes_is_followed(page: Page) -> None:
    item, child = card("a"), child_of("a", "b")
    page.put(item, child)
    page.viewer.open_video("a")
    families(page).known["a"] = Family((), (child,))
    page.viewer.apply(VideoChanged(child))
    assert len(names(page)) == 1
    families(page).known["a"] = Family((), (newer(child),))
    page.viewer.apply(VideoChanged(newer(child)))
    assert len(names(page)) == 1
    families(page).known["a"] = Family()
    page.viewer.apply(VideoRemoved("b", 9))
    assert not page.viewer.panel.family.isVisible()
    asked = len(page.examiner.calls)
    page.viewer.apply(VideoChanged(card("stranger")))
    assert len(page.examiner.calls) == asked


def test_news_of_the_video_itself_leave_the_keyboard_on_the_poster(page: Page) -> None:
    item, child = card("a"), child_of("a", "b")
    page.put(item, child)
    families(page).known["a"] = Family((), (child,))
    page.viewer.open_video("a")
    (poster,) = page.viewer.panel.family.posters
    poster.setFocus()
    page.put(newer(item, favourite=True))
    page.viewer.apply(VideoChanged(newer(item, favourite=True)))
    assert poster.hasFocus()


def test_posters_are_decoded_and_painted(page: Page, tmp_path: Path) -> None:
    red = QImage(320, 180, QImage.Format.Format_RGB32)
    red.fill(QColor("#d02020"))
    assert red.save(str(tmp_path / "p.jpg"))
    child = replace(child_of("a", "b"), poster=tmp_path / "p.jpg")
    page.put(card("a"), child)
    families(page).known["a"] = Family((), (child,))
    page.viewer.open_video("a")
    (poster,) = page.viewer.panel.family.posters

    def is_red() -> bool:
        return poster.grab().toImage().pixelColor(poster.width() // 2, 20).red() > 180

    page.qtbot.waitUntil(is_red)


def test_a_relatives_name_stands_below_its_poster(page: Page) -> None:
    child = child_of("a", "b", "MMMMMMMMMMMM")
    page.put(card("a"), child)
    families(page).known["a"] = Family((), (child,))
    page.viewer.open_video("a")
    (poster,) = page.viewer.panel.family.posters
    picture = poster.grab().toImage()
    ground = picture.pixelColor(0, picture.height() - 1)
    below = range(62, picture.height())
    assert any(picture.pixelColor(x, y) != ground for x in range(60) for y in below)


def test_many_relatives_do_not_fill_the_panel(page: Page) -> None:
    children = tuple(child_of("a", f"c{number}") for number in range(40))
    page.put(card("a"))
    families(page).known["a"] = Family((), children)
    page.viewer.open_video("a")
    assert len(names(page)) == 12
    assert reads(page, "and 28 more")


def test_finished_takes_are_offered_beside_it_four_at_most(page: Page, tmp_path: Path) -> None:
    """The oldest first, and the one that is shown always among them."""
    takes = [
        card(f"t{number}", created_at=number, clip=tmp_path / f"{number}.mp4")
        for number in range(1, 6)
    ]
    unfinished = card("t6", created_at=6)
    page.put(*takes, unfinished)
    families(page).known["t5"] = Family(takes=(*takes[:4], unfinished))
    page.viewer.open_video("t5")
    asked = QSignalSpy(page.viewer.panel.family.compareRequested)
    page.qtbot.keyClick(page.viewer, Qt.Key.Key_S)
    (button,) = page.viewer.panel.family.findChildren(QPushButton)
    button.click()
    assert [asked.at(n) for n in range(asked.count())] == [[("t1", "t2", "t3", "t5")]] * 2


def test_there_is_nothing_to_compare_a_video_alone_with(page: Page, tmp_path: Path) -> None:
    page.put(card("a", clip=tmp_path / "a.mp4"))
    page.viewer.open_video("a")
    asked = QSignalSpy(page.viewer.panel.family.compareRequested)
    page.qtbot.keyClick(page.viewer, Qt.Key.Key_S)
    assert [asked.at(n) for n in range(asked.count())] == [[()]]
