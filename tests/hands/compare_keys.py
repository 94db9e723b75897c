"""The keys of clips side by side, and what is seen after each; two are compared before."""

from tests.hands.looks import current, gone, has_cards, player_walks, selected, shows
from tests.hands.person import Person
from tests.hands.shortcut_sheet import Look, Walks

COMPARES = shows("Thoát so sánh")
# Nothing else is so bright from top to bottom.
_WHITE = 200


def looks(name: str) -> Look:
    """Whether this is how the two are looked at."""
    return lambda person: any(part.name == name and part.is_checked for part in person.parts())


class Line:
    """The line between two clips, and where it was before."""

    def __init__(self) -> None:
        self._before = 0

    def stands(self, person: Person) -> bool:
        self._before = self._now(person)
        return self._before > 0

    def went(self, by: int) -> Look:
        """Whether it stands on that side of where it was."""

        def look(person: Person) -> bool:
            now = self._now(person)
            if not now or (now - self._before) * by <= 0:
                return False
            self._before = now
            return True

        return look

    def _now(self, person: Person) -> int:
        bar, caption = person.find("Thoát so sánh"), person.find("Video 1.")
        x, _, width, _ = person.frame().box
        top = bar.box[1] + bar.box[3]
        middle = (top + caption.box[1]) // 2
        # Above its grip.
        picture = person.picture((x, middle - 120, width, 90)).convert("L")
        columns = (picture.crop((at, 0, at + 1, 90)).tobytes() for at in range(width))
        return next((at for at, pixels in enumerate(columns) if min(pixels) > _WHITE), 0)


LINE = Line()
SIDE_BY_SIDE, WIPE = looks("Cạnh nhau"), looks("Kéo vạch để chuyển từ video này sang video kia")
FLIP = looks("Chồng lên nhau rồi lật qua lại")
_HEARS_FIRST, _HEARS_SECOND = (shows(f"Đang nghe tiếng của video {n} (A)") for n in (1, 2))
COMPARE: Walks = player_walks(
    play=(("space", shows("Phát")), ("k", shows("Tạm dừng")), ("k", shows("Phát"))),
    repeat=(("r", shows("Lặp lại")), ("r", shows("Ngừng lặp lại"))),
    # The middle of the first frame: that is the same moment in clips of any frame rate.
    start="0:00,02",
) | {
    "Nghe tiếng video tiếp theo: A": (("a", _HEARS_SECOND), ("a", _HEARS_FIRST)),
    "Khi có hai video: kéo vạch, hoặc cạnh nhau: W": (
        ("w", WIPE),
        ("w", SIDE_BY_SIDE),
        ("w", LINE.stands),
    ),
    "Dời vạch ngăn giữa hai video: Shift+Trái, Shift+Phải": (
        ("shift+Left", LINE.went(-1)),
        ("shift+Right", LINE.went(+1)),
    ),
    "Khi có hai video: lật sang video kia, cũng có thể giữ phím: B": (("b", FLIP),),
    "Thoát so sánh và giữ tất cả: Esc": (("Escape", gone(COMPARES)), ("s", COMPARES)),
    "Giữ video đó, các video còn lại vào thùng rác: 1, 2, 3, 4": (
        # Of two.
        ("3", COMPARES),
        ("4", COMPARES),
        ("2", has_cards(2)),
        ("ctrl+z", has_cards(3)),
        ("Left", current(0)),
        ("shift+Right", selected(2)),
        ("s", COMPARES),
        ("1", has_cards(2)),
        ("ctrl+z", has_cards(3)),
    ),
}
