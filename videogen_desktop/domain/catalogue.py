"""The models on offer: fixed defaults, field spellings and the price of exactly those defaults.

Prices and spellings of Kie's models: vendor documentation and price feed as known on 2026-11-22.
They move within weeks, so each carries the day it was read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from videogen_desktop.domain.aspect_ratio import AspectRatio
from videogen_desktop.domain.errors import UnknownModelError

SANDBOX = "sandbox"
KIE = "kie"

InputValue = str | int | bool


@dataclass(frozen=True, slots=True)
class VideoModel:
    """One model with fixed inputs.

    `price` is in hundredths of a credit, `prompt_limit` in characters, `typical_duration_ms`
    is how long a run usually takes before the user's own history says better.
    """

    id: str
    provider: str
    title: str
    price: int
    priced_on: date
    prompt_limit: int
    clip_ms: int
    typical_duration_ms: int
    aspect_field: str
    aspect_values: Mapping[AspectRatio, str]
    fixed_inputs: Mapping[str, InputValue]

    def inputs(self, prompt: str, aspect_ratio: AspectRatio) -> dict[str, InputValue]:
        """The provider's `input` object, with exactly the types its schema wants."""
        return {
            "prompt": prompt,
            self.aspect_field: self.aspect_values[aspect_ratio],
            **self.fixed_inputs,
        }


def _widescreen() -> Mapping[AspectRatio, str]:
    return MappingProxyType({AspectRatio.LANDSCAPE: "16:9", AspectRatio.PORTRAIT: "9:16"})


SANDBOX_VIDEO = VideoModel(
    id="sandbox/video-1",
    provider=SANDBOX,
    title="Sandbox Video 1",
    price=100_00,
    priced_on=date(2026, 11, 22),
    prompt_limit=5000,
    clip_ms=5_000,
    typical_duration_ms=10_000,
    aspect_field="aspect_ratio",
    aspect_values=MappingProxyType(
        {AspectRatio.LANDSCAPE: "landscape", AspectRatio.PORTRAIT: "portrait"}
    ),
    fixed_inputs=MappingProxyType({}),
)

KLING = VideoModel(
    id="kling-2.6/text-to-video",
    provider=KIE,
    title="Kling 2.6",
    price=110_00,
    priced_on=date(2026, 11, 22),
    prompt_limit=1000,
    clip_ms=5_000,
    typical_duration_ms=180_000,
    aspect_field="aspect_ratio",
    aspect_values=_widescreen(),
    fixed_inputs=MappingProxyType({"duration": "5", "sound": True}),
)

WAN = VideoModel(
    id="wan/2-7-text-to-video",
    provider=KIE,
    title="Wan 2.7",
    price=80_00,
    priced_on=date(2026, 11, 22),
    prompt_limit=5000,
    clip_ms=5_000,
    typical_duration_ms=240_000,
    aspect_field="ratio",
    aspect_values=_widescreen(),
    fixed_inputs=MappingProxyType({"duration": 5, "resolution": "720p"}),
)

VEO = VideoModel(
    id="veo-3-1",
    provider=KIE,
    title="Veo 3.1 Fast",
    price=60_00,
    priced_on=date(2026, 11, 22),
    prompt_limit=5000,
    clip_ms=8_000,
    typical_duration_ms=120_000,
    aspect_field="aspect_ratio",
    aspect_values=_widescreen(),
    fixed_inputs=MappingProxyType(
        {
            "model": "veo3_fast",
            "generation_type": "TEXT_2_VIDEO",
            "duration": 8,
            "resolution": "720p",
        }
    ),
)

CATALOGUE: tuple[VideoModel, ...] = (SANDBOX_VIDEO, KLING, WAN, VEO)


def models_of(provider: str) -> tuple[VideoModel, ...]:
    """The provider's models; the first is its default."""
    return tuple(model for model in CATALOGUE if model.provider == provider)


def model_of(provider: str, model_id: str | None) -> VideoModel:
    """The named model of the provider, or its default for None. Raises UnknownModelError."""
    models = models_of(provider)
    for model in models:
        if model_id is None or model.id == model_id:
            return model
    raise UnknownModelError(model_id or "", tuple(model.id for model in models))


def model_with_id(model_id: str) -> VideoModel | None:
    """Any model of the catalogue; None for one that an older or newer version wrote."""
    return next((model for model in CATALOGUE if model.id == model_id), None)
