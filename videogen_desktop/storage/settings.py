"""The user's settings in one versioned file; unknown keys of a newer version are kept."""

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from videogen_desktop.domain.errors import SettingsUnreadableError
from videogen_desktop.domain.settings import Settings
from videogen_desktop.storage.private_paths import private_file, private_folder

if TYPE_CHECKING:
    from videogen_desktop.domain.spend_guards import SpendGuards

VERSION = 1
# Deeper than any version writes, and no deeper than can be written again.
_DEEPEST = 50


def load_settings(path: Path) -> Settings:
    """Read the file, or the defaults without one.

    Raises SettingsUnreadableError, after setting a damaged file aside, so that the next call
    succeeds. A file that cannot be read just now stays where it is (`kept_as` None).
    """
    try:
        # Editors on Windows begin a file with a byte order mark.
        stored = json.loads(path.read_text(encoding="utf-8-sig"))
        if not isinstance(stored, dict):
            raise TypeError(path)
        _refuse_deep(stored, _DEEPEST)
        return _from_json(stored)
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsUnreadableError(path, None) from error
    except (ValueError, TypeError, RecursionError) as error:
        raise SettingsUnreadableError(path, _set_aside(path)) from error


def save_settings(path: Path, settings: Settings) -> None:
    """Replace the file in one step. Raises OSError."""
    values = settings_values(settings)
    unknown = values.pop("unknown")
    body = json.dumps({**unknown, "version": VERSION, **values}, ensure_ascii=False, indent=2)
    private_folder(path.parent)
    part = path.with_suffix(".part")
    private_file(part)
    # Half a character that was pasted must not keep every other setting from being saved.
    with part.open("w", encoding="utf-8", errors="replace") as file:
        file.write(body + "\n")
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def settings_values(settings: Settings) -> dict[str, Any]:
    """By name, as JSON knows them."""
    from dataclasses import asdict

    limits = settings.spend_guards.items()
    guards = {name: asdict(limit) for name, limit in limits}
    return settings._asdict() | {"spend_guards": guards, "unknown": dict(settings.unknown)}


def _from_json(stored: dict[str, Any]) -> Settings:
    defaults = Settings()
    known: dict[str, Any] = {}
    for name, default in defaults._asdict().items():
        if name != "unknown" and name in stored:
            known[name] = _checked(stored.pop(name), default)
    stored.pop("version", None)
    return defaults._replace(**known, unknown=stored)


def _refuse_deep(value: object, levels: int) -> None:
    if levels == 0:
        raise ValueError("nested too deep")
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            _refuse_deep(inner, levels - 1)


def _checked(value: object, default: object) -> object:
    """The value if it has the default's type; None stands for a text that may be missing."""
    if isinstance(default, Mapping):
        return _spend_guards(value)
    if isinstance(default, tuple):
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            return tuple(value)
        raise TypeError(value)
    fits = type(value) in (str, type(None)) if default is None else type(value) is type(default)
    if not fits:
        raise TypeError(value)
    return value


def _spend_guards(value: object) -> "dict[str, SpendGuards]":
    if not isinstance(value, dict):
        raise TypeError(value)
    return {str(wallet): _guards_of(limits) for wallet, limits in value.items()}


def _guards_of(limits: object) -> "SpendGuards":
    if not isinstance(limits, dict):
        raise TypeError(limits)
    from dataclasses import fields

    from videogen_desktop.domain.spend_guards import SpendGuards

    known = {spec.name: limits.get(spec.name) for spec in fields(SpendGuards)}
    for limit in known.values():
        if limit is not None and (type(limit) is not int or limit < 0):
            raise TypeError(limit)
    return SpendGuards(**known)


def _set_aside(path: Path) -> Path | None:
    kept = path.with_suffix(".damaged.json")
    with contextlib.suppress(OSError):
        path.replace(kept)
        return kept
    return None
