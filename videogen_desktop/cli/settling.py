"""One verdict about one unconfirmed video; imports the engine."""

from dataclasses import dataclass

from videogen_desktop.cli.running import Interruption
from videogen_desktop.domain.events import Event
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.engine.opening import open_engine
from videogen_desktop.engine.options import EngineOptions
from videogen_desktop.services.wallet_engine import WalletEngine


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the user says: the task it is, else whether it was charged."""

    is_charged: bool
    task_id: str | None
    confirmed: bool


async def settle(
    options: EngineOptions, video_id: str, verdict: Verdict, stop: Interruption
) -> LibraryItem:
    """The video as the verdict left it. Raises VideoGenError; then nothing was changed."""
    engine = await open_engine(options, _ignore)
    try:
        await stop.unless(_settled(engine, video_id, verdict))
        return (await engine.items([video_id]))[0]
    finally:
        await stop.closing(engine.close())


async def _settled(engine: WalletEngine, video_id: str, verdict: Verdict) -> None:
    if verdict.task_id is not None:
        confirmed = verdict.confirmed
        await engine.settling.enter_task(video_id, verdict.task_id, confirmed=confirmed)
    elif verdict.is_charged:
        await engine.settling.user_charged(video_id)
    else:
        await engine.settling.user_not_charged(video_id)


def _ignore(_event: Event) -> None:
    """The answer is read when all is done."""
