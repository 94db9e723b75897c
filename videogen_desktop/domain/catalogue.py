"""The models of a vendor, read from the facts that ship with the program (resources/models/)."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from videogen_desktop.domain.credits import hundredths_from_credits
from videogen_desktop.domain.model import Parameter, Price, VideoModel, WireType

FORMAT = 1
_UNITS = {"video": False, "second": True}


def models_at(path: Path, vendor: str) -> tuple[VideoModel, ...]:
    """What this file declares, the vendor's default model first. Raises OSError, ValueError: a file
    of ours that cannot be read is a defect of the installation."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    try:
        if stored["format"] != FORMAT:
            raise ValueError(stored["format"])
        return tuple(_model(entry, vendor) for entry in stored["models"])
    except (KeyError, TypeError) as error:
        raise ValueError(f"models of {vendor}: {error}") from error


def _model(entry: Mapping[str, Any], vendor: str) -> VideoModel:
    return VideoModel(
        id=entry["id"],
        vendor=vendor,
        title=entry["title"],
        prompt_limit=entry["prompt_limit"],
        typical_ms=entry["typical_ms"],
        parameters=tuple(_parameter(one) for one in entry["parameters"]),
        prices=tuple(_price(one) for one in entry["prices"]),
        constants=MappingProxyType(dict(entry.get("constants", {}))),
        prompt_wire=entry.get("prompt_wire", "prompt"),
    )


def _parameter(entry: Mapping[str, Any]) -> Parameter:
    return Parameter(
        role=entry["role"],
        wire=entry["wire"],
        type=WireType(entry["type"]),
        choices=tuple(entry.get("choices", ())),
        default=entry.get("default"),
        required=entry.get("required", False),
        minimum=entry.get("minimum"),
        maximum=entry.get("maximum"),
        step=entry.get("step"),
        longest=entry.get("longest"),
    )


def _price(entry: Mapping[str, Any]) -> Price:
    return Price(
        options=MappingProxyType(dict(entry["options"])),
        amount=hundredths_from_credits(str(entry["credits"])),
        per_second=_UNITS[entry["unit"]],
        source=entry["source"],
        day=date.fromisoformat(entry["day"]),
    )
