"""Every key on the list that F1 shows, pressed where the list says (DESIGN.md section 14)."""

from pathlib import Path

from PIL import Image, ImageChops

from tests.hands.batch_keys import BATCH
from tests.hands.compare_keys import COMPARE, COMPARES
from tests.hands.desktop import Desktop
from tests.hands.looks import (
    all_selected,
    calendar,
    copied,
    copied_file,
    current,
    gone,
    has_cards,
    has_focus,
    has_size,
    has_width,
    player_walks,
    prompt_is,
    selected,
    shows,
    stands_at,
    takes,
)
from tests.hands.person import Person
from tests.hands.shortcut_sheet import (
    COLLECTIONS,
    PLACES,
    Look,
    Walks,
    read_sheet,
    see,
    unwalked,
    walk,
)
from tests.ui.player.clips import write_clip

SHEET, QUESTION = shows("Phím tắt", "label"), shows("Giữ lại")
MANY = shows("Mẫu có biến", "check box")
SETTINGS, SAVING = shows("Ngôn ngữ: English", "check box"), shows("Lưu video vào đâu?", "label")


def on_cards(person: Person) -> bool:
    return getattr(person.focused(), "role", "") in ("list", "list item")


# What lies over the prompt has the keyboard; Qt names no popup.
KEPT = gone(has_focus("Mô tả"))
# From the prompt, where a frame that was taken leaves the keyboard.
BACK_TO_CARDS = (("ctrl+f", has_focus("Tìm video")), ("Down", on_cards))
BACK_TO_VIEWER = ("Return", shows("Toàn màn hình"))
PROMPT: Walks = {
    "Chèn mô tả đã lưu hoặc đã dùng: Ctrl+Phím cách, /": (
        ("ctrl+space", KEPT),
        ("Escape", has_focus("Mô tả")),
        ("slash", KEPT),
        ("Escape", prompt_is("/")),
        ("BackSpace", prompt_is("")),
    ),
    "Xuống dòng: Shift+Enter": (("a", prompt_is("a")), ("shift+Return", prompt_is("a\n"))),
    "Tạo video: Enter": (("b", prompt_is("a\nb")), ("Return", prompt_is(""))),
    "Hoàn tác, kể cả lấy lại mô tả vừa gửi: Ctrl+Z": (
        ("ctrl+z", prompt_is("a\nb")),
        ("ctrl+a", has_cards(4)),
        ("BackSpace", prompt_is("")),
    ),
}
SEARCH: Walks = {
    "Đến ô tìm kiếm: Ctrl+F": (("ctrl+f", has_focus("Tìm video")),),
    "Từ ô tìm kiếm xuống các video: Xuống, Enter": (
        ("Down", on_cards),
        ("ctrl+f", has_focus("Tìm video")),
        ("Return", on_cards),
    ),
    "Xóa chữ đang tìm, rồi về các video: Esc": (
        ("ctrl+f", has_focus("Tìm video")),
        ("x", has_cards(0)),
        ("Escape", has_cards(4)),
        ("Escape", on_cards),
    ),
}
WINDOW: Walks = {
    "Sang phần tiếp theo hoặc quay lại: Tab, Shift+Tab": (
        ("Tab", gone(on_cards)),
        ("shift+Tab", on_cards),
    ),
    "Xem các phím tắt này: F1, Ctrl+/": (
        ("F1", SHEET),
        ("Escape", gone(SHEET)),
        ("ctrl+slash", SHEET),
        ("Escape", gone(SHEET)),
    ),
    "Nhiều video cùng lúc: Ctrl+B": (("ctrl+b", MANY), ("Escape", gone(MANY))),
    "Dán: mỗi dòng một video: Ctrl+Shift+V": (("ctrl+shift+v", MANY), ("Escape", gone(MANY))),
    "Mở cài đặt: Ctrl+,": (("ctrl+comma", SETTINGS), ("Escape", gone(SETTINGS))),
    "Hoàn tác việc xóa video: Ctrl+Z": (
        ("Delete", QUESTION),
        ("Tab", has_focus("Xóa video")),
        # As fast as that: its alert may not be there yet.
        ("space", has_cards(3)),
        ("ctrl+z", has_cards(4)),
    ),
    "Thoát chương trình: Ctrl+Q": (("ctrl+q", lambda person: person.ended() == 0),),
}


