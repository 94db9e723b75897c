"""The input method that Qt is asked to load, settled before the application exists.

The PySide6 wheel carries plug-ins for ibus, compose and the virtual keyboard only. A desktop that
asks for another one (fcitx5 with Unikey is common in Viet Nam) would leave the user unable to type
Vietnamese at all; fcitx5 also speaks the protocol of ibus.
"""

import logging
import sys
from collections.abc import MutableMapping
from pathlib import Path

_log = logging.getLogger(__name__)

_REPLACEMENT = "ibus"
# Names that Qt knows without a file of that name: two keys of one plug-in, and "none at all".
_ALWAYS_KNOWN = frozenset({"", "none", "compose", "xim", "simple", "wayland", "qtvirtualkeyboard"})
_ONE = "QT_IM_MODULE"
_SEVERAL = "QT_IM_MODULES"  # newer, asked first, separated by semicolons


def replace_missing_input_method(
    environment: MutableMapping[str, str], plugins: Path, platform: str = sys.platform
) -> bool:
    """Put ibus in the place of a method that has no plug-in in `plugins`; True when it did.

    Only X11 and Wayland ask by environment. Call it before QApplication is made.
    """
    if not platform.startswith("linux"):
        return False
    replaced = False
    for variable, separator in ((_SEVERAL, ";"), (_ONE, None)):
        asked = environment.get(variable)
        names = [] if asked is None else asked.split(separator) if separator else [asked]
        if names and not any(_is_known(name, plugins) for name in names):
            environment[variable] = _REPLACEMENT
            _log.warning("no plug-in for %s=%s: using %s", variable, asked, _REPLACEMENT)
            replaced = True
    return replaced


def _is_known(name: str, plugins: Path) -> bool:
    if name.lower() in _ALWAYS_KNOWN:
        return True
    folder = plugins / "platforminputcontexts"
    return (folder / f"lib{name.lower()}platforminputcontextplugin.so").is_file()
