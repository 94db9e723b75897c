"""The engine of the window's tests, with an account, wallets and preferences in memory."""

from collections.abc import Callable
from typing import Any

from tests.requests import SANDBOX_WALLET, VENDORS
from tests.ui.fake_batches import FakeDrafts
from tests.ui.fake_wallet_engine import FakeWalletEngine
from tests.ui.settings.fake_webhook import FakeWebhook
from videogen_desktop.domain.addresses import without_password
from videogen_desktop.domain.errors import VideoGenError
from videogen_desktop.domain.events import BalanceChanged, Event
from videogen_desktop.domain.ledger import AccountFacts, Balance, Movement
from videogen_desktop.domain.provider import ProviderBalance
from videogen_desktop.domain.reconciliation import Drift
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.wallet import WalletKey
from videogen_desktop.services.wallets import KnownWallet

NOON = 1_795_262_400_000
PROMPTS = (
    "Một con mèo chơi với cuộn len, quay chậm",
    "Bãi biển Đà Nẵng lúc hoàng hôn, nhìn từ trên cao",
    "Một đầu bếp chuẩn bị sushi trong nhà hàng Nhật",
    "Thành phố chuyển từ ngày sang đêm, tua nhanh",
)


def movements(count: int, now_ms: int = NOON) -> tuple[Movement, ...]:
    """As the ledger gives them: newest first, the opening balance last."""
    lines = []
    available = 9_000_00
    for seq in range(1, count + 1):
        kind, amount = _kind_and_amount(seq)
        available = available if seq == 1 else available + amount
        about_video = kind in ("video_generation", "refund", "settle")
        lines.append(
            Movement(
                seq=seq,
                at=now_ms - (count - seq) * 3_600_000,
                kind=kind,
                amount=amount,
                available_after=available,
                video_id=f"video-{seq}" if about_video else None,
                prompt=PROMPTS[seq % len(PROMPTS)] if about_video else None,
            )
        )
    return tuple(reversed(lines))


def _kind_and_amount(seq: int) -> tuple[str, int]:
    if seq == 1:
        return "grant", 9_000_00
    if seq % 7 == 0:
        return "refund", 100_00
    if seq % 11 == 0:
        return "settle", -14_40
    if seq % 13 == 0:
        return "reconcile", 500_00
    return "video_generation", -100_00


class FakeAccount:
    """As services.accounts.Account. `failure` is what the provider answers with."""

    def __init__(self, publish: Callable[[Event], None], lines: tuple[Movement, ...]) -> None:
        self._publish = publish
        self.lines = lines
        self.asked = 0
        self.facts_asked = 0
        self.statements_asked = 0
        self.provider_says = 5_000_00
        self.failure: VideoGenError | None = None
        self.unexplained: Drift | None = None

    async def drift(self) -> Drift | None:
        """As services.reconciling.Reconciler has it."""
        return self.unexplained

    def held(self) -> Balance:
        available = self.lines[0].available_after if self.lines else 0
        return Balance("wallet", available, 200_00, len(self.lines) + 1)

    async def balance(self) -> ProviderBalance:
        self.asked += 1
        if self.failure is not None:
            raise self.failure
        return ProviderBalance(self.provider_says, str(self.provider_says))

    async def refresh(self) -> None:
        await self.balance()
        self._publish(BalanceChanged(self.held()))

    async def facts(self, since: int) -> AccountFacts:
        self.facts_asked += 1
        spent = -sum(line.amount for line in self.lines if line.at >= since and line.video_id)
        return AccountFacts(
            self.held(), spent, self.lines[:6], NOON, self.provider_says, self.unexplained
        )

    async def statement(self) -> tuple[Movement, ...]:
        self.statements_asked += 1
        return self.lines


class FakePreferences:
    """As services.preferences.Preferences."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.drafts = FakeDrafts()
        self.changes: list[dict[str, Any]] = []
        self.failure: OSError | None = None
        self.place: str | None = None

    async def change(self, **changes: Any) -> Settings:
        if self.failure is not None:
            raise self.failure
        self.changes.append(changes)
        settings = self.settings._replace(**changes)
        address, password = without_password(settings.proxy_url or "")
        if password is not None:
            settings, self.place = settings._replace(proxy_url=address), "keyring"
        return await self.put(settings)

    async def password_place(self) -> str | None:
        return self.place

    async def put(self, settings: Settings) -> Settings:
        self.settings = settings
        return settings


class FakeWallets:
    """As services.wallets.Wallets; keys stay in a dictionary."""

    def __init__(self, preferences: FakePreferences) -> None:
        self._preferences = preferences
        self.keys: dict[str, str] = {}
        self.this_run: set[str] = set()
        self.test_failure: VideoGenError | None = None
        self.keyring_failure: VideoGenError | None = None

    async def known(self) -> tuple[KnownWallet, ...]:
        active = self._preferences.settings.active_api_base
        kie = [
            KnownWallet(
                WalletKey("kie", base),
                VENDORS.wallet_title(WalletKey("kie", base)),
                base == active,
                base in self.keys,
                "9f3a",
                base in self.this_run,
            )
            for base in self._preferences.settings.known_api_bases
        ]
        return (KnownWallet(SANDBOX_WALLET, "Sandbox", active is None, has_key=False), *kie)

    async def test(self, _key: WalletKey, _api_key: str) -> ProviderBalance:
        if self.test_failure is not None:
            raise self.test_failure
        return ProviderBalance(1_234_50, "1234.5")

    async def add(self, key: WalletKey, api_key: str, *, for_this_run: bool = False) -> Settings:
        await self.test(key, api_key)
        api_base = key.api_base
        if for_this_run:
            self.this_run.add(api_base)
        elif self.keyring_failure is not None:
            raise self.keyring_failure
        self.keys[api_base] = api_key
        settings = self._preferences.settings
        known = tuple(dict.fromkeys((*settings.known_api_bases, api_base)))
        return await self._preferences.put(
            settings._replace(
                active_provider="kie", active_api_base=api_base, known_api_bases=known
            )
        )

    async def remove(self, api_base: str) -> Settings:
        if self.keyring_failure is not None:
            raise self.keyring_failure
        self.keys.pop(api_base, None)
        settings = self._preferences.settings
        known = tuple(base for base in settings.known_api_bases if base != api_base)
        return await self._preferences.put(
            settings._replace(active_provider=None, active_api_base=None, known_api_bases=known)
        )

    async def activate(self, key: WalletKey) -> Settings:
        is_kie = key.provider == "kie"
        return await self._preferences.put(
            self._preferences.settings._replace(
                active_provider="kie" if is_kie else None,
                active_api_base=key.api_base if is_kie else None,
            )
        )


class AccountEngine(FakeWalletEngine):
    """FakeWalletEngine with everything that surrounds the window."""

    copier: Any = None
    examiner: Any = None
    settling: Any = None
    rescuer: Any = None
    guards: Any = None
    importer: Any = None
    safekeeping: Any = None
    diagnose: Any = None

    def __init__(
        self,
        publish: Callable[[Event], None],
        *,
        settings: Settings | None = None,
        lines: tuple[Movement, ...] = (),
        **options: Any,
    ) -> None:
        super().__init__(publish, **options)
        self.account = FakeAccount(publish, lines)
        self.preferences = FakePreferences(settings or Settings())
        self.wallets = FakeWallets(self.preferences)
        self.webhook = FakeWebhook()
        self.reconciler = self.account
