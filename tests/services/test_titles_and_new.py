"""Titles of one's own, and clips that are new until somebody watched them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.requests import a_request
from tests.services.rig import Rig, running
from tests.services.scripted_provider import ScriptedProvider, succeeded
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.gallery import GalleryQuery, StatusGroup

DONE = ((0, succeeded()),)


async def made(rig: Rig, prompt: str) -> str:
    return (await rig.engine.generate(a_request(prompt))).id


def test_new_clips_are_counted_and_stay_in_the_list_that_somebody_began_to_watch(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(script=DONE)) as rig:
            gallery, beach, cat = (
                rig.engine.gallery,
                await made(rig, "Biển"),
                await made(rig, "Mèo"),
            )
            await rig.clock.sleep(60_000)

            async def new(**query: Any) -> int:
                return (await gallery.counts(GalleryQuery(**query))).by_status[StatusGroup.NEW]

            assert (await new(), await new(text="meo"), await new(text="chó")) == (2, 1, 0)
            assert await new(created_before=rig.clock.now_ms()) == 2
            since = rig.clock.now_ms()
            await rig.clock.sleep(1_000)
            await gallery.set_seen([cat], True)
            assert (await new(), await new(text="meo")) == (1, 0)
            look = GalleryQuery(status=StatusGroup.NEW)
            assert await gallery.all_ids(look) == (beach,)
            assert set(await gallery.all_ids(replace(look, new_since=since))) == {beach, cat}
            await gallery.set_titles({beach: " Hoàng  hôn\n"})
            (item,) = await gallery.items([beach])
            assert (item.video.title, item.video.prompt) == ("Hoàng hôn", "Biển")
            assert await gallery.all_ids(GalleryQuery(text="hoang hon")) == (beach,)

    run_virtually(story())
