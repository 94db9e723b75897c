"""The user's settings in one versioned file; unknown keys of a newer version are kept."""

import contextlib
import json
import os
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from videogen_desktop.domain.errors import SettingsUnreadableError

VERSION = 1


@dataclass(frozen=True, slots=True)
class Settings:
    """Typed settings with their defaults. `active_wallet` is (provider, api_base) or None."""

    active_provider: str | None = None
    active_api_base: str | None = None
    known_api_bases: tuple[str, ...] = ()
    language: str = "vi"
    theme: str = "system"
    aspect_ratio: str = "landscape"
    model_id: str | None = None
    unknown: dict[str, Any] = field(default_factory=dict)


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
        return _from_json(stored)
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsUnreadableError(path, None) from error
    except (ValueError, TypeError, RecursionError) as error:
        raise SettingsUnreadableError(path, _set_aside(path)) from error


def save_settings(path: Path, settings: Settings) -> None:
    """Replace the file in one step. Raises OSError."""
    values = asdict(settings)
    unknown = values.pop("unknown")
    body = json.dumps({**unknown, "version": VERSION, **values}, ensure_ascii=False, indent=2)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        file.write(body + "\n")
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _from_json(stored: dict[str, Any]) -> Settings:
    settings = Settings()
    known: dict[str, Any] = {}
    for spec in fields(Settings):
        if spec.name == "unknown" or spec.name not in stored:
            continue
        value = stored.pop(spec.name)
        if spec.name == "known_api_bases":
            if not isinstance(value, list) or not all(isinstance(base, str) for base in value):
                raise TypeError(spec.name)
            value = tuple(value)
        elif not (isinstance(value, str) or (value is None and "None" in str(spec.type))):
            raise TypeError(spec.name)
        known[spec.name] = value
    stored.pop("version", None)
    return replace(settings, **known, unknown=stored)


def _set_aside(path: Path) -> Path | None:
    kept = path.with_suffix(".damaged.json")
    with contextlib.suppress(OSError):
        path.replace(kept)
        return kept
    return None
