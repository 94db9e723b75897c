"""Files that nothing refers to any more go, late; whatever may be sent keeps its own."""

import asyncio
import os
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

import pytest

from tests.services.input_files import take_in
from tests.services.rig import an_empty_library
from tests.services.virtual_time import VirtualClock
from tests.storage.filled_library import REQUEST, new_video, new_wallet
from videogen_desktop.domain.errors import InputLostError
from videogen_desktop.domain.handover import Handover
from videogen_desktop.domain.request import as_json
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.states import Origin, VideoState
from videogen_desktop.services.inputs import InputMaker, Inputs
from videogen_desktop.storage.directories import Directories, directories
from videogen_desktop.storage.input_files import SET_ASIDE_DAYS, UNUSED_DAYS, InputFiles
from videogen_desktop.storage.library import SqliteLibrary, open_library
from videogen_desktop.storage.settings import save_settings

DAY = 24 * 3600


@dataclass
class Place:
    library: SqliteLibrary
    places: Directories
    wallet_id: str
    now: float

    @property
    def files(self) -> InputFiles:
        return InputFiles(self.places.inputs)

    def kept(self, name: str, days: float = UNUSED_DAYS + 1) -> str:
        """A file that was taken in so many days ago."""
        sha256 = take_in(self.library, self.places, name.encode()).sha256
        path = self.path_of(sha256)
        os.utime(path, (self.now - days * DAY,) * 2)
        return sha256

    def path_of(self, sha256: str) -> Path:
        return self.places.inputs / sha256[:2] / f"{sha256}.png"

    def is_here(self, sha256: str) -> bool:
        """Without asking for it."""
        return self.path_of(sha256).exists()

    def video(self, sha256: str, **values: Any) -> None:
        request = replace(REQUEST.request, inputs={"reference": (sha256,)})
        with self.library.writing() as rows:
            rows.videos.add(new_video(self.wallet_id, request=request, **values))

    def sweep(self) -> None:
        media = cast("InputMaker", None)
        places = (self.files, VirtualClock(), self.places.settings)
        asyncio.run(Inputs(self.library, media, *places).sweep())


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    places = directories(tmp_path)
    places.database.write_bytes(an_empty_library())
    library = open_library(places, 1)
    made = Place(library, places, new_wallet(library).id, time.time())
    monkeypatch.setattr("videogen_desktop.storage.input_files.time.time", lambda: made.now)
    yield made
    library.close()


def test_what_nothing_refers_to_goes_and_comes_back_when_asked_for(place: Place) -> None:
    lost, wanted = place.kept("one"), place.kept("two")
    place.sweep()
    assert not place.is_here(lost) and not place.is_here(wanted)
    assert asyncio.run(place.files.checked(wanted)) == place.path_of(wanted)
    place.now += (SET_ASIDE_DAYS - 1) * DAY
    place.sweep()
    assert asyncio.run(place.files.missing([lost])) == ()
    place.sweep()
    place.now += (SET_ASIDE_DAYS + 1) * DAY
    place.sweep()
    with pytest.raises(InputLostError):
        asyncio.run(place.files.path_of(lost))
    with place.library.reading() as rows:
        assert lost not in rows.inputs.known([lost])
    assert [one for one in place.places.inputs.iterdir() if one.name.startswith(".")] == []


def test_a_video_that_is_shown_keeps_its_files(place: Place) -> None:
    waiting, shown, deleted = (place.kept(name) for name in ("waiting", "shown", "deleted"))
    place.video(waiting)
    ended = {"origin": Origin.IMPORTED, "state": VideoState.COMPLETED}
    place.video(shown, **ended)
    place.video(deleted, **ended, deleted_at=5)
    place.sweep()
    assert place.is_here(waiting) and place.is_here(shown)
    assert not place.is_here(deleted)


def test_one_that_may_still_be_sent_keeps_them_though_it_is_deleted(place: Place) -> None:
    used = place.kept("used")
    place.video(used, deleted_at=5)
    place.sweep()
    assert place.is_here(used)


def test_one_that_went_by_itself_meanwhile_is_no_defect(place: Place) -> None:
    there, gone = place.kept("there"), place.kept("gone")
    place.path_of(gone).unlink()
    asyncio.run(place.files.set_aside([gone, there]))
    assert not place.is_here(there)


def test_what_was_handed_over_or_drafted_keeps_its_files(place: Place) -> None:
    drafted, asked = place.kept("drafted"), place.kept("asked")
    request = replace(REQUEST.request, inputs={"first_frame": (drafted,)})
    save_settings(place.places.settings, Settings()._replace(draft=as_json(request)))
    with place.library.writing() as rows:
        other = replace(request, inputs={"first_frame": (asked,)})
        rows.handovers.ask(Handover(str(uuid.uuid4()), str(uuid.uuid4()), "cli", other, False, 1))
    place.sweep()
    assert place.is_here(drafted) and place.is_here(asked)


def test_what_was_chosen_lately_or_is_not_known_here_stays(place: Place) -> None:
    fresh, strange = place.kept("fresh", UNUSED_DAYS - 1), place.kept("strange")
    with place.library.writing() as rows:
        rows.inputs.forget([strange])
    place.sweep()
    assert place.is_here(fresh) and place.is_here(strange)


def test_one_that_is_brought_again_meanwhile_stays(place: Place) -> None:
    name = place.kept("again")

    async def bring() -> str:
        part = await place.files.new_part(5)
        part.write_bytes(b"again")
        return (await place.files.keep(part, "image/png"))[0]

    # Its part was given up for the kept file, which another process then set aside.
    assert asyncio.run(bring()) == name
    asyncio.run(place.files.set_aside([name]))
    assert asyncio.run(place.files.path_of(name)) == place.path_of(name)
    asyncio.run(place.files.set_aside([name]))
    assert asyncio.run(bring()) == name
    place.now += (SET_ASIDE_DAYS + 1) * DAY
    assert asyncio.run(place.files.remove_set_aside()) == ()
    assert place.is_here(name)


def test_settings_that_cannot_be_read_keep_everything(place: Place) -> None:
    used = place.kept("used")
    place.places.settings.mkdir()
    place.sweep()
    assert place.is_here(used)
