"""Output for people and scripts: one JSON object, a plain table, and a question at the terminal."""

import json
import os
import sys
import time
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from videogen_desktop.domain.clock import has_date
from videogen_desktop.domain.credits import credits_as_number
from videogen_desktop.domain.request import Options, OptionValue, canonical, plain_value
from videogen_desktop.domain.text import graphemes, is_noncharacter, only_seen
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.domain.video import Video
from videogen_desktop.domain.wallet import Wallet

JsonObject = dict[str, object]
SHORT_ID = 8
UNKNOWN_DATE = "date unknown"
_LEAST_PROMPT_WIDTH = 20


def print_json(value: Mapping[str, object]) -> None:
    """The one object, always UTF-8 (RFC 8259), whatever the console's encoding."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None and sys.stdout.encoding.lower() != "utf-8":
        reconfigure(encoding="utf-8")
    print(json.dumps(value, ensure_ascii=False, indent=2), flush=True)


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Aligned columns; the last one is cut to what is left of a terminal's width."""
    clean = [[printable(cell) for cell in row] for row in (headings, *rows)]
    widths = [max(columns(row[column]) for row in clean) for column in range(len(headings) - 1)]
    left = _space_left(sum(widths) + 2 * len(widths))
    lines = []
    for row in clean:
        cells = [
            cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=False)
        ]
        lines.append("  ".join([*cells, _cut(row[-1], left)]).rstrip())
    print("\n".join(lines))


def printable(text: str) -> str:
    """One line without anything that could command a terminal (escapes, direction marks)."""
    if text.isprintable():
        return text
    return " ".join(only_seen(text, _is_seen).split())


def columns(text: str) -> int:
    """How wide a terminal shows the text: 2 for an emoji or a Chinese letter, 0 for a mark."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def asks_yes(question: str) -> bool:
    """Whether the answer is yes; without a terminal there is nobody to ask, and it is no."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    print(f"videogen: {printable(question)} [y/N] ", end="", file=sys.stderr, flush=True)
    try:
        answer = sys.stdin.readline()
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return False
    return answer.strip().lower() in ("y", "yes")


def _is_seen(character: str) -> bool:
    if character.isprintable():
        return True
    # Emoji that are newer than this Python's tables.
    return unicodedata.category(character) == "Cn" and not is_noncharacter(character)


def rfc3339(milliseconds: int | None) -> str | None:
    """UTC with milliseconds and Z; None also for what no calendar has."""
    if milliseconds is None or not has_date(milliseconds):
        return None
    seconds, rest = divmod(milliseconds, 1000)
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%S}.{rest:03d}Z"


def local_time(milliseconds: int) -> str:
    """For people, in their own time zone."""
    if not has_date(milliseconds):
        return UNKNOWN_DATE
    # A quarter of what datetime's own conversion costs (measured), once for every row.
    return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(milliseconds // 1000))


def credits_text(hundredths: int, *, signed: bool = False) -> str:
    amount = credits_as_number(hundredths)
    return f"{amount:+}" if signed else str(amount)


def wallet_names(
    wallets: Sequence[Wallet], know_vendors: Callable[[], "Vendors"]
) -> dict[str, str]:
    """As Vendors.wallet_name; play money has its name without them."""
    return {
        wallet.id: wallet.key.provider
        if wallet.key.is_play_money
        else know_vendors().wallet_name(wallet.key)
        for wallet in wallets
    }


def option_words(options: Options) -> str:
    """The options of a request in one line."""
    return ", ".join(f"{role} {value_words(one)}" for role, one in options.items())


def value_words(value: OptionValue) -> str:
    """One value; a list as its JSON."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return canonical(plain_value(value)) if isinstance(value, tuple | Mapping) else str(value)


def video_object(video: Video, wallet: str | None, file: Path | None) -> JsonObject:
    """A video as every command's JSON shows it; amounts in credits."""
    return {
        "id": video.id,
        "title": video.title,
        "prompt": video.prompt,
        "original_prompt": video.request.original_prompt or None,
        "model": video.model_id,
        "options": {role: plain_value(one) for role, one in video.request.options.items()},
        "images": {slot: list(files) for slot, files in video.request.inputs.items()},
        "parent": video.parent_id,
        "take_group": video.take_group_id,
        "state": video.state.value,
        "reason": video.reason.value if video.reason else None,
        "task_id": video.task_id,
        "cost": credits_as_number(video.cost),
        "file": str(file) if file else None,
        "created_at": rfc3339(video.created_at),
        "ended_at": rfc3339(video.ended_at),
        "wallet": wallet,
    }


def no_video(sentence: str) -> JsonObject:
    """What `generate` prints when no video came to be."""
    return {
        "id": None,
        "state": None,
        "reason": None,
        "task_id": None,
        "cost": 0,
        "file": None,
        "error": sentence,
    }


def short_ids(video_ids: Sequence[str]) -> dict[str, str]:
    """The shortest prefixes, of eight characters or more, that still tell all ids apart."""
    for length in range(SHORT_ID, 37):
        found = {video_id: video_id[:length] for video_id in video_ids}
        if len(set(found.values())) == len(found):
            return found
    return {video_id: video_id for video_id in video_ids}


def _space_left(taken: int) -> int | None:
    if not sys.stdout.isatty():
        return None
    return max(os.get_terminal_size(sys.stdout.fileno()).columns - taken, _LEAST_PROMPT_WIDTH)


def _cut(text: str, width: int | None) -> str:
    if width is None or columns(text) <= width:
        return text
    head = ""
    for grapheme in graphemes(text):
        if columns(head + grapheme) >= width:
            break
        head += grapheme
    return head + "…"
