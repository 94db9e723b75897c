"""The sandbox as a vendor: it speaks Kie's jobs API, with models, books and a server of its own."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.domain.vendor import Vendor
from videogen_desktop.providers.kie.vendor import PACE
from videogen_desktop.providers.kie.vendor import vendor as kie

if TYPE_CHECKING:
    from videogen_desktop.domain.model import VideoModel
    from videogen_desktop.domain.vendor import LocalServer


def vendor() -> Vendor:
    return replace(
        kie(),
        name="sandbox",
        title="Sandbox",
        short_title="Sandbox",
        api_base="",
        # Nobody else waits for a server on loopback.
        pace=replace(PACE, task_gap_ms=250),
        read_models=read_models,
        serve=serve,
        key_page="",
        credit_page="",
    )


@cache
def read_models() -> "tuple[VideoModel, ...]":
    """Its own, and all of Kie's. Raises ResourceMissingError, ValueError: the installation is
    damaged."""
    from videogen_desktop.domain.catalogue import models_at
    from videogen_desktop.resources import resource_path

    files = ("models/sandbox.json", "models/kie.json")
    return tuple(model for file in files for model in models_at(resource_path(file), "sandbox"))


def serve(folder: Path, arguments: Sequence[str]) -> "LocalServer":
    """See domain.vendor.ServeLocally."""
    from videogen_desktop.providers.sandbox.child import SandboxChild

    return SandboxChild(folder, arguments=arguments)
