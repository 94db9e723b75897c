"""Row 11 of the fault table: one callback, a hundred times, from two processes at once."""

import asyncio
import json
import sqlite3
import sys
from contextlib import closing

import pytest

from tests.services.webhook import sending_process
from tests.services.webhook.callback_client import Sent, headers_for, market
from tests.services.webhook.conftest import Opened, OpenEngine
from tests.services.webhook.test_with_sandbox import ended, until
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.webhook import ReceiverState

TIMES = 50


async def sends(port: int, request: bytes) -> list[str]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", "-S", sending_process.__file__),
        *(str(port), str(TIMES), request.hex()),
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await process.communicate()
    return said.decode().split()


async def task_ended(one: Opened) -> None:
    """Wait for the sandbox's own word: a callback before the end is looked into and then spent."""

    async def is_charged() -> bool:
        await one.engine.balance()
        with one.books() as books:
            return bool(books.charges())

    await until(is_charged)


@pytest.mark.usefixtures("no_polling")
def test_a_hundred_of_one_callback_have_one_effect(open_engine: OpenEngine) -> None:
    async def story() -> None:
        async with open_engine("--fault", "callback-lost") as one:
            status = await one.status()
            assert status.state is ReceiverState.LISTENING
            video = await one.generated()
            assert video.task_id is not None
            with one.books() as books:
                key = books.webhook_key()
            sent = Sent(
                status.port,
                target=f"/api/video-callback?video={video.id}",
                body=json.dumps(market(video.task_id)).encode(),
                headers=headers_for(video.task_id, key),
            )
            request = sent.head() + sent.body
            await task_ended(one)
            answers = await asyncio.gather(sends(sent.port, request), sends(sent.port, request))
            assert list(answers) == [["200"] * TIMES] * 2
            assert await ended(one, video.id) is VideoState.COMPLETED
            with closing(sqlite3.connect(one.places.database)) as database:
                rows = database.execute("SELECT count(*) FROM webhook_delivery").fetchone()
                kinds = database.execute(
                    "SELECT kind FROM ledger_entry WHERE video_id = ? ORDER BY 1", (video.id,)
                ).fetchall()
            assert rows == (1,)
            assert [kind for (kind,) in kinds] == ["capture", "reserve"]
            with one.books() as books:
                assert len(books.charges()) == 1

    asyncio.run(story())