class Glimpse:
    """A part of a card's picture, and how it looked before."""

    def __init__(self, left: float, top: float, right: float, bottom: float) -> None:
        self._corners = left, top, right, bottom
        self._before: Image.Image | None = None

    def changes(self, person: Person) -> bool:
        """Whether it stands still and is another one than at the last time."""
        now = self._now(person)
        if self.moves(person) or (self._before and not differ(self._before, now)):
            return False
        self._before = now
        return True

    def moves(self, person: Person) -> bool:
        now = self._now(person)
        person.rest(0.15)
        return differ(now, self._now(person))

    def _now(self, person: Person) -> Image.Image:
        left, top, right, bottom = self._corners
        card = person.cards()[0]
        (x, y), (to_x, to_y) = card.at(left, top), card.at(right, bottom)
        return person.picture((x, y, to_x - x, to_y - y))


def differ(one: Image.Image, other: Image.Image) -> bool:
    bands = ImageChops.difference(one, other).split()
    return any(any(band.histogram()[16:]) for band in bands)


# The middle of a picture, its upper right corner, and the end of the bar along its lower edge.
MIDDLE, HEART, SOUND = (
    Glimpse(0.1, 0.2, 0.3, 0.4),
    Glimpse(0.88, 0.03, 0.97, 0.14),
    Glimpse(0.85, 0.55, 1.0, 0.67),
)
TITLE = shows("Tiêu đề", "text")
CARDS: Walks = {
    "Chuyển sang video bên cạnh: Trái, Lên, Xuống, Phải": (
        ("Right", current(1)),
        ("Left", current(0)),
        ("Down", current(2)),
        ("Up", current(0)),
    ),
    "Lên hoặc xuống một màn hình: PgUp, PgDown": (("Next", current(2)), ("Prior", current(0))),
    "Mở các bản của một yêu cầu, hoặc gộp lại: T": (
        ("Right", current(1)),
        ("t", takes(2)),
        ("t", takes(1)),
        ("Left", current(0)),
    ),
    "So sánh cạnh nhau: S": (
        ("Right", current(1)),
        ("s", COMPARES),
        ("Escape", gone(COMPARES)),
        ("t", takes(1)),
        ("Left", current(0)),
    ),
    "Đi tới ngày: G": (("g", calendar), ("Escape", gone(calendar))),
    "Thẻ lớn hơn hoặc nhỏ hơn: Ctrl++, Ctrl+-": (
        ("ctrl+plus", has_width(600, 720)),
        ("ctrl+minus", has_width(300, 400)),
        ("ctrl+minus", has_width(200, 299)),
    ),
    "Thẻ về cỡ thường: Ctrl+0": (("ctrl+0", has_width(300, 400)),),
    "Đến video đầu hoặc cuối: Home, End": (
        ("End", has_focus("Phố cổ Hội An")),
        ("Home", has_focus("Sông Hương")),
    ),
    "Phát hoặc tạm dừng: Phím cách": (("space", MIDDLE.moves), ("space", gone(MIDDLE.moves))),
    "Bật hoặc tắt tiếng: M": (("shift", SOUND.changes), ("m", SOUND.changes)),
    "Thêm vào hoặc bỏ khỏi yêu thích: H": (("shift", HEART.changes), ("h", HEART.changes)),
    "Đặt tiêu đề: F2": (("F2", TITLE), ("Escape", gone(TITLE))),
    "Đánh dấu đã xem, hoặc là mới: W": (
        ("w", shows("Sông Hương, Hoàn thành, Mới", "list item")),
        ("w", gone(shows("Sông Hương, Hoàn thành, Mới", "list item"))),
    ),
    "Chép video để dán sang nơi khác: Ctrl+C": (("ctrl+c", copied_file),),
    "Chép mô tả: Ctrl+Shift+C": (("ctrl+shift+c", copied("Sông Hương")),),
    "Lưu: Ctrl+S": (("ctrl+s", SAVING), ("Escape", gone(SAVING))),
    "Xóa (có hỏi lại): Del": (("Delete", QUESTION), ("Escape", gone(QUESTION))),
    "Chọn thêm video: Shift+Trái, Shift+Phải": (
        ("shift+Right", selected(2)),
        ("shift+Left", selected(1)),
    ),
    "Chọn tất cả: Ctrl+A": (("ctrl+a", all_selected),),
    "Bỏ chọn: Esc": (("Escape", selected(0)),),
    "Tiếp tục từ khung hình cuối: C": (("c", has_focus("Mô tả")), *BACK_TO_CARDS),
    "Mở trong trình xem: Enter": (("Return", shows("Toàn màn hình")),),
}
WINDOWED, WHOLE = has_size(1366, 709), has_size(1366, 768)
VIEWER: Walks = player_walks(
    # The clip is short: only one that repeats can be stopped for certain.
    play=(
        ("r", shows("Ngừng lặp lại")),
        ("space", shows("Phát")),
        ("k", shows("Tạm dừng")),
        ("k", shows("Phát")),
    ),
    repeat=(("r", shows("Lặp lại")),),
    start="0:00,00",
) | {
    "Đến 0%, 10%… 90% của video: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9": tuple(
        (digit, stands_at(f"0:00,{digit}0")) for digit in "1234567890"
    ),
    "Toàn màn hình: F, F11": (
        ("f", WHOLE),
        ("f", WINDOWED),
        ("F11", WHOLE),
        ("F11", WINDOWED),
    ),
    "Hiện hoặc ẩn chi tiết: I": (("i", shows("Hiện chi tiết")), ("i", shows("Ẩn chi tiết"))),
    "Thêm vào hoặc bỏ khỏi yêu thích: H": (
        ("h", shows("Bỏ yêu thích")),
        ("h", shows("Yêu thích")),
    ),
    "Video trước hoặc sau: P, PgUp, N, PgDown": (
        ("n", shows("2 / 3", "filler")),
        ("Next", shows("3 / 3", "filler")),
        ("p", shows("2 / 3", "filler")),
        ("Prior", shows("1 / 3", "filler")),
    ),
    "Đặt tiêu đề: F2": (("F2", TITLE), ("Escape", gone(TITLE))),
    # It is a take of a request of its own.
    "So sánh cạnh nhau: S": (("s", shows("Video này không có bản nào khác để so sánh.", "label")),),
    "Chép mô tả: Ctrl+Shift+C": (("ctrl+shift+c", copied("Chợ nổi Cái Răng lúc bình minh")),),
    "Chép video để dán sang nơi khác: Ctrl+C": (("ctrl+c", copied_file),),
    "Lưu: Ctrl+S": (("ctrl+s", SAVING), ("Escape", gone(SAVING))),
    "Xóa (có hỏi lại): Del": (("Delete", QUESTION), ("Escape", gone(QUESTION))),
    "Dùng khung hình này: U": (("u", has_focus("Mô tả")), *BACK_TO_CARDS, BACK_TO_VIEWER),
    "Tiếp tục từ khung hình cuối: C": (("c", has_focus("Mô tả")), *BACK_TO_CARDS, BACK_TO_VIEWER),
    "Rời toàn màn hình, hoặc đóng trình xem: Esc": (
        ("f", WHOLE),
        ("Escape", WINDOWED),
        ("Escape", has_cards(3)),
    ),
}


