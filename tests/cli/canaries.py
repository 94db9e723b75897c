"""Looks for things that must not be found: in names, in bytes, and inside zip files."""

import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, quote_plus, urlsplit

from tests.cli.conftest import Run
from videogen_desktop.domain.file_names import safe_stem
from videogen_desktop.storage.directories import Directories

WORD = "canaryprompt"
PROMPT = f"Một {WORD} chơi với cuộn len"
_ADDRESSES = (
    "SELECT result_url FROM video WHERE result_url IS NOT NULL",
    "SELECT url FROM download",
)


@dataclass(frozen=True, slots=True)
class Canaries:
    """What one run must keep to itself, and where it ran."""

    places: Directories
    key: str

    def queries(self) -> set[str]:
        """The signed parts of every result's address, from the only place that knows them."""
        if not self.places.database.exists():
            return set()
        with closing(sqlite3.connect(self.places.database)) as database:
            rows = [row for (row,) in (r for sql in _ADDRESSES for r in database.execute(sql))]
        return {urlsplit(address).query for address in rows} - {""}

    def leaks(self, *runs: Run) -> list[str]:
        """Everything that is where it must not be, in words."""
        found = [f"the key in {place}" for place in self._with(self.key, any_file=True)]
        for query in self.queries():
            found += [f"an address in {place}" for place in self._with(query)]
        found += [f"the prompt in {place}" for place in self._with(WORD, prompt=True)]
        for run in runs:
            found += [f"the key in {run}"] * (self.key in run.out + run.err)
            found += [f"an address in {run}"] * any(
                query in run.out + run.err for query in self.queries()
            )
            # Both streams tell the owner where the files are; everything else there is a log.
            said = run.err.replace(clip_name(), "")
            for clip in self.places.videos.glob("*.mp4"):
                said = said.replace(clip.name, "")
            found += [f"the prompt in {said}"] * (WORD in said.lower())
        return found

    def _with(self, text: str, *, prompt: bool = False, any_file: bool = False) -> Iterator[Path]:
        for path in self._everything():
            if not any_file and path.is_relative_to(self.places.backups):
                continue
            if not any_file and path.name.startswith(self.places.database.name):
                continue
            if prompt and path in self._own_files():
                continue
            if holds(path, text):
                yield path

    def _own_files(self) -> set[Path]:
        return {self.places.settings, *self.places.videos.glob("*.mp4")}

    def _everything(self) -> Iterator[Path]:
        yield from (path for path in self.places.data.rglob("*") if path.is_file())


def clip_name() -> str:
    """What the clip of the prompt is called."""
    return f"{safe_stem(PROMPT)}.mp4"


def holds(path: Path, text: str) -> bool:
    """Whether a file has it in its name or its bytes, in any of the ways one writes it down."""
    wanted = {text, quote(text), quote_plus(text), text.encode("unicode_escape").decode()}
    needles = {spelt.lower().encode(code) for spelt in wanted for code in ("utf-8", "utf-16-le")}
    contents = [path.name.encode(), path.read_bytes()]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as file:
            contents += [file.read(name) for name in file.namelist()]
    return any(needle in content.lower() for needle in needles for content in contents)
