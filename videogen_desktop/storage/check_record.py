"""When the whole library file was last looked at, and what that found."""

import contextlib
import json
from pathlib import Path

from videogen_desktop.domain.library_health import ThoroughCheck
from videogen_desktop.storage.private_paths import private_file


def last_check(path: Path) -> ThoroughCheck | None:
    """None before the first; a note that cannot be read is no note."""
    try:
        noted = json.loads(path.read_bytes())
        at, findings = noted["at"], noted["findings"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not isinstance(at, int) or not isinstance(findings, list):
        return None
    return ThoroughCheck(at, tuple(map(str, findings)))


def note_check(path: Path, check: ThoroughCheck) -> None:
    """Only for the holder of the engine lock. A folder that takes no file is reported by what
    needs it more."""
    part = path.with_suffix(".part")
    with contextlib.suppress(OSError):
        private_file(part)
        part.write_text(json.dumps({"at": check.at, "findings": check.findings}), encoding="utf-8")
        part.replace(path)
