"""The user's settings in one versioned file; unknown keys of a newer version are kept."""

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from videogen_desktop.domain.settings import Settings
from videogen_desktop.storage.private_paths import private_file, private_folder

if TYPE_CHECKING:
    from videogen_desktop.domain.errors import SettingsUnreadableError
    from videogen_desktop.domain.spend_guards import SpendGuards

VERSION = 1
# Deeper than any version writes, and no deeper than can be written again.
_DEEPEST = 50


def load_settings(path: Path) -> Settings:
    """Read the file, or the defaults without one.

    Each setting is read alone. Raises SettingsUnreadableError where any cannot be: the file is set
    aside and written again with the rest, so that the next call succeeds. A file that cannot be
    read just now stays where it is (`kept_as` None).
    """
    rest: Settings | None = None
    unreadable: tuple[str, ...] = ()
    try:
        # Editors on Windows begin a file with a byte order mark.
        text = path.read_text(encoding="utf-8-sig")
        # A first start has no file, and its first frame does not wait for this.
        import json

        stored = json.loads(text)
        if not isinstance(stored, dict):
            raise TypeError(path)
        _refuse_deep(stored, _DEEPEST)
        rest, unreadable = _from_json(_with_one_draft(stored))
        rest = _in_one_spelling(rest)
        if not unreadable:
            return rest
        raise TypeError(unreadable)
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise _unreadable(path, None, _without_limits()) from error
    except (ValueError, TypeError, RecursionError) as error:
        rest = rest or _without_limits()
        kept = _set_aside(path)
        if kept is not None:
            with contextlib.suppress(OSError):
                save_settings(path, rest)
        raise _unreadable(path, kept, rest, unreadable) from error


def _unreadable(
    path: Path, kept: Path | None, rest: Settings, names: tuple[str, ...] = ()
) -> "SettingsUnreadableError":
    # All errors take 1 ms to import, and the window reads this before its first frame.
    from videogen_desktop.domain.errors import SettingsUnreadableError

    return SettingsUnreadableError(path, kept, rest, names)


def save_settings(path: Path, settings: Settings) -> None:
    """Replace the file in one step. Raises OSError."""
    import json

    from videogen_desktop import held_files

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
    held_files.replace(part, path)


def settings_values(settings: Settings) -> dict[str, Any]:
    """By name, as JSON knows them."""
    from dataclasses import asdict

    limits = settings.spend_guards.items()
    guards = {name: asdict(limit) for name, limit in limits}
    rest = {"vendor_of_base": dict(settings.vendor_of_base), "unknown": dict(settings.unknown)}
    return settings._asdict() | {"spend_guards": guards, **rest}


def _from_json(stored: dict[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    """What can be read, and the names of what cannot."""
    defaults = Settings()
    known: dict[str, Any] = {}
    unreadable: list[str] = []
    for name, default in defaults._asdict().items():
        if name == "unknown" or name not in stored:
            continue
        try:
            if name == "spend_guards":
                known[name], are_whole = _spend_guards(stored.pop(name))
                unreadable += [] if are_whole else [name]
            else:
                known[name] = _checked(stored.pop(name), default)
        except TypeError:
            unreadable.append(name)
    stored.pop("version", None)
    return defaults._replace(**known, unknown=stored), tuple(unreadable)


def _in_one_spelling(settings: Settings) -> Settings:
    """Earlier versions took `[::1]` and its long form for two wallets."""
    from videogen_desktop.domain.addresses import one_spelling

    active = (settings.active_api_base,) if settings.active_api_base else ()
    named = {*settings.known_api_bases, *active, *settings.spend_guards}
    bases = {base: one_spelling(base) for base in named if "://" in base}
    if all(base == one for base, one in bases.items()):
        return settings
    known = dict.fromkeys(bases[base] for base in settings.known_api_bases)
    former = (base for base in (*settings.known_api_bases, *active) if bases[base] != base)
    guards: dict[str, SpendGuards] = {}
    for name, limits in settings.spend_guards.items():
        one = bases.get(name, name)
        guards[one] = limits.stricter(guards[one]) if one in guards else limits
    return settings._replace(
        active_api_base=bases[active[0]] if active else settings.active_api_base,
        known_api_bases=tuple(known),
        former_api_bases=tuple(dict.fromkeys((*settings.former_api_bases, *former))),
        spend_guards=guards,
    )


def _with_one_draft(stored: dict[str, Any]) -> dict[str, Any]:
    """A version before requests were one value kept the draft's text, shape and model apart."""
    apart = [stored.pop(name, None) for name in ("aspect_ratio", "model_id")]
    draft = stored.get("draft")
    if apart == [None, None] or not isinstance(draft, str | None):
        return stored
    from videogen_desktop.domain.request import VideoRequest, as_json

    shape, model_id = (one if isinstance(one, str) else "" for one in apart)
    options = {"aspect_ratio": shape} if shape else {}
    return stored | {"draft": as_json(VideoRequest(model_id, draft or "", options))}


def _without_limits() -> Settings:
    """The defaults where limits may have been set that nobody can read."""
    from videogen_desktop.domain.spend_guards import ANY_WALLET, UNREADABLE, SpendGuards

    return Settings(spend_guards={ANY_WALLET: SpendGuards(UNREADABLE, UNREADABLE)})


def _refuse_deep(value: object, levels: int) -> None:
    if levels == 0:
        raise ValueError("nested too deep")
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            _refuse_deep(inner, levels - 1)


def _checked(value: object, default: object) -> object:
    """The value if it has the default's type; None stands for a text that may be missing."""
    if isinstance(default, Mapping):
        if isinstance(value, dict) and all(isinstance(part, str) for part in value.values()):
            return value
        raise TypeError(value)
    if isinstance(default, tuple):
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            return tuple(value)
        raise TypeError(value)
    fits = type(value) in (str, type(None)) if default is None else type(value) is type(default)
    if not fits:
        raise TypeError(value)
    return value


def _spend_guards(value: object) -> "tuple[Mapping[str, SpendGuards], bool]":
    """The limits, and whether all could be read: one that cannot stops its wallet's spending."""
    from videogen_desktop.domain.spend_guards import UNREADABLE, SpendGuards

    if not isinstance(value, dict):
        return _without_limits().spend_guards, False
    found: dict[str, SpendGuards] = {}
    are_whole = True
    for wallet, limits in value.items():
        if not isinstance(limits, dict):
            found[str(wallet)], are_whole = SpendGuards(UNREADABLE, UNREADABLE), False
            continue
        read = {name: _limit(limits.get(name)) for name in SpendGuards.__slots__}
        found[str(wallet)] = SpendGuards(**read)
        # One that was noted as unreadable is no news.
        are_whole &= all(read[name] in (limits.get(name), None) for name in read)
    return found, are_whole


def _limit(value: object) -> int | None:
    from videogen_desktop.domain.spend_guards import UNREADABLE

    if value is None or (type(value) is int and value >= 0):
        return value
    return UNREADABLE


def _set_aside(path: Path) -> Path | None:
    from videogen_desktop import held_files

    kept = path.with_suffix(".damaged.json")
    with contextlib.suppress(OSError):
        held_files.replace(path, kept)
        return kept
    return None
