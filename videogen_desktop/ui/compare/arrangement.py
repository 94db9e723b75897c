"""The places of clips of any shapes side by side: as large as they can be, all of one height."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from PySide6.QtCore import QRectF, QSizeF

# In how many rows, and how many stand in each.
_ROWS: dict[int, tuple[tuple[int, ...], ...]] = {
    1: ((1,),),
    2: ((2,), (1, 1)),
    3: ((3,), (2, 1), (1, 1, 1)),
    4: ((4,), (2, 2), (1, 1, 1, 1)),
}


def arranged(
    shapes: Sequence[float], room: QSizeF, caption: float, gap: float
) -> tuple[QRectF, ...]:
    """Where the pictures stand in `room`, each with `caption` of height free below it.

    `shapes` are widths over heights, of one to four clips. Of all ways to break them into rows the
    one in which most of the room is picture.
    """
    ways = [_in_rows(shapes, rows, room, caption, gap) for rows in _ROWS[len(shapes)]]
    return max(ways, key=lambda rects: rects[0].height())


def _in_rows(
    shapes: Sequence[float], rows: Sequence[int], room: QSizeF, caption: float, gap: float
) -> tuple[QRectF, ...]:
    lines = [shapes[start:end] for start, end in pairwise(accumulate(rows, initial=0))]
    high = (room.height() - gap * (len(lines) - 1)) / len(lines) - caption
    wide = min((room.width() - gap * (len(line) - 1)) / sum(line) for line in lines)
    height = max(1.0, min(high, wide))
    taken = len(lines) * (height + caption) + gap * (len(lines) - 1)
    top = max(0.0, (room.height() - taken) / 2)
    rects: list[QRectF] = []
    for line in lines:
        left = (room.width() - height * sum(line) - gap * (len(line) - 1)) / 2
        for shape in line:
            rects.append(QRectF(left, top, height * shape, height))
            left += height * shape + gap
        top += height + caption + gap
    return tuple(rects)


def fitted(shape: float, room: QRectF) -> QRectF:
    """The largest picture of this shape in the middle of `room`."""
    width = min(room.width(), room.height() * shape)
    height = width / shape
    return QRectF(room.center().x() - width / 2, room.center().y() - height / 2, width, height)
