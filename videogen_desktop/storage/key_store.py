"""API keys in the system's keyring, each bound to the one base it may be sent to."""

import asyncio
from collections.abc import Iterable
from typing import Protocol

from videogen_desktop.domain.addresses import one_spelling
from videogen_desktop.domain.errors import KeyStoreUnavailableError
from videogen_desktop.domain.redaction import hide_in_logs

_SERVICE = "VideoGen Desktop"
# Windows stores at most 2,560 bytes of UTF-16 (keyring#355).
LONGEST_KEY = 1024


class KeyStore(Protocol):
    """Where keys are kept. Calls may wait for the user to unlock something."""

    async def get(self, api_base: str) -> str | None:
        """The key of exactly this base. Raises KeyStoreUnavailableError."""
        ...

    async def put(self, api_base: str, key: str) -> None: ...

    async def remove(self, api_base: str) -> None: ...


class MemoryKeyStore:
    """For this run only; nothing is written anywhere."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}

    async def get(self, api_base: str) -> str | None:
        return self._keys.get(api_base)

    async def put(self, api_base: str, key: str) -> None:
        self._keys[api_base] = key

    async def remove(self, api_base: str) -> None:
        self._keys.pop(api_base, None)

    def __repr__(self) -> str:
        return "MemoryKeyStore()"


class SystemKeyStore:
    """The operating system's keyring; every call runs in a thread, as it may block for minutes.

    Every key that passes here is left out of the logs that are open.
    """

    async def get(self, api_base: str) -> str | None:
        key = await asyncio.to_thread(_call, "get_password", api_base)
        if key:
            hide_in_logs(key)
        return key

    async def put(self, api_base: str, key: str) -> None:
        """Raises KeyStoreUnavailableError, ValueError for a key no keyring would hold."""
        if not key or len(key) > LONGEST_KEY:
            raise ValueError(len(key))
        hide_in_logs(key)
        await asyncio.to_thread(_call, "set_password", api_base, key)
        # Some backends take everything and keep nothing (keyring's own null backend).
        if await asyncio.to_thread(_call, "get_password", api_base) != key:
            raise KeyStoreUnavailableError("not_kept")

    async def remove(self, api_base: str) -> None:
        if await self.get(api_base) is not None:
            await asyncio.to_thread(_call, "delete_password", api_base)


def _call(name: str, api_base: str, *arguments: str) -> str | None:
    # Importing keyring loads the platform's backends: never on a thread that must not wait.
    import keyring
    from keyring.errors import KeyringLocked, NoKeyringError

    try:
        answer: str | None = getattr(keyring, name)(_SERVICE, api_base, *arguments)
    except NoKeyringError as error:
        raise KeyStoreUnavailableError("missing") from error
    except KeyringLocked:
        raise KeyStoreUnavailableError("locked") from None
    except Exception:  # noqa: BLE001 - backends raise whatever their platform's library raises
        # Without the cause: nobody knows whether its text holds the key.
        raise KeyStoreUnavailableError("failed") from None
    return answer


class LayeredKeyStore:
    """The system's keyring, and keys that the user keeps for this run only.

    Every key that passes here is left out of the logs that are open.
    """

    def __init__(self, system: KeyStore) -> None:
        self._system = system
        self._memory = MemoryKeyStore()
        self._former_bases = frozenset[str]()

    def know(self, bases: Iterable[str]) -> None:
        """Spellings under which an earlier version may have kept a key."""
        self._former_bases = self._former_bases.union(bases)

    async def get(self, api_base: str) -> str | None:
        """A key of this run first. Raises KeyStoreUnavailableError."""
        key = await self._memory.get(api_base)
        for entry in self._entries(api_base):
            key = key or await self._system.get(entry)
        if key:
            hide_in_logs(key)
        return key

    async def put(self, api_base: str, key: str) -> None:
        """Into the keyring. Raises KeyStoreUnavailableError, ValueError."""
        hide_in_logs(key)
        await self._system.put(api_base, key)
        # One of this run would stand before it.
        await self._memory.remove(api_base)

    async def is_for_this_run(self, api_base: str) -> bool:
        """Whether the key that `get` gives is in memory only, and gone with this run."""
        return await self._memory.get(api_base) is not None

    async def put_for_this_run(self, api_base: str, key: str) -> None:
        """Into memory only."""
        hide_in_logs(key)
        await self._memory.put(api_base, key)

    async def remove(self, api_base: str) -> None:
        """From both. Raises KeyStoreUnavailableError when the keyring, the only one that may have
        it, cannot be asked."""
        in_memory = await self._memory.get(api_base) is not None
        await self._memory.remove(api_base)
        try:
            for entry in self._entries(api_base):
                await self._system.remove(entry)
        except KeyStoreUnavailableError:
            if not in_memory:
                raise

    def _entries(self, api_base: str) -> tuple[str, ...]:
        """What a key of this base may be kept under: never what is another base's."""
        # What stands before the base says what the key is for.
        use, blank, base = api_base.rpartition(" ")
        former = (one for one in self._former_bases if one != base and one_spelling(one) == base)
        return (api_base, *(f"{use}{blank}{one}" for one in sorted(former)))
