"""A callback of our own making, sent to the address that the user gave."""

import asyncio

from videogen_desktop.domain.errors import ProviderUnavailableError
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.domain.webhook import SignedCallback
from videogen_desktop.providers.http import (
    SETUP_ERRORS,
    context_for,
    free_client,
    httpx,
)
from videogen_desktop.providers.http_settings import proxy_for

DEADLINE_S = 20.0


async def post_trial_callback(url: str, trial: SignedCallback, http: HttpSettings) -> int:
    """Send it once and return the HTTP status. Raises ProviderUnavailableError."""
    try:
        context = await asyncio.to_thread(context_for, url, http)
        proxy = await asyncio.to_thread(proxy_for, url, http)
        headers = dict(trial.headers)
        async with (
            asyncio.timeout(DEADLINE_S),
            free_client(context, proxy) as client,
            client.stream("POST", url, content=trial.body, headers=headers) as answer,
        ):
            # The status says all that counts: the body of a stranger's answer is not read.
            return answer.status_code
    except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
        raise ProviderUnavailableError(type(error).__name__) from error
    except SETUP_ERRORS as error:
        raise ProviderUnavailableError(type(error).__name__) from error
