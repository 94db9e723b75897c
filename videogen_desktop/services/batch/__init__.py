"""Batches: read, checked and priced, reserved all or none, and sent in their order."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from videogen_desktop.domain.batch_order import BatchStanding
    from videogen_desktop.services.wallet_engine import WalletEngine


async def stopped_batches(engine: "WalletEngine") -> "tuple[BatchStanding, ...]":
    """What an earlier run reserved and did not send: it waits for the user's word.

    Asked at each start: where there never was a batch, nothing of them is loaded.
    """
    if not await engine.library.read(lambda rows: rows.has_batches):
        return ()
    return tuple(one for one in await engine.batches.standings() if one.is_stopped)
