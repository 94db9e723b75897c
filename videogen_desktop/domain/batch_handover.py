"""A batch on its way from one process of this machine to the one that runs the engine.

It travels as the first row's request, which carries all rows as a member of its own: what a
hand-over keeps is one request.
"""

from collections.abc import Sequence
from dataclasses import replace

from videogen_desktop.domain.batch import AskedRow, CheckedRow
from videogen_desktop.domain.request import (
    NoRequestError,
    VideoRequest,
    as_object,
    request_of_object,
)

MEMBER = "batch"


def handed_batch(name: str, rows: Sequence[CheckedRow]) -> VideoRequest:
    """These rows, which have no problems, as one request. Each says the most that it may cost: no
    more than it was priced at here."""
    priced = [(one.asked, one.priced, one.price) for one in rows if one.priced is not None]
    listed = [
        {
            "request": as_object(checked.request),
            "takes": asked.takes,
            "title": asked.title,
            "most": price,
        }
        for asked, checked, price in priced
    ]
    first = priced[0][1].request
    return replace(first, unknown={**first.unknown, MEMBER: {"name": name, "rows": listed}})


def handed_rows(request: VideoRequest) -> tuple[str, tuple[AskedRow, ...]]:
    """The name and the rows again. Raises NoRequestError for what is none."""
    handed = request.unknown.get(MEMBER)
    if not isinstance(handed, dict) or not isinstance(handed.get("rows"), list):
        raise NoRequestError(MEMBER)
    rows = enumerate(handed["rows"], 1)
    return str(handed.get("name", "")), tuple(_row(number, one) for number, one in rows)


def _row(number: int, stored: object) -> AskedRow:
    if not isinstance(stored, dict):
        raise NoRequestError(MEMBER)
    takes, most, title = stored.get("takes"), stored.get("most"), stored.get("title")
    if not (isinstance(takes, int) and isinstance(most, int) and isinstance(title, str)):
        raise NoRequestError(MEMBER)
    request = request_of_object(stored.get("request"))
    return AskedRow(number, request, takes=takes, most=most, title=title)
