"""A single cell of a batch: a value, files, a number of takes, a name, an amount."""

import json
import mimetypes
import re
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from videogen_desktop.domain.aspect_ratio import LANDSCAPE, PORTRAIT, SQUARE, exact_ratio
from videogen_desktop.domain.batch_columns import MOST, TAKES, folded_name
from videogen_desktop.domain.clip import CLIP_SUFFIXES
from videogen_desktop.domain.credits import hundredths_from_credits
from videogen_desktop.domain.errors import (
    FileAddressError,
    OptionValueError,
    TitleTooLongError,
)
from videogen_desktop.domain.parameter import ASPECT_RATIO, Parameter, WireType
from videogen_desktop.domain.request import MOST_TAKES, OptionValue

LONGEST_TITLE = 200
# What people write in Vietnamese and English, folded, for what models take.
_SHAPES = {
    **dict.fromkeys(("doc", "dung", "man hinh doc"), PORTRAIT),
    **dict.fromkeys(("ngang", "man hinh ngang"), LANDSCAPE),
    "vuong": SQUARE,
}
_FLAGS = {
    **dict.fromkeys(("co", "bat", "dung", "1", "x"), "true"),
    **dict.fromkeys(("khong", "tat", "sai", "0"), "false"),
}
_RATIO = re.compile(r"(\d+)\s*[:x×/]\s*(\d+)", re.IGNORECASE)
_NUMBER = re.compile(r"([-+]?\d+(?:[.,]\d+)?)\s*(?:s|sec|seconds?|gi[aâ]y)?", re.IGNORECASE)


def option_value(parameter: Parameter, text: str) -> OptionValue:
    """The value that a cell says: as the model takes it, or as people write that. Raises
    OptionValueError."""
    for one in (text, *_otherwise(parameter, text)):
        with suppress(OptionValueError):
            return parameter.checked(one)
    return parameter.checked(text)


def _otherwise(parameter: Parameter, text: str) -> Iterator[str]:
    name = folded_name(text)
    if parameter.role == ASPECT_RATIO:
        ratio = _RATIO.fullmatch(text)
        spelled = f"{ratio[1]}:{ratio[2]}" if ratio else _SHAPES.get(name, name)
        yield spelled
        # A model of shapes by name takes the ratio that a word stands for.
        yield from (str(one) for one in parameter.choices if exact_ratio(str(one)) == spelled)
    elif parameter.type is WireType.BOOLEAN:
        yield _FLAGS.get(name, name)
    else:
        number = _NUMBER.fullmatch(text)
        if number is not None:
            plain = number[1].replace(",", ".")
            yield plain.removesuffix(".0")
        yield from (str(one) for one in parameter.choices if folded_name(str(one)) == name)


def paths_in(text: str, folder: Path | None) -> tuple[Path, ...]:
    """The files that a cell names: a path or an address of this machine, several in lines, after
    semicolons, or as a JSON list. Those that are not whole begin at `folder`.

    Raises FileAddressError for what is no file of this machine.
    """
    return tuple(_path(one, folder) for one in _listed(text))


def _listed(text: str) -> list[str]:
    if text.startswith("["):
        with suppress(ValueError, RecursionError):
            read = json.loads(text)
            if isinstance(read, list) and all(isinstance(one, str) for one in read):
                return [one for one in read if one.strip()]
    parts = [one for one in (part.strip() for part in re.split(r"[;|\n]", text)) if one]
    if len(parts) == 1 and "," in text:
        # A comma may be part of a name, unless a file's name ends before each.
        pieces = [part.strip() for part in text.split(",")]
        if all(mimetypes.guess_type(piece)[0] for piece in pieces):
            return pieces
    return parts


def _path(text: str, folder: Path | None) -> Path:
    # Windows copies a path with quotes around it.
    name = text.strip().strip('"')
    scheme, colon, _rest = name.partition("://")
    if colon and scheme.lower() != "file":
        raise FileAddressError(name)
    if colon:
        address = urlsplit(name)
        if address.netloc not in ("", "localhost"):
            raise FileAddressError(name)
        path = Path(url2pathname(address.path))
    else:
        path = _from_home(Path(name))
    if path.is_absolute():
        return path
    if folder is None:
        raise FileAddressError(name)
    return folder / path


def _from_home(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def takes_in(text: str) -> int:
    """How often the row is made. Raises OptionValueError."""
    number = _NUMBER.fullmatch(text)
    takes = number[1].removesuffix(".0") if number else ""
    if not (takes.isdecimal() and 1 <= int(takes) <= MOST_TAKES):
        raise OptionValueError(TAKES, text, tuple(range(1, MOST_TAKES + 1)))
    return int(takes)


def title_in(text: str) -> str:
    """Without the suffix of a clip's file: a file of this name gets its own. Raises
    TitleTooLongError."""
    title = " ".join(text.split())
    if Path(title).suffix.lower() in CLIP_SUFFIXES:
        title = title[: -len(Path(title).suffix)]
    if len(title) > LONGEST_TITLE:
        raise TitleTooLongError(len(title), LONGEST_TITLE)
    return title


def most_in(text: str) -> int:
    """Hundredths, rounded down: never more than was said. Raises OptionValueError."""
    plain = text.replace(",", ".") if text.count(",") == 1 and "." not in text else text
    try:
        amount = min(hundredths_from_credits(plain), int(Decimal(plain) * 100))
    except (InvalidOperation, ValueError, OverflowError):
        amount = 0
    if amount <= 0:
        raise OptionValueError(MOST, text, ())
    return amount
