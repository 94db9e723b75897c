"""What goes into requests, where vendors have it, and what they say that they offer."""

from dataclasses import replace

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from tests.storage.filled_library import fill_library
from videogen_desktop.domain.input_file import InputFile, InputKind
from videogen_desktop.storage.discovered_rows import Discovered, DiscoveredKind
from videogen_desktop.storage.library import SqliteLibrary
from videogen_desktop.storage.tables import input_file

PICTURE = InputFile("a" * 64, InputKind.IMAGE, "image/jpeg", 900, 1280, 720)
SOUND = InputFile("b" * 64, InputKind.SOUND, "audio/mpeg", 9_000, duration_ms=4_000)


def test_a_file_is_known_by_its_content_and_stays_what_it_was(library: SqliteLibrary) -> None:
    with library.writing() as rows:
        rows.inputs.add(PICTURE, 1, name="ảnh cưới.jpg")
        rows.inputs.add(SOUND, 2)
        rows.inputs.add(replace(PICTURE, width=1), 3)
    with library.reading() as rows:
        known = rows.inputs.known([PICTURE.sha256, SOUND.sha256, "c" * 64])
    assert known == {PICTURE.sha256: PICTURE, SOUND.sha256: SOUND}
    with pytest.raises(IntegrityError, match="never changes"), library.writing() as rows:
        rows.connection.execute(update(input_file).values(width=1))


def test_an_address_is_one_wallets_and_only_for_its_time(library: SqliteLibrary) -> None:
    wallet, other = fill_library(library).wallet, "0" * 36
    with library.writing() as rows:
        rows.uploads.put(wallet.id, PICTURE.sha256, "https://old.example/a", 1, 50)
        rows.uploads.put(wallet.id, PICTURE.sha256, "https://new.example/a", 2, 100)
        rows.uploads.put(wallet.id, SOUND.sha256, "https://new.example/b", 2, 60)
    both = [PICTURE.sha256, SOUND.sha256]
    with library.reading() as rows:
        assert rows.uploads.addresses(wallet.id, both, 60) == {
            PICTURE.sha256: "https://new.example/a"
        }
        assert rows.uploads.addresses(other, both, 0) == {}
        places = ["https://old.example/a", "https://new.example/a", "https://new.example/b"]
        assert rows.uploads.contents(wallet.id, places) == {
            "https://new.example/a": PICTURE.sha256,
            "https://new.example/b": SOUND.sha256,
        }
        assert rows.uploads.contents(other, places) == {}
    with library.writing() as rows:
        rows.uploads.forget(wallet.id, [PICTURE.sha256])
        assert rows.uploads.addresses(wallet.id, both, 60) == {}


def test_the_newest_answer_of_each_vendor_and_base_is_kept(library: SqliteLibrary) -> None:
    def said(text: str, at: int) -> Discovered:
        return Discovered("veo3", text, at)

    schema, price = DiscoveredKind.SCHEMA, DiscoveredKind.PRICE
    with library.writing() as rows:
        rows.discovered.put("kie", "https://a.example", schema, said("{}", 1))
        rows.discovered.put("kie", "https://a.example", schema, said('{"new":1}', 2))
        rows.discovered.put("kie", "https://a.example", price, said("8 credits", 1))
        rows.discovered.put("kie", "https://b.example", schema, said("[]", 3))
    with library.reading() as rows:
        assert rows.discovered.all_of("kie", "https://a.example", schema) == (said('{"new":1}', 2),)
        assert rows.discovered.all_of("kie", "https://b.example", price) == ()
