"""The transactions around a POST look at what they were given, not only at the database."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.requests import KIE_WALLET, a_request, priced
from tests.services.rig import Rig, running
from tests.services.scripted_provider import ScriptedProvider
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.errors import IllegalTransitionError, SentUnknownError
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.services.account import find_or_add_wallet

ID = "00000000-0000-4000-8000-00000000cccc"


async def reserved(rig: Rig) -> Video:
    """A video that nobody sends yet."""
    (video,) = await rig.parts.phases.accept.reserve(ID, priced(), "test")
    return video


def test_what_is_being_sent_is_not_sent_again(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            await rig.engine.balance()
            await reserved(rig)
            await rig.parts.phases.accept.sending(ID)
            with pytest.raises(IllegalTransitionError):
                await rig.parts.phases.accept.sending(ID)
            assert rig.timeline(ID).count(VideoState.SENDING) == 1

    run_virtually(story())


def test_what_may_have_left_is_not_cancelled(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[SentUnknownError("reset")])
        async with running(tmp_path, provider) as rig:
            lost = await rig.engine.generate(a_request())
            with pytest.raises(IllegalTransitionError):
                await rig.engine.cancel(lost.id)
            await reserved(rig)
            await rig.parts.phases.accept.sending(ID)
            with pytest.raises(IllegalTransitionError):
                await rig.parts.phases.accept.cancelled(ID)

    run_virtually(story())


def test_only_what_waits_in_this_wallet_is_sent_by_hand(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[SentUnknownError("reset")])
        async with running(tmp_path, provider) as rig:
            lost = await rig.engine.generate(a_request())
            with pytest.raises(IllegalTransitionError):
                await rig.engine.send(lost.id)
            other = await find_or_add_wallet(
                rig.library, KIE_WALLET, lambda: ID.replace("c", "d"), 1
            )
            with rig.library.writing() as rows:
                rows.ledger.grant(other.id, ID.replace("c", "e"), lost.price, 1, "100")
                elsewhere = replace(
                    *(lost,),
                    id=ID,
                    request_id=ID,
                    wallet_id=other.id,
                    state=VideoState.RESERVED,
                    reason=None,
                    send_count=0,
                    sent_at=None,
                    failure_message=None,
                    revision=1,
                )
                rows.videos.add(elsewhere)
                rows.ledger.reserve(elsewhere, 1)
            with pytest.raises(IllegalTransitionError):
                await rig.engine.send(ID)
            assert len(provider.sent) == 1

    run_virtually(story())
