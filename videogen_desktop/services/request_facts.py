"""The facts of a request that its own words do not say, as the library knows them."""

from videogen_desktop.domain.follow_ups import parent_of
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.vendor import RequestFacts, Vendor
from videogen_desktop.services.inputs import Inputs
from videogen_desktop.storage.library import Library


async def request_facts(
    request: VideoRequest, vendor: Vendor, inputs: Inputs, library: Library, wallet_id: str
) -> RequestFacts:
    """Of the request's files, and of the video that it continues. Raises InputLostError,
    UnknownModelError."""
    contents = dict.fromkeys(one for files in request.inputs.values() for one in files)
    files = {sha256: await inputs.facts(sha256) for sha256 in contents}
    if not request.parent:
        return RequestFacts(files)
    found = await library.read(lambda rows: rows.videos.many([request.parent]))
    model = vendor.model(request.model_id or None)
    return RequestFacts(files, *parent_of(model, next(iter(found), None), wallet_id))
