"""A callback of our own making, sent to the address that the user gave."""

import asyncio
import json
from dataclasses import dataclass

from videogen_desktop.domain.errors import ProviderUnavailableError
from videogen_desktop.providers.http import (
    SETUP_ERRORS,
    context_for,
    free_client,
    httpx,
)
from videogen_desktop.providers.http_settings import HttpSettings, proxy_for
from videogen_desktop.providers.kie.callbacks import (
    SIGNATURE_HEADER,
    TIMESTAMP_HEADER,
    signature_of,
)

DEADLINE_S = 20.0


@dataclass(frozen=True, slots=True)
class TrialCallback:
    """What is sent: signed as the provider signs, about a task that does not exist."""

    url: str
    task_id: str
    key: str
    now_ms: int


async def post_trial_callback(trial: TrialCallback, http: HttpSettings) -> int:
    """Send it once and return the HTTP status. Raises ProviderUnavailableError."""
    timestamp = str(trial.now_ms // 1000)
    signature = signature_of(trial.task_id, timestamp, trial.key)
    body = {"code": 200, "msg": "test", "data": {"taskId": trial.task_id, "state": "success"}}
    headers = {
        "Content-Type": "application/json",
        TIMESTAMP_HEADER: timestamp,
        SIGNATURE_HEADER: signature,
    }
    try:
        context = await asyncio.to_thread(context_for, trial.url, http)
        proxy = await asyncio.to_thread(proxy_for, trial.url, http)
        async with (
            asyncio.timeout(DEADLINE_S),
            free_client(context, proxy) as client,
            client.stream("POST", trial.url, content=json.dumps(body), headers=headers) as answer,
        ):
            # The status says all that counts: the body of a stranger's answer is not read.
            return answer.status_code
    except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
        raise ProviderUnavailableError(type(error).__name__) from error
    except SETUP_ERRORS as error:
        raise ProviderUnavailableError(type(error).__name__) from error
