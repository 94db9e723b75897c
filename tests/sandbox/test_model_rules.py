"""Every model of Kie's is offered, with its schema, its prices and the rules between its fields."""

import json
from pathlib import Path
from typing import Any

import av
import pytest
from jsonschema import Draft202012Validator

from videogen_desktop.resources import resource_path
from videogen_desktop.sandbox.catalogue import Model, Variant, read_catalogue
from videogen_desktop.sandbox.pricing import Surroundings
from videogen_desktop.sandbox.records import Task, scripted
from videogen_desktop.sandbox.validation import (
    CheckedRequest,
    RefusedRequestError,
    check_fields,
    check_request,
)

CATALOGUE = read_catalogue(resource_path("models"))
PUBLISHED: list[Any] = json.loads(resource_path("models/kie-schemas.json").read_text("utf-8"))[
    "models"
]
URL = "https://files.example/a.png"
EXAMPLES = {"uri": URL, "string": "Mèo chơi với len", "boolean": False, "array": [], "object": {}}


def example(name: str, schema: Any) -> Any:
    """A value that this field takes."""
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema["type"]
    if kind in ("integer", "number"):
        return schema.get("minimum", schema.get("default", 5))
    if kind == "array":
        return [example(name, schema["items"])] * max(1, schema.get("minItems", 0))
    if kind == "object":
        return {one: example(one, schema["properties"][one]) for one in schema["required"]}
    is_address = "url" in name or schema.get("format") == "uri" or "pattern" in schema
    return URL if is_address else EXAMPLES[kind]


def smallest(model: Model) -> dict[str, Any]:
    """The required fields and nothing else."""
    properties, required = (
        model.variants[0] if model.variants else (model.properties, model.required)
    )
    return {name: example(name, properties[name]) for name in required}


def checked(
    name: str, changes: dict[str, Any], surroundings: Surroundings | None = None
) -> CheckedRequest:
    given = smallest(CATALOGUE[name]) | changes
    body = {"model": name, "input": given}
    return check_request(body, CATALOGUE, surroundings or NOTHING)


def task(model: str, **asked: object) -> Task:
    param = json.dumps({"input": json.dumps(asked), "model": model})
    return Task(*("a", "a", model, "Mèo", "landscape", param, "success", 0), scripted("a", 0, 1))


NOTHING = Surroundings(lambda _id: task("runway"), lambda _url: None)


def test_every_published_model_is_offered_beside_the_sandboxs_own() -> None:
    assert {entry["id"] for entry in PUBLISHED} <= set(CATALOGUE)
    assert next(iter(CATALOGUE)) == "sandbox/video-1"
    assert len(PUBLISHED) > 80


# What the rules want beside the required fields.
BESIDES: dict[str, dict[str, Any]] = {
    "kling-3.0-omni/text-to-video": {"customize_multi_shots": False},
    "kling-3.0/video": {"multi_prompt": []},
    "minimax-h3/image-to-video": {"first_frame_url": URL},
    "runway": {"aspect_ratio": "16:9"},
    "wan/2-7-r2v": {"reference_image": [URL]},
    "wan/3-0-video": {"prompt": "Mèo"},
    "wan/3-0-video-prime": {"prompt": "Mèo"},
}


@pytest.mark.parametrize("name", [entry["id"] for entry in PUBLISHED])
def test_the_least_that_a_schema_wants_is_taken_and_has_a_price(name: str) -> None:
    changes = BESIDES.get(name, {})
    assert checked(name, changes).price > 0


@pytest.mark.parametrize("name", [entry["id"] for entry in PUBLISHED])
def test_each_required_field_is_missed_by_its_name(name: str) -> None:
    model = CATALOGUE[name]
    for field in model.required:
        with pytest.raises(RefusedRequestError) as refused:
            checked(name, {field: None})
        assert (refused.value.code, refused.value.message) == (500, f"{field} is required")


VALUES: list[Any] = [
    *("x", "16:9", "720p", "a" * 30_001, 5, 5.0, 2.5, -2, 10**10, True, False),
    *([], [URL], ["x"] * 50, [{}], [{"prompt": "a", "duration": 3}], [{"url": URL}], {}),
]


@pytest.mark.parametrize("name", [entry["id"] for entry in PUBLISHED])
def test_fields_are_judged_as_a_json_schema_library_judges_them(name: str) -> None:
    model = CATALOGUE[name]
    variants = model.variants or ((model.properties, model.required),)
    forms = [
        {"type": "object", "properties": properties, "required": list(required)}
        for properties, required in variants
    ]
    library = Draft202012Validator({"anyOf": forms})
    least = smallest(model)
    for field, schema in model.properties.items():
        choices: Any = schema.get("enum", [])
        for value in [*VALUES, *choices]:
            given = {**least, field: value}
            refusal = refused_by_fields(variants, given)
            # Only here an address has to be one: the library takes any text.
            if not refusal.endswith("must be a URL"):
                assert (refusal == "") == library.is_valid(given), (field, value, refusal)


def refused_by_fields(variants: tuple[Variant, ...], given: dict[str, Any]) -> str:
    """Why no form takes it; "" when one does."""
    refusals = []
    for properties, required in variants:
        try:
            check_fields(properties, required, given)
        except RefusedRequestError as refused:
            refusals.append(refused.message)
    return refusals[0] if len(refusals) == len(variants) else ""


