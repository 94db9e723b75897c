"""The one list of vendors. A further one is a package beside this file and a line in it."""

from dataclasses import replace

from videogen_desktop.domain.catalogue import models_in
from videogen_desktop.domain.model import VideoModel
from videogen_desktop.domain.vendor import Vendor, Vendors
from videogen_desktop.providers.kie.callbacks import check_callback
from videogen_desktop.providers.kie.vendor import CAPABILITIES, create_task_body, kie_vendor
from videogen_desktop.resources import resource_path

# Nobody else waits for a server on loopback.
SANDBOX_POLL_INTERVAL_MS = 250


def vendors() -> Vendors:
    """Every vendor with its models. Raises ResourceMissingError, ValueError: the installation is
    damaged."""
    return Vendors(_sandbox(_models("sandbox")), kie_vendor(_models("kie")))


def _sandbox(models: tuple[VideoModel, ...]) -> Vendor:
    return Vendor(
        name="sandbox",
        title="Sandbox",
        api_base="",
        models=models,
        capabilities=replace(CAPABILITIES, least_poll_interval_ms=SANDBOX_POLL_INTERVAL_MS),
        write_body=create_task_body,
        check_callback=check_callback,
    )


def _models(vendor: str) -> tuple[VideoModel, ...]:
    text = resource_path(f"models/{vendor}.json").read_text(encoding="utf-8")
    return models_in(text, vendor)
