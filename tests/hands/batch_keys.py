"""The keys of the table of many videos, and what is seen after each."""

from tests.hands.person import Person
from tests.hands.shortcut_sheet import Look, Walks

# What stands in the table before: the first and the last row have a problem.
ROWS = "mô tả\tsố bản\nmột\tnhiều\nhai\t1\nba\tnhiều"


def on_row(words: str) -> Look:
    """Whether the keyboard is on the row with this description."""
    return lambda person: f"Mô tả: {words}" in getattr(person.focused(), "name", "")


def has_rows(count: int) -> Look:
    return lambda person: _rows(person) == count


def edits(person: Person) -> bool:
    """Whether a description is being edited in its place."""
    part = person.focused()
    return part is not None and part.role == "text" and person.text(part) == "ba"


def waits_first(words: str) -> Look:
    """Whether this is what is sent next."""
    return lambda person: bool(person.sees(f"1.  {words}"))


def _rows(person: Person) -> int:
    return sum(part.name.startswith("Mô tả: ") for part in person.parts())


QUEUE: Walks = {
    "Trong hàng đợi: gửi sớm hơn hoặc muộn hơn: Alt+Lên, Alt+Xuống": (
        ("alt+Down", waits_first("ba")),
        ("alt+Up", waits_first("hai")),
    ),
}
TABLE: Walks = {
    "Đến dòng có vấn đề tiếp theo hoặc trước đó: F8, Shift+F8": (
        ("F8", on_row("ba")),
        ("F8", on_row("một")),
        ("shift+F8", on_row("ba")),
    ),
    "Sửa ô: F2": (("F2", edits), ("Escape", on_row("ba"))),
    "Bỏ các dòng đã chọn: Del": (("Delete", has_rows(2)),),
    "Hoàn tác thay đổi vừa rồi: Ctrl+Z": (("ctrl+z", has_rows(3)),),
}
BATCH = TABLE | QUEUE
