"""Kie's fields by the program's names: roles, places for files, rules and prices of one model."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

Json = dict[str, Any]
_ROLES = {
    "audio_switch": "audio",
    "cfg": "guidance",
    "camera_lock": "camera_fixed",
    "variant": "quality",
    "elements": "elements",
}
_PLAIN = ("aspect_ratio", "resolution", "duration", "seed", "negative_prompt")
# Slots by the role that the facts give a field: name, kind.
_SLOTS = {
    "first_frame": ("first_frame", "image"),
    "last_frame": ("last_frame", "image"),
    "reference_images": ("reference", "image"),
    "reference_videos": ("reference_video", "video"),
    "reference_audios": ("reference_sound", "sound"),
    "source_video": ("source", "video"),
    "driving_audio": ("source_sound", "sound"),
    "portrait": ("portrait", "image"),
}
# What no schema says of the lists of elements; the page of the one that does says the same.
_MOST_ELEMENTS = 3
_MOST_PICTURES = 4
_TYPES = {
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "bmp": "image/bmp",
    "tiff": "image/tiff",
    "gif": "image/gif",
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "wav": "audio/wav",
    "mp3": "audio/mpeg",
}
# A template and a length exclude each other, and the schema wants the length: it is not offered.
_LEFT_OUT = {("pixverse-v6/image-to-video", "template_id"), ("veo-3-1", "enable_fallback")}
# What only the forms of a schema say together.
_RULES: Mapping[str, Sequence[Json]] = {
    "kling-3.0-omni/reference-to-video": (
        # A clip alone takes another set of shapes, and is what the transformation is for.
        {"needs": ["reference"]},
        {"most_files": ["reference"], "most": 4, "when": {"source": "given"}},
    ),
}


def role_of(facts: Json) -> str:
    role = str(facts["role"])
    if role == "mode":
        choices = facts.get("enum") or facts.get("doc_enum") or ()
        return "quality" if {"std", "720p"} & set(choices) else "mode"
    if role in _PLAIN:
        return role
    return _ROLES.get(role, str(facts["name"]))


class Names:
    """The model's fields by our names, for its slots, rules and prices."""

    def __init__(self, facts: Json) -> None:
        self._facts = facts
        self._fields = {one["name"]: one for one in facts["fields"]}
        self.parameters = [one for one in facts["fields"] if self._is_parameter(one)]

    def _is_parameter(self, facts: Json) -> bool:
        taken = {*_SLOTS, "images", "prompt", "parent_task", "generation_type"}
        is_link = facts["role"] == "other" and "uri" in json.dumps(facts.get("items", {}))
        is_out = (self._facts["id"], facts["name"]) in _LEFT_OUT
        return facts["role"] not in taken and not is_link and not is_out

    def left_out(self) -> list[str]:
        """The fields that are not offered."""
        fixed = {"prompt", "parent_task", "generation_type"}
        return [
            one["name"]
            for one in self._facts["fields"]
            if one["role"] not in fixed and one not in self.parameters and not self.slots_of(one)
        ]

    def slots_of(self, facts: Json) -> list[Json]:
        if facts["role"] == "images":
            return [self._slot(facts, *one) for one in self._images(facts)]
        if facts["role"] == "elements":
            return [self._element(facts, number) for number in range(_most_elements(facts))]
        if facts["role"] not in _SLOTS:
            return []
        name, kind = _SLOTS[facts["role"]]
        is_list = facts["type"] == "array"
        most = facts.get("max_items") or facts.get("doc_max_items") or (3 if is_list else 1)
        return [self._slot(facts, name, kind, most, 0)]

    def _images(self, facts: Json) -> list[tuple[str, str, int, int]]:
        """What a list of images is: frames, or references; name, kind, most, least."""
        inputs = self._facts.get("image_inputs", {})
        wire = facts["name"]
        most = facts.get("max_items") or facts.get("doc_max_items") or inputs.get("max") or 1
        least = 1 if facts["required"] else 0
        found: list[tuple[str, str, int, int]] = []
        if inputs.get("first") == f"{wire}[0]":
            found.append(("first_frame", "image", 1, least))
        if inputs.get("last") == f"{wire}[1]":
            found.append(("last_frame", "image", 1, 0))
        if inputs.get("references") == wire:
            found.append(("reference", "image", most, least))
        return found or [("portrait", "image", 1, least)]

    def _slot(self, facts: Json, name: str, kind: str, most: int, least: int) -> Json:
        items = facts.get("items", {})
        is_object = items.get("type") == "object"
        form = "alone" if facts["type"] == "string" else "objects" if is_object else "list"
        slot: Json = {"name": name, "kind": kind, "wire": facts["name"], "form": form}
        is_shared = form == "list" and name == "last_frame"
        if facts["required"] and not is_shared:
            slot["least"] = max(least, facts.get("min_items", 0), 1)
        slot.update({"most": most} if most != 1 else {})
        if is_object:
            slot.update(_item(items))
        types = [_TYPES.get(one, one.rstrip(".")) for one in facts.get("accept", ())]
        slot.update({"types": list(dict.fromkeys(types))} if types else {})
        if "max_mb" in facts:
            slot["largest_bytes"] = facts["max_mb"] * 1_000_000
        if "side_px" in facts:
            slot["least_side"], slot["largest_side"] = facts["side_px"]
        if "max_aspect" in facts:
            slot["largest_ratio"] = facts["max_aspect"]
        if "each_s" in facts:
            slot["shortest_ms"], slot["longest_ms"] = (one * 1_000 for one in facts["each_s"])
        if "total_s" in facts:
            slot["total_ms"] = facts["total_s"] * 1_000
        return slot

    def _element(self, facts: Json, number: int) -> Json:
        """The pictures of one entry."""
        name = file_member(facts)
        slot: Json = {"name": f"elements[{number}].{name}", "kind": "image", "wire": facts["name"]}
        slot.update({"form": "member", "item": number, "item_wire": name})
        most = facts["items"]["properties"][name].get("maxItems", _MOST_PICTURES)
        # As Kling's other pictures.
        return {**slot, "most": most, "types": ["image/jpeg", "image/png"]}

    def entry_rules(self) -> list[Json]:
        """Of each list whose entries have pictures."""
        return [
            {
                "entries": role_of(one),
                "places": [slot["name"] for slot in self.slots_of(one)],
                # Kling 3.0 says so beside its schema; it would take one video instead.
                "least": 2 if one["name"] == "kling_elements" else 1,
            }
            for one in self._facts["fields"]
            if one["role"] == "elements"
        ]

    # --- rules -------------------------------------------------------------------------------

    def names(self, wire: str) -> list[str]:
        """Our names of a field: a list of images may be two slots."""
        facts = self._fields.get(wire)
        if facts is None:
            return [_SLOTS[wire][0]] if wire in _SLOTS else []
        slots = [one["name"] for one in self.slots_of(facts)]
        if facts["role"] == "prompt":
            return ["prompt"]
        return slots or ([role_of(facts)] if facts in self.parameters else [])

    def _all(self, wires: Sequence[str]) -> list[str]:
        return list(dict.fromkeys(name for wire in wires for name in self.names(wire)))

    def _when(self, text: str) -> Json:
        """`a` (there is one), or `a=1080p` and `a=true`."""
        wire, _, value = text.partition("=")
        read: Any = {"true": True, "false": False}.get(value, value)
        return {name: [read] if value else "given" for name in self.names(wire)[:1]}

    def variant_rules(self) -> list[Json]:
        """Of a schema in several forms: each needs a field that the others do without."""
        by_hand = list(_RULES.get(self._facts["id"], ()))
        forms = [set(one["required"]) for one in self._facts.get("variants", ())]
        if by_hand or not forms:
            return by_hand
        apart = [sorted(form - set.intersection(*forms)) for form in forms]
        told = [form for form in apart if form]
        fields = list(dict.fromkeys(wire for form in told for wire in form))
        names = [name for wire in fields for name in self._slot_names(wire)]
        return [{"needs": names}] if len(told) == len(apart) and names else []

    def _slot_names(self, wire: str) -> list[str]:
        facts = self._fields[wire]
        is_parent = facts["role"] == "parent_task"
        return ["parent"] if is_parent else [one["name"] for one in self.slots_of(facts)]

    def rules(self, facts: Json) -> list[Json]:
        ((kind, said),) = [(k, v) for k, v in facts.items() if k != "then"][:1]
        make = getattr(self, f"_rule_{kind}", None)
        return [] if make is None else [rule for rule in make(said, facts) if rule]

    def _rule_exclusive(self, said: Any, _facts: Json) -> list[Json]:
        groups = [self._all(group) for group in said]
        groups = [group for group in groups if group]
        return [{"exclusive": groups}] if len(groups) > 1 else []

    def _rule_needs(self, said: Any, _facts: Json) -> list[Json]:
        return [
            {"needs": self.names(needed), "when": self._when(given)}
            for given, needed in said.items()
        ]

    def _rule_at_least_one(self, said: Any, _facts: Json) -> list[Json]:
        return [{"needs": self._all(said)}]

    def _rule_needs_any_of(self, _said: Any, _facts: Json) -> list[Json]:
        slots = [slot["name"] for one in self._facts["fields"] for slot in self.slots_of(one)]
        return [{"needs": ["prompt", *slots]}]

    def _rule_needs_unless(self, said: Any, _facts: Json) -> list[Json]:
        return [{"needs": self._all([given, other])} for given, other in said.items()]

    def _rule_not_both_true(self, said: Any, _facts: Json) -> list[Json]:
        return [{"exclusive": [[name] for name in self._all(said)]}]

    def _rule_forbid(self, said: Json, _facts: Json) -> list[Json]:
        (first, value), *others = said.items()
        when = {self.names(wire)[0]: [self._value(wire, one)] for wire, one in others}
        name = self.names(first)[0]
        facts = self._fields[first]
        choices = facts.get("enum") or facts.get("doc_enum") or []
        allowed = [self._value(first, one) for one in choices if one != value]
        return [{"allows": {name: allowed}, "when": when}]

    def _value(self, wire: str, value: Any) -> Any:
        is_number = role_of(self._fields[wire]) == "duration" and isinstance(value, str)
        return int(value) if is_number else value

    def _rule_forbid_with(self, said: Json, _facts: Json) -> list[Json]:
        rules: list[Json] = []
        for given, other in said.items():
            if isinstance(other, Mapping):
                when = {self.names(wire)[0]: [value] for wire, value in other.items()}
                rules.append({"excludes": self.names(given), "when": when})
            else:
                rule: Json = {"most_files": ["reference"], "most": 1, "when": self._when(given)}
                rules.append(rule)
        return rules

    def _rule_ignored_with(self, said: Json, _facts: Json) -> list[Json]:
        rules = []
        for given, other in said.items():
            when: Json = {"reference": {"exactly": 1}}
            if other in self._fields:
                when = dict.fromkeys(self.names(other)[:1], "given")
            rules.append({"ignores": self.names(given), "when": when})
        return rules

    def _rule_applies_only(self, said: Json, _facts: Json) -> list[Json]:
        return [
            {"ignores": self.names(given), "when": {"reference": {"exactly": 1}}} for given in said
        ]

    def _rule_slots(self, said: Json, _facts: Json) -> list[Json]:
        weights = {name: said[wire] for wire in said if wire != "max" for name in self.names(wire)}
        return [{"most_files": list(weights), "most": said["max"], "weights": weights}]

    def _rule_sum_max_items(self, said: Any, _facts: Json) -> list[Json]:
        return [{"most_files": self._all(said[:-1]), "most": said[-1]}]

    def _rule_sum_max_s(self, said: Any, _facts: Json) -> list[Json]:
        return [{"most_seconds": self._all(said[:-1]), "most": said[-1]}]

    def _rule_frames(self, said: Json, _facts: Json) -> list[Json]:
        return [
            {"excludes": ["last_frame"], "when": self._when(given)}
            for given, places in said.items()
            if "=" in given and "last" not in places
        ]

    def _rule_when(self, said: Json, facts: Json) -> list[Json]:
        ((wire, value),) = said.items()
        then = facts["then"]
        when: Json = {"reference": "given"}
        if wire != "generation_type":
            when = {self.names(wire)[0]: [value]}
        if "max_video_s" in then:
            return [{"most_seconds": ["source"], "most": then["max_video_s"], "when": when}]
        return [
            {"allows": {self.names(one)[0]: values}, "when": when} for one, values in then.items()
        ]

    def _rule_parent_not(self, said: Json, _facts: Json) -> list[Json]:
        when = {f"parent_{wire}": values for wire, values in said.items()}
        return [{"excludes": ["parent_resolution"], "when": when}]

    # --- prices ------------------------------------------------------------------------------

    def price(self, facts: Json, sources: Mapping[str, str]) -> Json:
        options = {
            self._price_name(wire): self._price_value(wire, value)
            for wire, value in facts["options"].items()
        }
        price: Json = {
            "options": options,
            "credits": facts["credits"],
            "unit": "second" if facts["unit"] == "second" else "video",
            "source": sources.get(facts["source"], facts["source"]),
            "day": facts["date"],
        }
        timed = self._timed(facts)
        if timed != ["duration"]:
            price["seconds_of"] = timed
        if "further one 4 credits" in facts.get("billed", "") and self.names(
            "reference_image_urls"
        ):
            price["extra_files"] = {"slot": "reference", "free": 5, "credits": 4}
        return price

    def _timed(self, facts: Json) -> list[str]:
        """Whose seconds are paid."""
        slots = [slot for one in self._facts["fields"] for slot in self.slots_of(one)]
        billed = facts.get("billed", "")
        if "input" in billed or "reference video" in billed:
            videos = [slot["name"] for slot in slots if slot["kind"] == "video"]
            return ["duration", *videos]
        has_length = any(one["role"] == "duration" for one in self._facts["fields"])
        # As long as what goes in.
        timed = [slot["name"] for slot in slots if slot["kind"] in {"video", "sound"}]
        return (
            ["duration"] if has_length or facts["unit"] != "second" else timed[:1] or ["duration"]
        )

    def _price_name(self, wire: str) -> str:
        return (self.names(wire) or [wire.replace("parent_variant", "parent_quality")])[0]

    def _price_value(self, wire: str, value: Any) -> Any:
        values = value if isinstance(value, list) else [value]
        if wire in self._fields:
            values = [self._value(wire, one) for one in values]
        return values if isinstance(value, list) else values[0]


def file_member(facts: Json) -> str:
    """Of a list of objects: the member that holds pictures."""
    properties = facts["items"]["properties"]
    return next(
        str(name)
        for name, one in properties.items()
        if one["type"] == "array" and "audio" not in name and one["items"].get("format") == "uri"
    )


def _most_elements(facts: Json) -> int:
    return int(facts.get("max_items") or _MOST_ELEMENTS)


def _item(items: Json) -> Json:
    """Of a list of objects: which member is the address, and what else each has."""
    properties = items["properties"]
    wire = next(name for name in properties if "url" in name)
    fields: Json = {}
    if "start" in properties:
        fields = {"start": 0, "ends": "$seconds"}
    return {"item_wire": wire, **({"item_fields": fields} if fields else {})}
