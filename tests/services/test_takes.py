"""Takes of one request, and what continues what."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.requests import a_request
from tests.services.rig import running
from tests.services.scripted_provider import ScriptedProvider
from tests.services.virtual_time import run_virtually
from tests.storage.filled_library import new_video
from videogen_desktop.domain.states import Origin, VideoState

FOUND: dict[str, Any] = {"origin": Origin.IMPORTED, "state": VideoState.COMPLETED}


def test_a_family_has_what_it_continues_what_continues_it_and_its_takes(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:

            def add(parent: str, **values: object) -> str:
                asked = replace(a_request(), parent=parent)
                video = new_video(rig.wallet_id, len(added) + 1, request=asked, **values)
                with rig.library.writing() as rows:
                    rows.videos.add(video)
                    if video.origin is Origin.GENERATED:
                        rows.ledger.reserve(video, 1)
                added.append(video.id)
                return video.id

            async def ids(video_id: str) -> tuple[list[str], ...]:
                found = await rig.engine.gallery.family(video_id)
                parts = (found.ancestors, found.children, found.takes)
                return tuple([item.video.id for item in part] for part in parts)

            await rig.engine.opening.ensure()
            added: list[str] = []
            group = "0a0b0c0d-0000-4000-8000-000000000000"
            first = add("of another library", **FOUND)
            gone = add(first, **FOUND)
            take, other = (add(gone, take_group_id=group, created_at=9) for _ in range(2))
            child, later = add(take), add(take)
            await rig.engine.gallery.delete([gone])
            assert await ids(take) == ([first], [child, later], [other])
            assert await ids(first) == ([], [], [])
            # Tags that somebody wrote by hand.
            ring = "0a0b0c0d-0000-4000-8000-00000000000a"
            partner = add(ring, **FOUND)
            add(partner, id=ring, **FOUND)
            assert await ids(ring) == ([partner], [partner], [])

    run_virtually(story())