def in_strip(*names: str) -> Look:
    """Whether the clips of the strip stand in this order."""
    return lambda person: [card.name for card in person.cards()][-len(names) :] == list(names)


FIRST, SECOND = "Chợ nổi Cái Răng lúc bình minh", "Ruộng bậc thang mùa nước đổ"
EXPORT: Walks = {
    "Lùi hoặc tiến một khung hình: ,, .": (
        ("period", shows("0:00,06", "label")),
        ("period", shows("0:00,10", "label")),
        ("comma", shows("0:00,06", "label")),
    ),
    "Video bắt đầu ở khung hình này: I": (("i", shows("0:00,04 đến 0:01,00", "label")),),
    "Video kết thúc ở khung hình này: O": (
        ("period", shows("0:00,10", "label")),
        ("o", shows("0:00,04 đến 0:00,12", "label")),
    ),
    # What is cut repeats.
    "Phát hoặc tạm dừng: Phím cách, K": (("space", shows("Tạm dừng")), ("k", shows("Phát"))),
    "Đưa video lên trước hoặc ra sau: Ctrl+Trái, Ctrl+Phải": (
        ("ctrl+Right", in_strip(SECOND, FIRST)),
        ("ctrl+Left", in_strip(FIRST, SECOND)),
    ),
    "Bỏ video ra: Del": (("Delete", gone(in_strip(FIRST, SECOND))),),
}


