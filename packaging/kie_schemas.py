"""Kie's schemas in its own form, as the sandbox serves them and checks against them."""

from typing import Any

Json = dict[str, Any]


def schema_of(facts: Json) -> Json:
    """One model: its input, its rules in Kie's spelling, and what its catalogue says."""
    return {
        "id": facts["id"],
        "provider": facts["provider"],
        "callback_required": facts["callback_required"],
        "price_text": facts["price_text"],
        "task_types": facts.get("catalogue", {}).get("taskType", []),
        "rules": facts.get("rules", []),
        "input": _object(facts)
        if "variants" not in facts
        else {"oneOf": [_object(one) for one in facts["variants"]]},
    }


def _object(facts: Json) -> Json:
    fields = facts["fields"]
    return {
        "type": "object",
        "properties": {one["name"]: _property(one) for one in fields},
        "required": [one["name"] for one in fields if one["required"]],
    }


def _property(facts: Json) -> Json:
    names = {
        "min_length": "minLength",
        "max_length": "maxLength",
        "max_items": "maxItems",
        "min_items": "minItems",
        "min": "minimum",
        "max": "maximum",
        "enum": "enum",
        "default": "default",
        "items": "items",
        "format": "format",
        "pattern": "pattern",
    }
    found: Json = {"type": facts["type"]}
    found.update({theirs: facts[ours] for ours, theirs in names.items() if ours in facts})
    return found
