"""The password of a proxy: in the keyring, in no file, and sent to the proxy."""

import asyncio
import base64
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import keyring
import keyring.backends.null
import pytest

from tests.providers.scripted_server import http, says, scripted_server
from videogen_desktop.domain.errors import (
    KeyStoreUnavailableError,
    ProxyPasswordNotKeptError,
    VideoGenError,
)
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.wallet import WalletKey
from videogen_desktop.engine.opening import EngineOptions, open_engine
from videogen_desktop.services.network import (
    FOR_THIS_RUN,
    IN_KEYRING,
    ProxyPassword,
    network_of,
)
from videogen_desktop.services.preferences import Preferences
from videogen_desktop.services.wallets import WalletChoice
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.key_store import (
    KeyStore,
    LayeredKeyStore,
    MemoryKeyStore,
    SystemKeyStore,
)
from videogen_desktop.storage.settings import load_settings, save_settings

PASSWORD = "pass wörd@1/:"
QUOTED = "pass%20w%C3%B6rd%401%2F%3A"
PROXY, WITHOUT = f"http://ngoc:{QUOTED}@proxy.example:8080", "http://ngoc@proxy.example:8080"


class Locked(MemoryKeyStore):
    """Until somebody unlocks it."""

    is_locked = True

    async def put(self, api_base: str, key: str) -> None:
        if self.is_locked:
            raise KeyStoreUnavailableError("locked")
        await super().put(api_base, key)


@pytest.fixture
def no_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.null.Keyring())  # type: ignore[no-untyped-call]
    yield
    keyring.set_keyring(before)


@dataclass
class KeptSettings:
    """Preferences over a file, and what was reported."""

    path: Path
    system: KeyStore = field(default_factory=MemoryKeyStore)
    reports: list[VideoGenError] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.keys = LayeredKeyStore(self.system)
        password = ProxyPassword(self.keys, self.reports.append)
        settings = load_settings(self.path)
        self.preferences = Preferences(self.path, settings, password)

    async def proxy(self) -> str | None:
        return (await network_of(self.preferences.settings, self.keys)).proxy

    @property
    def file(self) -> str:
        return self.path.read_text(encoding="utf-8")


def test_a_new_password_is_kept_in_the_keyring_and_in_no_file(tmp_path: Path) -> None:
    async def story() -> None:
        kept = KeptSettings(tmp_path / "settings.json")
        stored = await kept.preferences.change(proxy="manual", proxy_url=PROXY)
        assert stored.proxy_url == WITHOUT
        assert "pass" not in kept.file
        assert await kept.proxy() == PROXY
        assert await kept.preferences.password_place() == IN_KEYRING
        # Another run, and what the user changes meanwhile.
        later = KeptSettings(tmp_path / "settings.json", kept.system)
        await later.preferences.change(theme="dark")
        assert await later.proxy() == PROXY
        await later.preferences.change(proxy_url="http://other@proxy.example:8080")
        assert await later.proxy() == "http://other@proxy.example:8080"
        assert await later.preferences.password_place() is None
        assert kept.reports == later.reports == []

    asyncio.run(story())


@pytest.mark.usefixtures("no_keyring")
@pytest.mark.parametrize("is_new", [True, False])
def test_without_a_keyring_it_holds_for_this_run_and_that_is_said(
    tmp_path: Path, is_new: bool
) -> None:
    async def story() -> None:
        path = tmp_path / "settings.json"
        if not is_new:
            save_settings(path, Settings(proxy="manual", proxy_url=PROXY))
        kept = KeptSettings(path, SystemKeyStore())
        if is_new:
            await kept.preferences.change(proxy="manual", proxy_url=PROXY)
        await kept.preferences.keep_password_apart()
        assert "pass" not in kept.file
        assert await kept.proxy() == PROXY
        assert await kept.preferences.password_place() == FOR_THIS_RUN
        assert [type(error) for error in kept.reports] == [ProxyPasswordNotKeptError]

    asyncio.run(story())


def test_a_locked_keyring_costs_nobody_a_password(tmp_path: Path) -> None:
    async def story() -> None:
        path, system = tmp_path / "settings.json", Locked()
        save_settings(path, Settings(proxy="manual", proxy_url="ngoc:pass@proxy.example:8080"))
        kept = KeptSettings(path, system)
        await kept.preferences.keep_password_apart()
        await kept.preferences.change(theme="dark")
        assert "pass" in kept.file
        assert (await kept.proxy() or "").startswith("http://ngoc:pass@")
        system.is_locked = False
        kept = KeptSettings(path, system)
        await kept.preferences.keep_password_apart()
        assert "pass" not in kept.file
        assert await kept.proxy() == "http://ngoc:pass@proxy.example:8080"
        assert kept.reports == []

    asyncio.run(story())


@pytest.mark.parametrize("is_old", [True, False])
def test_the_proxy_gets_it_and_a_start_takes_it_out_of_the_file(
    tmp_path: Path, is_old: bool
) -> None:
    """Over a real proxy: of an earlier version's file, and out of the keyring."""

    async def story() -> None:
        places, store = directories(tmp_path), MemoryKeyStore()
        async with scripted_server(says(http("", 407))) as proxy:
            without = f"http://ngoc@127.0.0.1:{proxy.port}"
            url = without.replace("@", f":{QUOTED}@") if is_old else without
            if not is_old:
                await store.put(f"proxy {without}", PASSWORD)
            settings = Settings(proxy="manual", proxy_url=url)
            save_settings(places.settings, settings)
            choice = WalletChoice(WalletKey("kie", "https://api.example.test"), "key")
            options = EngineOptions(places, choice, settings=settings)
            engine = await open_engine(options, lambda _event: None, LayeredKeyStore(store))
            try:
                with pytest.raises(VideoGenError):
                    await engine.balance()
                async with asyncio.timeout(30):
                    while is_old and engine.preferences.settings.proxy_url == url:  # noqa: ASYNC110 - nothing tells of it
                        await asyncio.sleep(0.01)
            finally:
                await engine.close()
            given = base64.b64encode(f"ngoc:{PASSWORD}".encode()).decode()
            assert proxy.requests[0].headers["proxy-authorization"] == f"Basic {given}"
            assert load_settings(places.settings).proxy_url == without
            assert await store.get(f"proxy {without}") == PASSWORD

    asyncio.run(story())
