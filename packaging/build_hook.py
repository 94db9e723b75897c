"""Hatchling hook: puts resources/ and the compiled catalogues below videogen_desktop/data."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA = "videogen_desktop/data"


class ShippedFiles(BuildHookInterface[Any]):
    """An editable install takes both from the checkout (`videogen_desktop/resources.py`)."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        # Hatchling loads this file by its path, with this folder not on the module search path.
        sys.path.insert(0, str(root / "packaging"))
        from compile_translations import compile_catalogues

        included: dict[str, str] = build_data["force_include"]
        for catalogue in compile_catalogues(root / "build" / "i18n"):
            included[str(catalogue)] = f"{DATA}/i18n/{catalogue.name}"
        for shipped in sorted((root / "resources").iterdir()):
            # The pictures of the README are for its readers.
            if shipped.name != "screenshots":
                included[str(shipped)] = f"{DATA}/resources/{shipped.name}"
