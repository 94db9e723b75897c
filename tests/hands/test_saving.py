"""Clips leave by one click, one key and a pull: into a folder, and into other programs."""

from pathlib import Path

import av
import pytest

from tests.hands.cards import CONTINUE, SAVE, control
from tests.hands.person import Person


def saved(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.suffix == ".mp4")


@pytest.mark.full
def test_a_finished_clip_is_in_its_folder_by_one_click(owner: Person, tmp_path: Path) -> None:
    folder = tmp_path / "TikTok"
    folder.mkdir()
    first, second, third = owner.cards()
    # Once, where to: the folder is typed into the system's dialog.
    owner.click(control(owner, first, SAVE))
    owner.find("Lưu video vào đâu?", "label")
    owner.click(owner.find("Chọn thư mục…", "push button"))
    owner.find("Chọn thư mục…", "dialog")
    owner.press("ctrl+a")
    owner.type(str(folder))
    owner.press("Return")
    owner.until(lambda: owner.sees("TikTok", "label"), "the folder in the dialog")
    owner.find("Ví dụ: ", "label")
    owner.press("Return")
    owner.until(lambda: len(saved(folder)) == 1, "the first file")
    # From now on, one click.
    owner.click(control(owner, second, SAVE))
    owner.until(lambda: len(saved(folder)) == 2, "the second file")
    owner.find("Đã lưu vào TikTok", "label")
    assert any("Ruộng bậc thang mùa nước đổ" in name for name in saved(folder))
    assert all(name.endswith(" 01.mp4") for name in saved(folder)), saved(folder)
    # Or one key; and what was too much is taken back.
    owner.click(third.at(0.5, 0.85))
    owner.press("ctrl+s")
    owner.until(lambda: len(saved(folder)) == 3, "the third file")
    owner.until(lambda: len(owner.cards()) == 3, "all cards")
    owner.click(owner.find("Hoàn tác", "push button"))
    owner.until(lambda: len(saved(folder)) == 2, "the third file to go")
    assert len(owner.videos()) == 3


@pytest.mark.full
def test_the_last_frame_goes_on_by_two_clicks(owner: Person) -> None:
    card = owner.cards()[0]
    owner.click(control(owner, card, CONTINUE))
    owner.until(lambda: any(" × " in part.name for part in owner.parts()), "the picture")
    owner.until(lambda: owner.find("Tạo video", "push button").is_enabled, "the button")
    owner.click(owner.find("Tạo video", "push button"))
    owner.until(lambda: len(owner.cards()) == 4, "the next video")
    parents = [one["parent"] for one in owner.videos()]
    assert parents[0] == owner.videos()[1]["id"]


@pytest.mark.full
def test_three_clips_become_one_for_tiktok(owner: Person, tmp_path: Path) -> None:
    folder = tmp_path / "TikTok"
    folder.mkdir()
    owner.click(owner.cards()[0].at(0.5, 0.85))
    owner.press("ctrl+a")
    owner.click(owner.find("Ghép…", "push button"))
    owner.click(owner.find("Chọn thư mục…", "push button"))
    owner.find("Chọn thư mục…", "dialog")
    owner.press("ctrl+a")
    owner.type(str(folder))
    owner.press("Return")
    owner.find("Lưu vào: ", "label")
    owner.until(lambda: owner.sees(str(folder), "label"), "the folder in the dialog")
    # The last one first: dragged before the others.
    clips = owner.cards()[-3:]
    owner.drag(clips[2], clips[0].at(0.05, 0.5))
    moved = [clips[2].name, clips[0].name, clips[1].name]
    owner.until(lambda: [one.name for one in owner.cards()[-3:]] == moved, "the new order")
    owner.click(owner.find("TikTok, Reels, Shorts", "radio button"))
    owner.click(owner.find("Ghép 3 video", "push button"))
    owner.until_gone("Ghép 3 video", "push button")
    # The window is not blocked meanwhile.
    owner.click(owner.find("Mô tả", "text"))
    owner.type("tiep")
    owner.until(lambda: owner.text(owner.find("Mô tả", "text")) == "tiep", "the typed text")
    owner.find("Đã xuất vào TikTok", "label")
    (film,) = folder.glob("*.mp4")
    with av.open(str(film)) as opened:
        video = opened.streams.video[0]
        assert (video.width, video.height) == (1080, 1920)
        assert opened.duration == pytest.approx(3_000_000, abs=200_000)
    owner.press("ctrl+a", "Delete")
