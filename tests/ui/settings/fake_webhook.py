"""The webhook of an engine in memory."""

from dataclasses import dataclass, field

from videogen_desktop.domain.webhook import (
    ReceiverState,
    ReceiverStatus,
    TrialOutcome,
    TrialResult,
)

LISTENING = ReceiverStatus(ReceiverState.LISTENING, 8765, "https://a.example", accepted=3)


@dataclass
class FakeWebhook:
    """As services.webhook.webhook.Webhook."""

    current: ReceiverStatus = LISTENING
    result: TrialResult | Exception = field(
        default_factory=lambda: TrialResult(TrialOutcome.ARRIVED, 200)
    )
    kept: list[tuple[str, bool]] = field(default_factory=list)
    keyring: Exception | None = None

    async def status(self) -> ReceiverStatus:
        return self.current

    async def has_key(self) -> bool:
        return bool(self.kept)

    async def keep_key(self, key: str, *, for_this_run: bool = False) -> None:
        if self.keyring is not None and not for_this_run:
            raise self.keyring
        self.kept.append((key, for_this_run))

    async def send_trial(self) -> TrialResult:
        if isinstance(self.result, Exception):
            raise self.result
        return self.result