def test_keys_in_the_strip_of_clips(owner: Person) -> None:
    first, second, _third = owner.cards()
    owner.click(first.at(0.5, 0.85))
    owner.click(second.at(0.5, 0.85), "ctrl")
    owner.click(owner.find("Ghép…", "push button"))
    see(owner, shows("Ghép 2 video"), "the strip")
    see(owner, shows("0:00,00", "label"), "its first frame")
    walk(owner, EXPORT)
    owner.press("Escape")
    see(owner, gone(shows("Ghép 2 video")), "the strip to go")


def test_keys_in_the_viewer(owner: Person) -> None:
    owner.click(owner.cards()[0].at(0.5, 0.85))
    owner.press("Return")
    see(owner, shows("Toàn màn hình"), "the viewer")
    walk(owner, VIEWER)


def test_the_list_has_no_key_without_a_walk_and_each_does_what_it_says(owner: Person) -> None:
    owner.press("F1")
    see(owner, SHEET, "the list")
    walked = (WINDOW, PROMPT, SEARCH, COLLECTIONS, CARDS, VIEWER, BATCH, EXPORT, COMPARE)
    walks = dict(zip(PLACES, walked, strict=True))
    assert read_sheet(owner) == {place: set(lines) for place, lines in walks.items()}
    assert [unwalked(lines) for lines in walks.values()] == [[]] * len(walks)
    owner.press("Escape")
    see(owner, gone(SHEET), "the list to go")
    walk(owner, PROMPT | SEARCH)
    # From a card that stays as it is: what has just been made gets its file, and buttons for it,
    # between Tab and Shift+Tab.
    owner.press("End")
    see(owner, current(3), "the last card")
    walk(owner, WINDOW)


def test_keys_on_cards(desktop: Desktop, library: Path, tmp_path: Path) -> None:
    # So narrow that two cards stand side by side.
    person = Person(desktop, library, "--theme", "light", "--window-size", "760x700")
    person.videogen("generate", "Ghe xuồng", "--takes", "2")
    # The newest of all.
    (tmp_path / "clips").mkdir()
    write_clip(tmp_path / "clips" / "Sông Hương.mp4", width=160, height=90, seconds=40)
    person.videogen("import", "--untagged", str(tmp_path / "clips"))
    with person:
        see(person, has_cards(4), "four of five cards, one of them two takes")
        person.click(person.cards()[0].at(0.5, 0.85))
        person.point(person.find("Cài đặt", "push button"))
        walk(person, CARDS)
