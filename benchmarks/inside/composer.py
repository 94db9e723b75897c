"""Changes of model in a form on the screen, each until all is laid out and painted."""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from videogen_desktop.providers.vendors import vendors
from videogen_desktop.ui.composer.composer import Composer
from videogen_desktop.ui.theme.theme import Theme, ThemeChoice

# As many as a model has controls of, with those under "Advanced".
_BUTTONS = 12


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--changes", type=int, required=True)
    changes = parser.parse_args().changes
    application = QApplication([])
    theme = Theme(application, ThemeChoice.LIGHT)
    vendor = vendors().default
    composer = Composer(theme.tokens)
    composer.offer(vendor)
    composer.set_available(1_000_00)
    composer.resize(1280, 400)
    composer.show()
    models = [model for model in vendor.models if not model.needs_parent]

    def change(number: int) -> None:
        composer.model.choose(models[(number * 7 + 1) % len(models)])
        application.processEvents()

    result = _timed(changes, change, "closed")
    composer.model.choose(models[1])
    composer.controls.advanced_button.setChecked(True)
    result |= _timed(changes, change, "opened")
    result |= _timed(changes, lambda _number: _bare(application), "bare")
    sys.stdout.write(json.dumps(result | {"buttons": _BUTTONS}) + "\n")
    return 0


def _timed(changes: int, work: Callable[[int], None], name: str) -> dict[str, float]:
    spent = []
    # The first ones also make what is kept from then on.
    for number in range(-10, changes):
        began = time.perf_counter()
        work(number)
        if number >= 0:
            spent.append((time.perf_counter() - began) * 1_000)
    return {f"{name}_ms": statistics.median(spent), f"{name}_worst_ms": max(spent)}


def _bare(application: QApplication) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    for number in range(_BUTTONS):
        row.addWidget(QPushButton(f"{number}"))
    window.show()
    application.processEvents()
    window.close()


if __name__ == "__main__":
    sys.exit(main())
