"""Writes what ships of Kie's models: `python packaging/kie_catalogue.py FACTS.json`.

FACTS is a compilation of Kie's schema pages and price feed ("kie-video-models/1": per model its
fields with wire types, rules and price rows, each with source and day). Two files come of it:
`resources/models/kie.json`, the declarations that the program reads, and
`resources/models/kie-schemas.json`, the schemas as Kie publishes them with the rules in its own
spelling, which the sandbox checks against and knows nothing of the first.
"""

import json
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kie_fields import Names, file_member, role_of
from kie_schemas import schema_of

Json = dict[str, Any]
_OUT = Path(__file__).parents[1] / "resources" / "models"
_KINDS = {
    "t2v": "text",
    "i2v": "image",
    "flf2v": "frames",
    "r2v": "references",
    "edit": "edit",
    "extend": "extend",
    "upgrade": "upscale",
    "upscale": "upscale",
    "avatar": "avatar",
    "motion": "motion",
    "lip_sync": "lip_sync",
}
_SUFFIXES = {
    "image": "Image",
    "frames": "Transition",
    "references": "Reference",
    "edit": "Edit",
    "extend": "Extend",
    "upscale": "Upscale",
    "avatar": "Avatar",
    "motion": "Motion",
    "lip_sync": "Lip Sync",
}
_TITLES = {
    "kling-3.0/video": "Kling 3.0",
    "runway": "Runway",
    "veo-3-1": "Veo 3.1",
    "runway/gen4-aleph": "Runway Aleph",
    "topaz/video-upscale": "Topaz Upscale",
    "veo/get-1080p-video": "Veo 1080p Upscale",
    "veo/get-4k-video": "Veo 4K Upscale",
    "omnihuman-1-5": "OmniHuman 1.5",
    "infinitalk/from-audio": "InfiniTalk Avatar",
    "volcengine/video-to-video-lip-sync": "Volcengine Lip Sync",
    "grok-imagine-video-1-5-preview": "Grok Imagine 1.5 Preview",
    "gemini-omni-video": "Gemini Omni",
    "google/gemini-omni-flash-1-1": "Gemini Omni Flash 1.1",
    "kling/ai-avatar-pro": "Kling Avatar Pro",
    "kling/ai-avatar-standard": "Kling Avatar",
}
# What the program says of a price: the recorded list of models names some of them.
_SOURCES = {"CAT": "Kie's model list"}
# The first is what a new wallet begins with; the others follow as the facts list them.
_FIRST = ("kling-2.6/text-to-video", "wan/2-7-text-to-video", "veo-3-1")
_TYPICAL_MS = {"kling-2.6/text-to-video": 180_000, "wan/2-7-text-to-video": 240_000}
# The median of 24 recorded runs.
_USUALLY_MS = 120_000
# Where the schema has no limit of its own.
_LONGEST_PROMPT = 5_000
# What Kie ends with for a field that it must have and that the facts give no default.
_DEFAULTS: Mapping[tuple[str, str], Any] = {
    ("kling-2.6/text-to-video", "audio"): True,
    ("kling-2.6/text-to-video", "aspect_ratio"): "16:9",
    ("kling-2.6/image-to-video", "audio"): True,
    ("kling-3.0/video", "multi_prompt"): [],
    ("kling-3.0-omni/text-to-video", "customize_multi_shots"): False,
    ("wan/2-7-text-to-video", "resolution"): "720p",
    ("wan/2-6-flash-image-to-video", "audio"): True,
    ("runway", "aspect_ratio"): "16:9",
    ("gemini-omni-video", "aspect_ratio"): "16:9",
    ("google/gemini-omni-flash-1-1", "aspect_ratio"): "16:9",
    ("wan/2-5-text-to-video", "aspect_ratio"): "16:9",
}
# Which picture of an earlier task is meant: beside a picture of its own it excludes that one.
_UNSAID = frozenset({("grok-imagine/image-to-video", "index")})


