"""The key that callbacks are signed with: in the keyring, bound to the same base as the API key."""

from videogen_desktop.storage.key_store import LayeredKeyStore


class WebhookKeys:
    """Every method runs on the worker's loop and raises KeyStoreUnavailableError."""

    def __init__(self, key_store: LayeredKeyStore) -> None:
        self._key_store = key_store

    async def get(self, api_base: str) -> str | None:
        """The key of exactly this base."""
        return await self._key_store.get(_entry(api_base))

    async def put(self, api_base: str, key: str, *, for_this_run: bool = False) -> None:
        """Keep it; `for_this_run` keeps it in memory only. Raises ValueError for one too long."""
        if for_this_run:
            await self._key_store.put_for_this_run(_entry(api_base), key)
        else:
            await self._key_store.put(_entry(api_base), key)

    async def remove(self, api_base: str) -> None:
        """Forget it."""
        await self._key_store.remove(_entry(api_base))


def _entry(api_base: str) -> str:
    # No base begins so: an API key can never be taken for it, nor the other way round.
    return f"webhook {api_base}"
