"""Requests as the form and the command line make them."""

from videogen_desktop.domain.parameter import ASPECT_RATIO
from videogen_desktop.domain.request import OptionValue, PricedRequest, VideoRequest
from videogen_desktop.domain.vendor import Vendor
from videogen_desktop.domain.video import Video
from videogen_desktop.providers.vendors import vendors

VENDORS = vendors()
SANDBOX, KIE = VENDORS.named("sandbox"), VENDORS.named("kie")
SANDBOX_WALLET, KIE_WALLET = SANDBOX.wallet, KIE.wallet
SANDBOX_VIDEO, *_ = SANDBOX.models
KLING, WAN, VEO, *_ = KIE.models


def a_request(
    prompt: str = "Một con mèo",
    shape: str = "landscape",
    vendor: Vendor = SANDBOX,
    model_id: str = "",
    **options: OptionValue,
) -> VideoRequest:
    """Checked, with every default filled in. Raises InvalidRequestError."""
    return priced(prompt, shape, vendor, model_id, **options).request


def priced(
    prompt: str = "Một con mèo",
    shape: str = "landscape",
    vendor: Vendor = SANDBOX,
    model_id: str = "",
    **options: OptionValue,
) -> PricedRequest:
    """The same with its body and its price."""
    return vendor.priced(VideoRequest(model_id, prompt, {ASPECT_RATIO: shape, **options}))


def frozen(video: Video) -> PricedRequest:
    """What a generated video is sent with."""
    assert video.body is not None
    return PricedRequest(video.request, video.body, video.price)
