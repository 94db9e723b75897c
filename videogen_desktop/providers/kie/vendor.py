"""Kie as a vendor, and every server that speaks its jobs API; costs no httpx to know."""

from collections.abc import Mapping

from videogen_desktop.domain.model import VideoModel
from videogen_desktop.domain.provider import Capabilities
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.vendor import Vendor
from videogen_desktop.providers.kie.callbacks import check_callback

CAPABILITIES = Capabilities(reports_cost=True, sends_webhooks=True)


def kie_vendor(models: tuple[VideoModel, ...]) -> Vendor:
    return Vendor(
        name="kie",
        title="Kie AI",
        api_base="https://api.kie.ai",
        models=models,
        capabilities=CAPABILITIES,
        write_body=create_task_body,
        check_callback=check_callback,
    )


def create_task_body(model: VideoModel, request: VideoRequest) -> Mapping[str, object]:
    """The body of createTask (docs.kie.ai, "Create Task"), without an address of callbacks."""
    return {"model": model.id, "input": model.inputs(request)}
