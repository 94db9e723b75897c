"""Files that go into requests, and a vendor that asks for them whatever its models declare."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import fields, replace

from tests.requests import SANDBOX
from videogen_desktop.domain.input_file import InputFile, InputKind, input_object
from videogen_desktop.domain.request import PricedRequest, VideoRequest, canonical
from videogen_desktop.domain.vendor import RequestFacts, Vendor
from videogen_desktop.services.catalogue import Catalogue
from videogen_desktop.services.wallet_engine import WalletEngine
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.library import Library, SqliteLibrary

PICTURE, OTHER = b"\x89PNG one picture", b"\x89PNG another picture"


def input_file(content: bytes = PICTURE) -> InputFile:
    sha256 = hashlib.sha256(content).hexdigest()
    return InputFile(sha256, InputKind.IMAGE, "image/png", len(content), 640, 480)


def take_in(library: SqliteLibrary, places: Directories, content: bytes = PICTURE) -> InputFile:
    """Kept as one that was chosen."""
    file = _written(places, content)
    with library.writing() as rows:
        rows.inputs.add(file, 0)
    return file


async def taken_in(library: Library, places: Directories, content: bytes = PICTURE) -> InputFile:
    """The same for the library of a running engine."""
    file = _written(places, content)
    await library.write(lambda rows: rows.inputs.add(file, 0))
    return file


def _written(places: Directories, content: bytes) -> InputFile:
    file = input_file(content)
    path = places.inputs / file.sha256[:2] / f"{file.sha256}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return file


class WithPictures(Vendor):
    """The vendor, whose requests name their pictures under one name."""

    def priced(
        self, request: VideoRequest, facts: RequestFacts | None = None, most: int | None = None
    ) -> PricedRequest:
        plain = super().priced(replace(request, inputs={}), facts, most)
        body = json.loads(plain.body)
        pictures = [sha256 for files in request.inputs.values() for sha256 in files]
        body["input"]["image_urls"] = [input_object(sha256) for sha256 in pictures]
        whole = replace(plain.request, inputs=request.inputs)
        return replace(plain, request=whole, body=canonical(body))


def with_pictures(vendor: Vendor = SANDBOX) -> Vendor:
    return WithPictures(**{field.name: getattr(vendor, field.name) for field in fields(vendor)})


def offer_pictures(engine: WalletEngine) -> None:
    """Its vendor takes them from now on."""
    offer(engine, with_pictures())


def offer(engine: WalletEngine, vendor: Vendor) -> None:
    """As if this vendor's models had been read."""
    parts = (engine.library, engine.wallet, vendor, None, lambda _event: None)
    engine.catalogue = Catalogue(*parts, engine.clock)


def pictures_in(body: str) -> Sequence[object]:
    """What a body has in their place."""
    found: Sequence[object] = json.loads(body)["input"]["image_urls"]
    return found
