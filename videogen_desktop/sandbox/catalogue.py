"""The table of models and prices: the sandbox's own one and three of Kie's.

Spellings, types and prices of Kie's models are those of its documentation of October 2026
and of the public price feed of June 2026.
"""

from collections.abc import Mapping

from videogen_desktop.sandbox.models import (
    Choice,
    Flag,
    JsonObject,
    Model,
    Text,
    WholeNumber,
)

VEO_CREDITS: Mapping[str, Mapping[str, int]] = {
    "veo3_lite": {"720p": 30, "1080p": 35, "4k": 150},
    "veo3_fast": {"720p": 60, "1080p": 65, "4k": 180},
    "veo3": {"720p": 250, "1080p": 255, "4k": 375},
}


def _sandbox_price(filled: JsonObject) -> int:
    seconds = 200_00 if filled["duration"] == 10 else 100_00
    return seconds * 3 // 2 if filled["resolution"] == "1080p" else seconds


def _kling_price(filled: JsonObject) -> int:
    seconds = 110_00 if filled["duration"] == "10" else 55_00
    return seconds * 2 if filled["sound"] is True else seconds


def _wan_price(filled: JsonObject) -> int:
    seconds = filled["duration"]
    assert isinstance(seconds, int)  # noqa: S101
    return seconds * (24_00 if filled["resolution"] == "1080p" else 16_00)


def _veo_price(filled: JsonObject) -> int:
    return VEO_CREDITS[str(filled["model"])][str(filled["resolution"])] * 100


SANDBOX = Model(
    "sandbox/video-1",
    (
        Text("prompt", 5000, required=True),
        Choice("aspect_ratio", ("landscape", "portrait"), required=True),
        WholeNumber("duration", (5, 10), default=5),
        Choice("resolution", ("720p", "1080p"), default="720p"),
        Flag("sound"),
    ),
    "aspect_ratio",
    _sandbox_price,
)
KLING = Model(
    "kling-2.6/text-to-video",
    (
        Text("prompt", 1000, required=True),
        Flag("sound", required=True),
        Choice("aspect_ratio", ("1:1", "16:9", "9:16"), required=True),
        Choice("duration", ("5", "10"), required=True),
    ),
    "aspect_ratio",
    _kling_price,
)
WAN = Model(
    "wan/2-7-text-to-video",
    (
        Text("prompt", 5000, required=True),
        Text("negative_prompt", 500),
        Choice("ratio", ("16:9", "9:16", "1:1", "4:3", "3:4"), default="16:9"),
        Choice("resolution", ("720p", "1080p"), default="1080p"),
        WholeNumber("duration", tuple(range(2, 16)), default=5),
        Flag("prompt_extend"),
        Flag("watermark"),
    ),
    "ratio",
    _wan_price,
)
VEO = Model(
    "veo-3-1",
    (
        Text("prompt", 20_000, required=True),
        Choice("model", ("veo3_fast", "veo3", "veo3_lite"), default="veo3_fast"),
        Choice("generation_type", ("TEXT_2_VIDEO",), default="TEXT_2_VIDEO"),
        Choice("aspect_ratio", ("16:9", "9:16", "Auto"), default="16:9"),
        WholeNumber("duration", (4, 6, 8), default=8),
        Choice("resolution", ("720p", "1080p", "4k"), default="720p"),
    ),
    "aspect_ratio",
    _veo_price,
)

MODELS: Mapping[str, Model] = {model.name: model for model in (SANDBOX, KLING, WAN, VEO)}
