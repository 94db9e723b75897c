"""Reading a request's body within bounds."""

import json

from starlette.requests import Request

LONGEST_BODY_BYTES = 1_000_000


async def json_of(request: Request, longest: int = LONGEST_BODY_BYTES) -> object:
    """The decoded JSON; None for anything else and for what is too long."""
    body = await body_of(request, longest)
    if body is None:
        return None
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


async def body_of(request: Request, longest: int) -> bytes | None:
    """The whole body; None when it has more than ``longest`` bytes."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > longest:
            return None
    return bytes(body)