FIRST, LAST, MANY = {"first_frame_url": URL}, {"last_frame_url": URL}, [URL] * 6
SHOT = {"prompt": "a", "duration": 3}
BROKEN: list[tuple[str, dict[str, Any], str]] = [
    ("bytedance/seedance-2", FIRST | {"reference_image_urls": [URL]}, "cannot be used together"),
    ("bytedance/seedance-2", LAST, "first_frame_url is required"),
    ("google/gemini-omni-flash-1-1", {"image_urls": MANY, "video_list": [{"url": URL}]}, "7 pl"),
    ("grok-imagine-video-1-5-preview", {"resolution": "1080p", "image_urls": [URL] * 2}, "1080p"),
    ("grok-imagine/image-to-video", {"image_urls": [URL], "mode": "spicy"}, "spicy"),
    ("grok-imagine/image-to-video", {"image_urls": [URL], "task_id": "a"}, "together"),
    ("hailuo/2-3-image-to-video-pro", {"duration": "10", "resolution": "1080P"}, "1080P"),
    (
        "kling-3.0-omni/text-to-video",
        {"customize_multi_shots": True, "prefer_multi_shots": True},
        "both",
    ),
    ("kling-3.0/video", {"multi_shots": True, "multi_prompt": []}, "multi_prompt is required"),
    ("kling-3.0/video", {"multi_prompt": [SHOT] * 6}, "at most 5"),
    ("kling-3.0/video", {"image_urls": [URL] * 3}, "at most 2"),
    (
        "kling-3.0/video",
        {"image_urls": [URL] * 2, "multi_shots": True, "multi_prompt": [SHOT]},
        "at most 1",
    ),
    ("minimax-h3/image-to-video", {}, "At least one of"),
    ("runway", {"aspect_ratio": None}, "aspect_ratio is required"),
    ("runway", {"duration": 10, "quality": "1080p"}, "1080p"),
    ("veo-3-1", {"generation_type": "REFERENCE_2_VIDEO", "duration": 4}, "duration"),
    ("veo-3-1", {"generation_type": "REFERENCE_2_VIDEO", "model": "veo3"}, "model"),
    ("wan/2-7-r2v", {}, "At least one of"),
    ("wan/2-7-r2v", {"reference_image": [URL] * 3, "reference_video": [URL] * 3}, "5 items"),
    ("wan/3-0-video", {"prompt": None}, "prompt is required"),
    ("wan/3-0-video", FIRST | {"reference_link_urls": [URL]}, "cannot be used together"),
]


@pytest.mark.parametrize(("name", "changes", "words"), BROKEN)
def test_fields_that_do_not_go_together_are_refused(
    name: str, changes: dict[str, Any], words: str
) -> None:
    with pytest.raises(RefusedRequestError) as refused:
        checked(name, changes)
    assert words in refused.value.message
    assert refused.value.code == (500 if "is required" in words else 422)


def test_no_word_of_the_published_rules_is_passed_over() -> None:
    """An unknown one raises; each is met with an input that makes it be looked at."""
    for model in CATALOGUE.values():
        for rule in model.rules:
            lone = Model(*(model.name, "", "", (), (), model.properties, ()), rules=(rule,))
            try:
                check_request({"model": "a", "input": {}}, {"a": lone}, NOTHING)
            except RefusedRequestError as refused:
                assert refused.message


def clip(path: Path, seconds: int) -> Path:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=2)
        stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
        for _ in range(2 * seconds):
            container.mux(stream.encode(av.VideoFrame(64, 64, "yuv420p")))
        container.mux(stream.encode(None))
    return path


def test_seconds_of_what_goes_in_are_counted_and_paid(tmp_path: Path) -> None:
    files = {f"{URL}?{seconds}": clip(tmp_path / f"{seconds}.mp4", seconds) for seconds in (4, 12)}
    here = Surroundings(lambda _id: None, files.get)
    motion = {"input_urls": [URL], "video_urls": [f"{URL}?12"], "character_orientation": "image"}
    with pytest.raises(RefusedRequestError, match="at most 10 seconds"):
        checked("kling-2.6/motion-control", motion, here)
    shorter = motion | {"video_urls": [f"{URL}?4"], "mode": "720p"}
    assert checked("kling-2.6/motion-control", shorter, here).price == 4 * 11_00
    long = {"prompt": "a", "reference_video_urls": [f"{URL}?12"] * 2, "duration": 8}
    with pytest.raises(RefusedRequestError, match="at most 30 seconds"):
        checked("wan/3-0-video", long, here)


def test_a_follow_up_looks_at_the_video_it_continues() -> None:
    def after(**asked: object) -> Surroundings:
        return Surroundings(
            lambda name: task("veo-3-1", **asked) if name == "a" else None, lambda _: None
        )

    extend = {"task_id": "a", "prompt": "và rồi"}
    checked("veo/extend", extend, after(resolution="720p"))
    with pytest.raises(RefusedRequestError, match="1080p cannot be continued"):
        checked("veo/extend", extend, after(resolution="1080p"))
    with pytest.raises(RefusedRequestError, match="does not exist"):
        checked("veo/extend", extend | {"task_id": "b"}, after())
