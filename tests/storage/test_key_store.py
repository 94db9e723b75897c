"""Keys stay in the system's keyring, each with its own base, and show up nowhere else."""

import asyncio
import threading
import traceback
from collections.abc import Iterator

import keyring
import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringError, KeyringLocked, PasswordDeleteError

from videogen_desktop.domain.errors import KeyStoreUnavailableError
from videogen_desktop.storage.key_store import (
    LONGEST_KEY,
    LayeredKeyStore,
    MemoryKeyStore,
    SystemKeyStore,
)

_KEY = "canary-4f1c"
_KIE, _OTHER = "https://api.kie.ai", "https://other.example"


class _Kept(KeyringBackend):
    """A keyring in memory that can be told to fail."""

    priority = 1

    def __init__(self, failure: Exception | None = None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.failure = failure
        self.passwords: dict[tuple[str, str], str] = {}
        self.threads: set[int] = set()

    def _note(self) -> None:
        self.threads.add(threading.get_ident())
        if self.failure is not None:
            raise self.failure

    def get_password(self, service: str, username: str) -> str | None:
        self._note()
        return self.passwords.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._note()
        self.passwords[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._note()
        if self.passwords.pop((service, username), None) is None:
            raise PasswordDeleteError(username)


@pytest.fixture
def backend() -> Iterator[_Kept]:
    before = keyring.get_keyring()
    kept = _Kept()
    keyring.set_keyring(kept)
    yield kept
    keyring.set_keyring(before)


def test_a_key_is_given_only_for_the_base_it_was_stored_for(backend: _Kept) -> None:
    async def walk() -> None:
        store = SystemKeyStore()
        await store.put(_KIE, _KEY)
        assert await store.get(_KIE) == _KEY
        for other in (_OTHER, _KIE + "/", _KIE.upper(), ""):
            assert await store.get(other) is None
        await store.put(_OTHER, "second")
        await store.remove(_KIE)
        await store.remove(_KIE)  # nothing left to do
        assert await store.get(_KIE) is None
        assert await store.get(_OTHER) == "second"

    asyncio.run(walk())
    assert threading.get_ident() not in backend.threads


@pytest.mark.parametrize(
    ("failure", "condition"),
    [
        (KeyringLocked(_KEY), "locked"),
        (InitError(_KEY), "failed"),
        (KeyringError(_KEY), "failed"),
        (OSError(_KEY), "failed"),
        (RuntimeError(_KEY), "failed"),
        # What D-Bus libraries raise has no relation to keyring's own errors.
        (Exception(_KEY), "failed"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_a_keyring_that_does_not_work_is_named_and_its_words_are_not_repeated(
    backend: _Kept, failure: Exception, condition: str
) -> None:
    backend.failure = failure
    store = SystemKeyStore()
    for call in (store.get(_KIE), store.put(_KIE, _KEY), store.remove(_KIE)):
        with pytest.raises(KeyStoreUnavailableError) as caught:
            asyncio.run(call)
        assert caught.value.condition == condition
        printed = "".join(traceback.format_exception(caught.value))
        assert _KEY not in printed.replace(__file__, "")


def test_no_keyring_at_all_is_named_missing(backend: _Kept) -> None:
    keyring.set_keyring(keyring.backends.fail.Keyring())  # type: ignore[no-untyped-call]
    with pytest.raises(KeyStoreUnavailableError) as caught:
        asyncio.run(SystemKeyStore().get(_KIE))
    assert caught.value.condition == "missing"


def test_a_key_no_keyring_would_hold_is_refused_before_it_gets_there(backend: _Kept) -> None:
    for key in ("", _KEY * LONGEST_KEY):
        with pytest.raises(ValueError, match=r"^\d+$"):
            asyncio.run(SystemKeyStore().put(_KIE, key))
    asyncio.run(SystemKeyStore().put(_KIE, "k" * LONGEST_KEY))
    assert list(backend.passwords.values()) == ["k" * LONGEST_KEY]


def test_the_store_in_memory_does_the_same_and_shows_nothing() -> None:
    async def walk() -> None:
        store = MemoryKeyStore()
        await store.put(_KIE, _KEY)
        assert await store.get(_KIE) == _KEY
        assert await store.get(_OTHER) is None
        assert _KEY not in f"{store!r} {store}"
        await store.remove(_KIE)
        await store.remove(_KIE)
        assert await store.get(_KIE) is None

    asyncio.run(walk())
    assert "object" in repr(SystemKeyStore())


def test_a_removed_key_does_not_come_back_from_below(backend: _Kept) -> None:
    async def walk() -> None:
        store = LayeredKeyStore(SystemKeyStore())
        await store.put(_KIE, _KEY)
        await store.put_for_this_run(_KIE, "for this run")
        assert await store.get(_KIE) == "for this run"
        assert await store.get(_OTHER) is None
        await store.remove(_KIE)
        assert await store.get(_KIE) is None
        # Without a keyring, a key of this run can be kept and removed all the same.
        await store.put_for_this_run(_KIE, _KEY)
        backend.failure = KeyringLocked()
        await store.remove(_KIE)
        with pytest.raises(KeyStoreUnavailableError):
            await store.remove(_KIE)

    asyncio.run(walk())


def test_a_key_is_found_under_the_former_spelling_of_its_base(backend: _Kept) -> None:
    """Also what callbacks are signed with; and no other base's ever."""
    long, short = "http://[0:0:0:0:0:0:0:1]:9", "http://[::1]:9"

    async def walk() -> None:
        system = SystemKeyStore()
        await system.put(long, _KEY)
        await system.put(f"webhook {long}", "secret")
        store = LayeredKeyStore(system)
        assert await store.get(short) is None
        store.know((long, _OTHER))
        assert await store.get(short) == _KEY
        assert await store.get(f"webhook {short}") == "secret"
        for other in ("http://[::1]", "http://[::1]:8", _OTHER, _KIE):
            assert await store.get(other) is None
        await store.put(short, "newer")
        assert await store.get(short) == "newer"
        await store.remove(short)
        assert await store.get(short) is None
        assert set(backend.passwords.values()) == {"secret"}

    asyncio.run(walk())


def test_a_keyring_that_keeps_nothing_is_not_said_to_keep_the_key() -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.null.Keyring())  # type: ignore[no-untyped-call]
    try:
        with pytest.raises(KeyStoreUnavailableError) as failed:
            asyncio.run(SystemKeyStore().put("https://api.example", "sk-1"))
    finally:
        keyring.set_keyring(before)
    assert failed.value.condition == "not_kept"
