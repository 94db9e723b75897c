"""Files that go into a request, and how they stand in its frozen body: by what they hold.

An address of an upload lives for a day and a body for ever, so a body has `{"$input": "<sha256>"}`
where the vendor takes an address, an object, because a prompt can never be one.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from videogen_desktop.domain.request import canonical

INPUT = "$input"
_SHA256 = re.compile(r"[0-9a-f]{64}")


class InputKind(StrEnum):
    """What a slot of a model takes."""

    IMAGE = "image"
    VIDEO = "video"
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that goes in, known by its content. What cannot be measured of its kind is None."""

    sha256: str
    kind: InputKind
    mime: str
    bytes: int
    width: int | None = None
    height: int | None = None
    duration_ms: int | None = None


class UploadFailure(StrEnum):
    """Why a request's files did not come to the vendor, as it stands with its video; nothing of
    the request itself has left."""

    MISSING = "upload_missing"
    REFUSED = "upload_refused"
    KEY = "upload_key"
    PACE = "upload_pace"
    PROXY = "upload_proxy"
    UNREACHABLE = "upload_unreachable"
    ANSWER = "upload_answer"


def input_object(sha256: str) -> dict[str, str]:
    """What stands in a body for the file's address."""
    return {INPUT: sha256}


def inputs_in(body: str) -> tuple[str, ...]:
    """The SHA-256 of every file that this canonical body needs an address of, each once, in the
    order in which they stand there."""
    # Most bodies have none, and every send asks.
    if f'"{INPUT}"' not in body:
        return ()
    return tuple(dict.fromkeys(_named(json.loads(body))))


def with_addresses(body: str, addresses: Mapping[str, str]) -> str:
    """The body that a vendor takes, canonical again: each file by its address (SHA-256 to address).

    Raises KeyError where one is missing: what was priced is sent whole or not at all.
    """
    if f'"{INPUT}"' not in body:
        return body
    return canonical(_filled(json.loads(body), addresses))


def _input_of(value: object) -> str | None:
    """The file that this value stands for, if it stands for one."""
    if not isinstance(value, dict) or len(value) != 1:
        return None
    sha256 = value.get(INPUT)
    is_one = isinstance(sha256, str) and _SHA256.fullmatch(sha256)
    return sha256 if is_one else None


def _named(value: object) -> Iterator[str]:
    sha256 = _input_of(value)
    if sha256 is not None:
        yield sha256
        return
    inner = list(value.values()) if isinstance(value, dict) else value
    if isinstance(inner, list):
        for one in inner:
            yield from _named(one)


def _filled(value: object, addresses: Mapping[str, str]) -> object:
    sha256 = _input_of(value)
    if sha256 is not None:
        return addresses[sha256]
    if isinstance(value, dict):
        return {name: _filled(one, addresses) for name, one in value.items()}
    if isinstance(value, list):
        return [_filled(one, addresses) for one in value]
    return value