def main(arguments: Sequence[str]) -> int:
    facts = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    models = [one for one in facts["models"] if "helper" not in one["task_types"]]
    models.sort(key=lambda one: _FIRST.index(one["id"]) if one["id"] in _FIRST else len(_FIRST))
    source = "Kie's schema pages and price feed"
    head = {"source": source, "day": facts["compiled"]}
    sources = {name: _SOURCES.get(name, "Kie's price feed") for name in facts["sources"]}
    _write("kie.json", {"format": 2, **head}, [_model(one, sources) for one in models])
    _write("kie-schemas.json", {"format": 1, **head}, [schema_of(one) for one in models])
    print(len(models), "models")
    return 0


def _write(name: str, head: Json, models: Sequence[Json]) -> None:
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in models)
    start = json.dumps(head, ensure_ascii=False)[:-1]
    (_OUT / name).write_text(f'{start}, "models": [\n{lines}\n]}}\n', encoding="utf-8")


# --- declarations ----------------------------------------------------------------------------


def _model(facts: Json, sources: Mapping[str, str]) -> Json:
    model_id, kinds = facts["id"], _kinds(facts)
    names = Names(facts)
    prompt = next((one for one in facts["fields"] if one["role"] == "prompt"), None)
    model: Json = {
        "id": model_id,
        "title": _title(model_id, kinds[0]),
        "maker": facts["provider"],
        "kinds": kinds,
        "prompt_limit": (prompt or {}).get("max_length")
        or (prompt or {}).get("doc_max_length")
        or _LONGEST_PROMPT,
        "typical_ms": _TYPICAL_MS.get(model_id, _USUALLY_MS),
        "prompt": _prompt(prompt),
        "parameters": [_parameter(model_id, one) for one in names.parameters],
        "slots": [slot for one in facts["fields"] for slot in names.slots_of(one)],
        "constants": _constants(model_id),
        "left_out": names.left_out(),
        "rules": [
            *(rule for one in facts.get("rules", ()) for rule in names.rules(one)),
            *names.variant_rules(),
            *names.entry_rules(),
        ],
        "prices": [names.price(one, sources) for one in facts["prices"]],
    }
    parent = next((one["name"] for one in facts["fields"] if one["role"] == "parent_task"), "")
    if parent:
        model["parent_wire"] = parent
    return {
        name: value for name, value in model.items() if value not in ([], {}) or name in _ALWAYS
    }


_ALWAYS = ("parameters", "prices")


def _kinds(facts: Json) -> list[str]:
    return list(dict.fromkeys(_KINDS[kind] for kind in facts["task_types"]))


def _title(model_id: str, kind: str) -> str:
    if model_id in _TITLES:
        return _TITLES[model_id]
    family, _, rest = model_id.partition("/")
    words = rest if family in {"bytedance", "hailuo", "wan", "kling"} else family
    for task in ("text-to-video", "image-to-video", "reference-to-video", "video-to-video"):
        words = words.replace(task, "")
    for task in ("speech-to-video", "motion-control", "transformation", "transition", "extend"):
        words = words.replace(task, "")
    for word in ("videoedit", "r2v", "upscale"):
        words = words.replace(word, "")
    words = re.sub(r"(?<=\d)-(?=\d)", ".", words)
    brand = {"hailuo": "Hailuo", "wan": "Wan", "kling": "Kling", "bytedance": "Seedance"}.get(
        family
    )
    parts = [word.capitalize() for word in words.split("-") if word and word != "video"]
    if brand and brand.lower() not in words.lower():
        parts.insert(0, brand)
    title = " ".join(parts).replace("A14b", "A14B").replace("Minimax H3", "MiniMax H3")
    title = title.replace("Pixverse V6", "PixVerse V6").replace("Happyhorse", "HappyHorse")
    title = re.sub(r"\bV(\d)\.(\d)", r"\1.\2", title)
    title = re.sub(r"^(Seedance|Kling) V(\d)\b", r"\1 \2.0", title)
    is_plain = kind == "text" or "Animate" in title
    return title if is_plain else f"{title} {_SUFFIXES[kind]}"


def _prompt(prompt: Json | None) -> Json:
    if prompt is None:
        return {"wire": "", "required": False}
    return {
        "wire": prompt["name"],
        "required": prompt["required"],
        "least": prompt.get("min_length", 0),
    }


