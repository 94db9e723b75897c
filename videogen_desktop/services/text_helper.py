"""The text helper: off until its user enters an address, and asked only when they press for it."""

import json
from collections.abc import Awaitable, Callable
from functools import cache
from typing import TYPE_CHECKING

from videogen_desktop.domain.addresses import normalised_text_base
from videogen_desktop.domain.errors import KeyStoreUnavailableError, TextHelperError
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.domain.text_helper import (
    FILE,
    LONGEST_SOURCE,
    TRIAL,
    HelperTask,
    Rewritten,
    cleaned_answer,
)
from videogen_desktop.resources import resource_path
from videogen_desktop.services.preferences import Preferences
from videogen_desktop.storage.key_store import LayeredKeyStore

if TYPE_CHECKING:
    from videogen_desktop.providers.text_helper import TextHelperClient

# Where the trial wallet's own server is; it is started where it does not run yet.
FindTrial = Callable[[], Awaitable[str]]


class TextHelper:
    """Worker's loop only. A call that is cancelled ends its connection; none is made twice.

    A key is bound to the address that it was entered for (see LayeredKeyStore), and what is sent
    is the text, the task and the model's name.
    """

    def __init__(
        self,
        preferences: Preferences,
        keys: LayeredKeyStore,
        network: Callable[[], Awaitable[HttpSettings]],
        find_trial: FindTrial | None = None,
        seconds: float | None = None,
    ) -> None:
        """`find_trial` is None where the open wallet's vendor has no server of its own here;
        `seconds` is the longest that an answer may take (None: the client's own limit)."""
        self._preferences = preferences
        self._keys = keys
        self._network = network
        self._find_trial = find_trial
        self._seconds = seconds

    @property
    def has_trial(self) -> bool:
        """Whether there is a server to try it with that costs nothing."""
        return self._find_trial is not None

    async def rewritten(self, task: HelperTask, text: str) -> Rewritten:
        """The text as the helper would have it. Raises TextHelperError,
        KeyStoreUnavailableError."""
        settings = self._preferences.settings
        if not settings.text_helper_address:
            raise TextHelperError("off")
        if not settings.text_helper_model:
            raise TextHelperError("no_model")
        if len(text) > LONGEST_SOURCE:
            raise TextHelperError("too_much")
        client = await self._client(settings.text_helper_address)
        answer = await client.text(settings.text_helper_model, _instructions()[task.value], text)
        return Rewritten(task, text, cleaned_answer(answer, text))

    async def models(self, address: str) -> tuple[str, ...]:
        """The models that this address offers. Raises TextHelperError, ApiBaseRefusedError,
        KeyStoreUnavailableError."""
        return await (await self._client(address)).models()

    async def keep_key(self, address: str, key: str) -> bool:
        """Keep the address's key; an empty one is forgotten. False where the system's keyring
        keeps none: then it holds for this run only. Raises ApiBaseRefusedError, ValueError."""
        entry = _entry(normalised_text_base(address))
        if not key.strip():
            await self._keys.remove(entry)
            return True
        try:
            await self._keys.put(entry, key.strip())
        except KeyStoreUnavailableError:
            await self._keys.put_for_this_run(entry, key.strip())
            return False
        return True

    async def has_key(self, address: str) -> bool:
        """Whether a key is kept for exactly this address. Raises ApiBaseRefusedError."""
        if address == TRIAL:
            return False
        try:
            return bool(await self._keys.get(_entry(normalised_text_base(address))))
        except KeyStoreUnavailableError:
            return False

    async def _client(self, address: str) -> "TextHelperClient":
        # httpx takes a fifth of a second to import: a window without a helper never does this.
        from videogen_desktop.providers.text_helper import WRITING_SECONDS, TextHelperClient

        base = await self._base(address)
        key = "" if address == TRIAL else await self._keys.get(_entry(base)) or ""
        seconds = self._seconds or WRITING_SECONDS
        return TextHelperClient(base, key, await self._network(), seconds)

    async def _base(self, address: str) -> str:
        if address != TRIAL:
            return normalised_text_base(address)
        if self._find_trial is None:
            raise TextHelperError("trial_only")
        return normalised_text_base(await self._find_trial())


@cache
def _instructions() -> dict[str, str]:
    tasks: dict[str, str] = json.loads(resource_path(FILE).read_text(encoding="utf-8"))["tasks"]
    return tasks


def _entry(base: str) -> str:
    # No base of videos begins so: neither key is ever taken for the other's.
    return f"text-helper {base}"
