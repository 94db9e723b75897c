"""The meaning of a field that nobody knows, by its name or by what its values look like."""

import re
from collections.abc import Mapping, Sequence

from videogen_desktop.domain.input_slot import SlotKind
from videogen_desktop.domain.parameter import ASPECT_RATIO, AUDIO, DURATION, RESOLUTION

QUALITY = "quality"
PROMPT_NAMES = ("prompt", "text_prompt", "text", "script")
PARENT_NAMES = frozenset({"task_id", "taskid", "parent_task_id", "origin_task_id"})
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SHAPE = re.compile(r"\d{1,2}:\d{1,2}")
_NAMED_SHAPES = frozenset({"landscape", "portrait", "square", "auto", "adaptive"})
_SIZE = re.compile(r"\d{3,4}[pP]|[1-8][kK]")
_BARE_SIZE = re.compile(r"\d{3,4}[pP]?|[1-8][kK]")
_SOUND = frozenset({"audio", "sound"})
_SOUND_BESIDE = frozenset({"generate", "with", "enable", "enabled", "switch", "has", "on", "add"})
_CAMERA = ({"camera", "fixed"}, {"camera", "lock"}, {"fixed", "lens"}, {"camera", "fix"})
_LENGTH = frozenset({"duration", "second", "seconds", "secs", "length"})
_LENGTH_NAMES = frozenset({"extend_times", "time", "video_time"})
# A moment, or what the prompt may have, and no length of the video.
_NO_LENGTH = frozenset(
    {"start", "end", "begin", "at", "from", "to", "offset", "prompt", "text", "per", "context"}
)
_TIERS = frozenset({"std", "standard", "pro", "turbo", "720p"})
_PLAIN = {
    **dict.fromkeys(("seed", "seeds"), "seed"),
    "negative_prompt": "negative_prompt",
    **dict.fromkeys(("cfg", "cfg_scale", "guidance", "guidance_scale"), "guidance"),
}
_FRAME_PICTURES = frozenset({"image", "images", "img", "frame", "photo", "picture", "input"})
_KINDS = (
    (SlotKind.VIDEO, frozenset({"video", "videos", "clip", "clips"})),
    (SlotKind.SOUND, frozenset({"audio", "audios", "voice", "sound", "music", "song"})),
    (SlotKind.IMAGE, _FRAME_PICTURES | {"mask", "portrait", "avatar", "character", "face"}),
)
_ADDRESS = frozenset({"url", "urls", "uri", "uris"})
_FRAME_NAMES = re.compile(
    r"(first|last|start|end|tail|input)_(frame|image)s?|(reference|ref)_(image|video|audio|voice)s?"
)
# Pages and papers are no pictures.
_NO_FILE = frozenset({"file", "link", "callback", "web", "page", "document", "webhook"})


def words_of(wire: str) -> frozenset[str]:
    """The words of a field's name: `firstFrameUrl` and `first_frame_url` have the same."""
    return frozenset(one for one in re.split(r"[^a-z0-9]+", plain_name(wire)) if one)


def plain_name(wire: str) -> str:
    return _CAMEL.sub("_", wire).lower()


def role_of(wire: str, kind: str, values: Sequence[object]) -> str:
    """The neutral word for a parameter; its own name where nothing is recognised."""
    words, texts = words_of(wire), [str(one).strip() for one in values]
    if kind == "boolean":
        return _switch(wire, words)
    if _is_shape(words, kind, texts):
        return ASPECT_RATIO
    if _is_length(plain_name(wire), words, kind, texts):
        return DURATION
    if _is_resolution(words, texts):
        # "mode" is how good it is, whatever it counts in.
        return QUALITY if words == {"mode"} else RESOLUTION
    if texts and (words & {QUALITY, "tier", "variant"} or words == {"model"}):
        return QUALITY
    if words == {"mode"} and _TIERS & {one.lower() for one in texts}:
        return QUALITY
    return _PLAIN.get(plain_name(wire), wire)


def _switch(wire: str, words: frozenset[str]) -> str:
    if words & _SOUND and words <= _SOUND | _SOUND_BESIDE:
        return AUDIO
    return "camera_fixed" if any(one == words for one in _CAMERA) else wire


def _is_shape(words: frozenset[str], kind: str, texts: Sequence[str]) -> bool:
    if kind != "string":
        return False
    fits = [_SHAPE.fullmatch(one) or one.lower() in _NAMED_SHAPES for one in texts]
    return "ratio" in words or (len(texts) > 1 and all(fits))


def _is_length(name: str, words: frozenset[str], kind: str, texts: Sequence[str]) -> bool:
    is_named = bool(words & _LENGTH) or name in _LENGTH_NAMES
    if not is_named or words & _NO_LENGTH:
        return False
    return kind in {"integer", "number"} or bool(texts and all(one.isdecimal() for one in texts))


def _is_resolution(words: frozenset[str], texts: Sequence[str]) -> bool:
    if "resolution" in words:
        return True
    pattern = _BARE_SIZE if words & {"quality", "size", "definition"} else _SIZE
    return bool(texts) and all(pattern.fullmatch(one) for one in texts)


def file_kind(wire: str, schema: Mapping[str, object]) -> SlotKind | None:
    """What goes into a field of addresses; None for a field of anything else."""
    words = words_of(wire)
    items = schema.get("items")
    inner = items if isinstance(items, Mapping) else {}
    is_address = bool(words & _ADDRESS) or "uri" in (schema.get("format"), inner.get("format"))
    is_frame = _FRAME_NAMES.fullmatch(plain_name(wire)) is not None
    of_objects = address_member(schema) is not None
    if not (is_address or is_frame or of_objects) or words & _NO_FILE or "enum" in schema:
        return None
    return _kind_of(words) or (_kind_of(words_of(address_member(schema) or "")))


def _kind_of(words: frozenset[str]) -> SlotKind | None:
    # "source_video_first_frame_image": the picture is what it is.
    found = [kind for kind, named in _KINDS if words & named]
    is_frame = bool(words & {"frame", "image", "images"})
    if is_frame and SlotKind.SOUND not in found:
        return SlotKind.IMAGE
    return found[0] if found else None


def address_member(schema: Mapping[str, object]) -> str | None:
    """Of a list of objects the member that is the address, where nothing else has to be known."""
    items = schema.get("items")
    properties = items.get("properties") if isinstance(items, Mapping) else None
    if not isinstance(properties, Mapping):
        return None
    found = [
        name
        for name, one in properties.items()
        if words_of(name) & _ADDRESS and isinstance(one, Mapping) and one.get("type") == "string"
    ]
    return found[0] if len(found) == 1 else None


def place_of(wire: str, kind: SlotKind) -> str:
    """The name of the place for files; "" where the name says no more than their kind."""
    words = words_of(wire)
    if kind is SlotKind.IMAGE:
        if words & {"first", "start"}:
            return "first_frame"
        if words & {"last", "end", "tail"}:
            return "last_frame"
    if words & {"reference", "references", "ref"}:
        beside = {SlotKind.IMAGE: "", SlotKind.VIDEO: "_video", SlotKind.SOUND: "_sound"}
        return f"reference{beside[kind]}"
    if kind is SlotKind.VIDEO:
        return "source"
    if kind is SlotKind.SOUND:
        return "source_sound"
    return "" if words <= _FRAME_PICTURES | _ADDRESS else wire