def _constants(model_id: str) -> list[Json]:
    if model_id != "veo-3-1":
        return []
    return [
        {"wire": "generation_type", "value": "REFERENCE_2_VIDEO", "when": {"reference": "given"}},
        {
            "wire": "generation_type",
            "value": "FIRST_AND_LAST_FRAMES_2_VIDEO",
            "when": {"first_frame": "given"},
        },
        {"wire": "generation_type", "value": "TEXT_2_VIDEO"},
    ]


def _parameter(model_id: str, facts: Json) -> Json:
    role = role_of(facts)
    parameter: Json = {"role": role, "wire": facts["name"], "type": _type(facts)}
    choices = facts.get("enum") or facts.get("doc_enum")
    span = facts.get("doc_range") or _span(facts)
    is_text = facts["type"] == "string"
    if choices and facts["type"] != "boolean":
        parameter["choices"] = _numbers(choices) if role == "duration" and is_text else choices
    elif span and is_text:
        parameter["choices"] = list(range(int(span[0]), int(span[1]) + 1))
    elif span:
        parameter.update(_bounds(span))
        if role == "duration":
            parameter["step"] = 1
    for name, wire in (("shortest", "min_length"), ("longest", "max_length")):
        if is_text and wire in facts and not choices:
            parameter[name] = facts[wire]
    if facts["type"] == "array":
        parameter.update(_list(facts))
    if "special" in facts:
        parameter["special"] = facts["special"]
    if facts["required"]:
        parameter["required"] = True
    default = _default(model_id, role, parameter, facts)
    if default is not None:
        parameter["default"] = default
    return parameter


def _type(facts: Json) -> str:
    return "list" if facts["type"] == "array" else str(facts["type"])


def _numbers(choices: Sequence[str]) -> list[int]:
    return [int(one) for one in choices]


def _span(facts: Json) -> list[Any] | None:
    if facts["type"] not in {"integer", "number"}:
        return None
    span = [facts.get("min"), facts.get("max")]
    return span if span != [None, None] else None


def _bounds(span: Sequence[Any]) -> Json:
    bounds = {"minimum": span[0], "maximum": span[1]}
    return {name: value for name, value in bounds.items() if value is not None}


def _default(model_id: str, role: str, parameter: Json, facts: Json) -> Any:
    chosen = _DEFAULTS.get((model_id, role), facts.get("default", facts.get("doc_default")))
    choices = parameter.get("choices")
    if role == "seed" or (model_id, role) in _UNSAID:
        # A seed that is sent makes the same video each time.
        return None
    if chosen is None and (facts["required"] or role in {"duration", "audio", "quality"}):
        # The cheapest: the least that the field takes.
        chosen = choices[0] if choices else parameter.get("minimum")
        if facts["type"] == "boolean":
            chosen = False
    if isinstance(chosen, str) and role == "duration" and choices:
        chosen = int(chosen)
    return chosen


def _list(facts: Json) -> Json:
    items, most = facts.get("items", {}), facts.get("max_items") or facts.get("doc_max_items")
    found: Json = {"least": facts.get("min_items", 0)} if not facts["required"] else {}
    if most:
        found["most"] = most
    if facts["role"] == "elements":
        return {"most": 3, **found, "fields": _words_of(items), "files": file_member(facts)}
    if items.get("type") == "object":
        found["fields"] = [
            _item_field(name, one, items) for name, one in items["properties"].items()
        ]
    return found


def _words_of(items: Json) -> list[Json]:
    """Whether they are written is asked together with the pictures; cuts and voices are left."""
    members = items["properties"].items()
    texts = [(name, one) for name, one in members if one["type"] == "string"]
    return [_item_field(name, {"type": one["type"]}, items) for name, one in texts]


def _item_field(name: str, facts: Json, items: Json) -> Json:
    field: Json = {"role": name, "wire": name, "type": facts["type"]}
    for ours, theirs in (
        ("minimum", "minimum"),
        ("maximum", "maximum"),
        ("shortest", "minLength"),
        ("longest", "maxLength"),
        ("choices", "enum"),
    ):
        if theirs in facts:
            field[ours] = facts[theirs]
    if name in items.get("required", ()):
        field["required"] = True
    return field


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
