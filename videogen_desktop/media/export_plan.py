"""An export's plan between the client and the export helper: one JSON object in an argument."""

import json
from dataclasses import asdict, fields
from pathlib import Path

from videogen_desktop.domain.export import Bars, ClipPart, ExportPlan, ExportTarget


def plan_text(plan: ExportPlan) -> str:
    """Its paths are absolute: the helper works in a folder of its own."""
    parts = [(str(part.path.absolute()), part.start_ms, part.end_ms) for part in plan.parts]
    target = None if plan.target is None else asdict(plan.target)
    words = {"bars": plan.bars.value, "title": plan.title, "comment": plan.comment}
    return json.dumps({"parts": parts, "target": target, **words}, ensure_ascii=False)


def plan_of(text: str) -> ExportPlan:
    """Raises ValueError, KeyError, TypeError."""
    stored = json.loads(text)
    parts = tuple(ClipPart(Path(path), start, end) for path, start, end in stored["parts"])
    target = stored["target"] and _target(stored["target"])
    return ExportPlan(parts, target, Bars(stored["bars"]), stored["title"], stored["comment"])


def _target(stored: dict[str, object]) -> ExportTarget:
    values = {field.name: stored[field.name] for field in fields(ExportTarget)}
    sides = values["sides"]
    return ExportTarget(**{**values, "sides": sides and tuple(sides)})  # type: ignore[arg-type]
