"""A key goes to its own base, and is kept only when it was taken there."""

import asyncio
from contextlib import closing
from pathlib import Path

import pytest

from tests.providers.scripted_server import answers, envelope, scripted_server
from tests.requests import KIE_WALLET, VENDORS
from videogen_desktop.domain.errors import KeyRejectedError, TasksNotInLibraryError
from videogen_desktop.domain.events import Event, ProblemReported
from videogen_desktop.domain.provider import ProviderBalance
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.wallet import Wallet, WalletKey
from videogen_desktop.engine.opening import EngineOptions, open_engine
from videogen_desktop.services.preferences import Preferences
from videogen_desktop.services.system import SystemClock
from videogen_desktop.services.wallets import WalletChoice, Wallets, choose_wallet
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.key_store import LayeredKeyStore, MemoryKeyStore
from videogen_desktop.storage.library import open_library, open_reader
from videogen_desktop.storage.task_journal import TaskJournal

OTHER_BASE = "https://api.kie.ai"


def test_the_engine_sends_each_base_its_own_key(tmp_path: Path) -> None:
    async def run() -> list[str]:
        store = MemoryKeyStore()
        await store.put(OTHER_BASE, "key-of-another-base")
        async with scripted_server(answers(envelope(data=100))) as server:
            await store.put(server.address, "key-of-this-base")
            choice = WalletChoice(WalletKey("kie", server.address))
            options = EngineOptions(directories(tmp_path), choice)
            engine = await open_engine(options, lambda _event: None, LayeredKeyStore(store))
            try:
                await engine.balance()
            finally:
                await engine.close()
            return [asked.headers["authorization"] for asked in server.requests]

    sent = asyncio.run(run())
    assert sent
    assert set(sent) == {"Bearer key-of-this-base"}


def test_an_old_wallet_and_its_key_are_found_under_another_spelling(tmp_path: Path) -> None:
    async def run() -> None:
        async with scripted_server(answers(envelope(data=100))) as server:
            old = f"http://127.1:{server.port}"
            places, store = directories(tmp_path), MemoryKeyStore()
            await store.put(old, "key-of-this-base")
            with closing(open_library(places, 1)) as library, library.writing() as rows:
                rows.wallets.add(Wallet("00000000-0000-4000-8000-000000000001", _kie(old)), 1)
            now = SystemClock().now_ms()
            await TaskJournal(places.task_journal).record("a-video", old, "a-lost-task", now)
            choice = choose_wallet(None, server.address, None, Settings(), VENDORS)
            options = EngineOptions(places, choice)
            events: list[Event] = []
            engine = await open_engine(options, events.append, LayeredKeyStore(store))
            try:
                await engine.balance()
            finally:
                await engine.close()
            with open_reader(places) as library, library.reading() as rows:
                assert [wallet.key.api_base for wallet in rows.wallets.every()] == [old]
            sent = {asked.headers["authorization"] for asked in server.requests}
            assert sent == {"Bearer key-of-this-base"}
            problems = [event.error for event in events if isinstance(event, ProblemReported)]
            assert [type(error) for error in problems] == [TasksNotInLibraryError]

    asyncio.run(run())


def _kie(api_base: str) -> WalletKey:
    return WalletKey("kie", api_base)


def test_a_key_that_its_provider_rejects_is_kept_nowhere(tmp_path: Path) -> None:
    async def rejected(_choice: WalletChoice) -> ProviderBalance:
        raise KeyRejectedError

    async def run() -> None:
        store = MemoryKeyStore()
        layered = LayeredKeyStore(store)
        preferences = Preferences(tmp_path / "settings.json", Settings())
        wallets = Wallets(preferences, layered, rejected, VENDORS)
        for for_this_run in (False, True):
            with pytest.raises(KeyRejectedError):
                await wallets.add(KIE_WALLET, "wrong", for_this_run=for_this_run)
        assert await layered.get(OTHER_BASE) is None
        assert preferences.settings == Settings()

    asyncio.run(run())


def test_it_is_known_where_a_key_really_is(tmp_path: Path) -> None:
    async def fits(_choice: WalletChoice) -> ProviderBalance:
        return ProviderBalance(1, "0.01")

    async def run() -> tuple[list[bool], str | None]:
        store = MemoryKeyStore()
        wallets = Wallets(
            *(Preferences(tmp_path / "settings.json", Settings()), LayeredKeyStore(store)),
            *(fits, VENDORS),
        )
        places = []
        for for_this_run in (False, True):
            await wallets.add(KIE_WALLET, "key-of-this-base", for_this_run=for_this_run)
            _sandbox, known = await wallets.known()
            places.append(known.for_this_run)
            await wallets.remove(OTHER_BASE)
        await wallets.add(KIE_WALLET, "key-of-this-base", for_this_run=True)
        return places, await store.get(OTHER_BASE)

    assert asyncio.run(run()) == ([False, True], None)
