"""What leaves the library: copies under names of a template, and what is counted."""

from pathlib import Path

import pytest

from tests.requests import a_request
from tests.services.rig import Rig, running
from tests.services.scripted_provider import ScriptedProvider, succeeded
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.errors import NameTemplateError, OutputRefusedError
from videogen_desktop.domain.events import CopyEnded
from videogen_desktop.domain.export import UseKind
from videogen_desktop.storage.unfinished_files import part_beside

BODY = b"0123456789abcdef" * 100


def provider() -> ScriptedProvider:
    return ScriptedProvider(script=((0, succeeded()),), body=BODY)


@pytest.fixture
def chosen(tmp_path: Path) -> Path:
    folder = tmp_path / "TikTok của tôi"
    folder.mkdir()
    return folder


async def generated(rig: Rig, *prompts: str) -> list[str]:
    videos = [await rig.engine.generate(a_request(prompt)) for prompt in prompts]
    await rig.clock.sleep(60_000)
    return [video.id for video in videos]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def title(rig: Rig, video_id: str) -> str:
    return (await rig.item(video_id)).model_title


def uses(rig: Rig, video_id: str) -> dict[UseKind, int]:
    with rig.library.reading() as rows:
        return rows.uses.counts(video_id)


def test_copies_are_named_by_the_template_in_order_and_nothing_is_overwritten(
    tmp_path: Path, chosen: Path
) -> None:
    async def story() -> None:
        async with running(tmp_path, provider()) as rig:
            cat, dog, again = await generated(rig, "Mèo / Đà Nẵng", "Chó", "Mèo : Đà Nẵng")
            day = rig.engine.exporter.name_parts(rig.video(cat)).day
            model = await title(rig, cat)
            taken = chosen / f"{day} Mèo Đà Nẵng {model} 01.mp4"
            taken.write_bytes(b"somebody's")
            ends = await rig.engine.exporter.save([cat, dog, again], chosen)
            assert [end.target.name for end in ends] == [
                f"{day} Mèo Đà Nẵng {model} 02.mp4",
                f"{day} Chó {model} 01.mp4",
                f"{day} Mèo Đà Nẵng {model} 03.mp4",
            ]
            assert all(end.target.read_bytes() == BODY for end in ends)
            assert taken.read_bytes() == b"somebody's"
            assert [event for event in rig.events if isinstance(event, CopyEnded)] == list(ends)
            assert uses(rig, cat) == {UseKind.EXPORT: 1}

    run_virtually(story())


def test_a_template_that_nobody_understands_is_refused_before_anything_is_written(
    tmp_path: Path, chosen: Path
) -> None:
    async def story() -> None:
        async with running(tmp_path, provider()) as rig:
            ids = await generated(rig, "Mèo")
            with pytest.raises(NameTemplateError):
                await rig.engine.exporter.save(ids, chosen, "{giờ}")
            assert names(chosen) == []

    run_virtually(story())


def test_what_does_not_come_to_be_is_said_and_not_counted(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, provider()) as rig:
            (cat,) = await generated(rig, "Mèo")
            (ended,) = await rig.engine.exporter.save([cat], tmp_path / "gone")
            assert isinstance(ended.error, OutputRefusedError)
            assert ended.error.reason == "folder_missing"
            assert uses(rig, cat) == {}

    run_virtually(story())


def test_plays_and_shares_are_counted_on_this_machine(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, provider()) as rig:
            cat, dog = await generated(rig, "Mèo", "Chó")
            await rig.engine.exporter.count([cat, dog], UseKind.PLAY)
            await rig.engine.exporter.count([cat], UseKind.SHARE, "tiktok")
            await rig.engine.exporter.count([cat], UseKind.PLAY)
            assert uses(rig, cat) == {UseKind.PLAY: 2, UseKind.SHARE: 1}
            assert uses(rig, dog) == {UseKind.PLAY: 1}

    run_virtually(story())


def test_what_a_crash_left_half_written_goes_at_the_next_start(
    tmp_path: Path, chosen: Path
) -> None:
    part = part_beside(chosen / "a.mp4")
    part.write_bytes(b"half")
    notes = tmp_path / "unfinished"
    notes.mkdir()
    (notes / "0.path").write_bytes(str(part).encode())

    async def story() -> None:
        async with running(tmp_path, provider()) as rig:
            await generated(rig, "Mèo")
            assert names(chosen) == []

    run_virtually(story())
