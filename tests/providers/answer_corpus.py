"""Shapes of answers with what each must give: recorded ones, reported ones, and our own.

One line of `tests/fixtures/answers/corpus.json` is one answer: the call it answers (`create` or
`record`, the latter of the task "abc" unless it names another), its HTTP status and body, and then
the id of the task, or the phase (null: it says nothing of the task), the addresses, where it
matters the spare ones, and the cost in hundredths of a credit.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parent.parent / "fixtures" / "answers" / "corpus.json"


@dataclass(frozen=True, slots=True)
class Shape:
    """One answer; `expected` are the columns that its call has."""

    name: str
    call: str
    http: int
    body: bytes
    expected: dict[str, Any]


def shapes(call: str | None = None) -> list[Shape]:
    """Those that answer this call, or all."""
    lines = json.loads(_FILE.read_text("utf-8"))
    return [_shape(line) for line in lines if call in (None, line["call"])]


def _shape(line: dict[str, Any]) -> Shape:
    head = {key: line.pop(key) for key in ("name", "call", "http")}
    # A byte that is no UTF-8 stands in the file as half a character.
    return Shape(**head, body=line.pop("body").encode("utf-8", "surrogateescape"), expected=line)
