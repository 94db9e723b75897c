"""A vendor: whose models these are, and everything in which one vendor differs from another."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from videogen_desktop.domain.errors import PriceUnknownError, UnknownModelError
from videogen_desktop.domain.model import VideoModel
from videogen_desktop.domain.provider import Capabilities
from videogen_desktop.domain.request import (
    PricedRequest,
    VideoRequest,
    canonical,
    checked_prompt,
)
from videogen_desktop.domain.webhook import CheckCallback

# What the vendor's API takes for a request, in its own form, without addresses of callbacks.
WriteBody = Callable[[VideoModel, VideoRequest], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Vendor:
    """`models` begin with the default one. `api_base` is the vendor's own server, or "" where each
    run has its own.
    """

    name: str
    title: str
    api_base: str
    models: tuple[VideoModel, ...]
    capabilities: Capabilities
    write_body: WriteBody
    check_callback: CheckCallback

    def model(self, model_id: str | None) -> VideoModel:
        """The named model, or the default for None. Raises UnknownModelError."""
        for model in self.models:
            if model_id is None or model.id == model_id:
                return model
        raise UnknownModelError(model_id or "", tuple(model.id for model in self.models))

    def priced(self, request: VideoRequest) -> PricedRequest:
        """Check the request against its model, and say what is sent for it and what that costs.

        The prompt is normalised and options that were left out get their defaults. Raises
        InvalidRequestError and its kinds, PriceUnknownError.
        """
        model = self.model(request.model_id or None)
        checked = VideoRequest(
            model.id,
            checked_prompt(request.prompt, model.prompt_limit),
            model.checked_options(request.options),
            request.inputs,
            request.unknown,
        )
        price = model.price(checked.options)
        if price is None:
            raise PriceUnknownError(model.id)
        return PricedRequest(checked, canonical(self.write_body(model, checked)), price)


class Vendors:
    """All of them, by name, in the order in which they are offered."""

    def __init__(self, *vendors: Vendor) -> None:
        self._vendors = {vendor.name: vendor for vendor in vendors}

    def __iter__(self) -> Iterator[Vendor]:
        return iter(self._vendors.values())

    def named(self, name: str) -> Vendor:
        """Raises KeyError."""
        return self._vendors[name]

    def model(self, model_id: str) -> VideoModel | None:
        """Any vendor's model; None for one that an older or newer version wrote."""
        found = (model for vendor in self for model in vendor.models if model.id == model_id)
        return next(found, None)

    def title(self, model_id: str) -> str:
        """The model's title, or its id where nobody knows it any more."""
        model = self.model(model_id)
        return model.title if model is not None else model_id
