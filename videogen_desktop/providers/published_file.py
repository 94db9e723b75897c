"""One small static file, asked for without a key."""

import asyncio
import contextlib

from videogen_desktop.domain.errors import ProviderUnavailableError
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.providers.answer_body import read_bounded
from videogen_desktop.providers.http import SETUP_ERRORS, context_for, free_client, httpx
from videogen_desktop.providers.http_settings import proxy_for

LIMIT_BYTES = 4_096
# For all of it: a server that drips bytes never meets a read timeout.
SECONDS = 15.0
# The code of a failure that was met on the way: nobody was asked anything.
NOT_ASKED = "not_asked"


async def published_file(url: str, settings: HttpSettings, seconds: float = SECONDS) -> bytes:
    """GET it, once, without cookies; the system's trust decides about TLS, and no redirect is
    followed, wherever it leads.

    Raises ProviderUnavailableError (code NOT_ASKED where nothing left), MalformedAnswerError for
    more bytes than it may have.
    """
    try:
        client = free_client(context_for(url, settings), proxy_for(url, settings))
    except SETUP_ERRORS as error:
        raise ProviderUnavailableError(type(error).__name__, NOT_ASKED) from error
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(client.aclose)
        try:
            async with asyncio.timeout(seconds):
                request = client.build_request("GET", url)
                response = await client.send(request, stream=True)
                stack.push_async_callback(response.aclose)
                if response.status_code != httpx.codes.OK:
                    raise ProviderUnavailableError(f"HTTP {response.status_code}")
                return await read_bounded(response, LIMIT_BYTES)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError) as error:
            raise ProviderUnavailableError(type(error).__name__, NOT_ASKED) from error
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            raise ProviderUnavailableError(type(error).__name__) from error
