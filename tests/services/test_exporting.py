"""What leaves the library: copies under names of a template, and what is counted."""

from pathlib import Path

import pytest

from tests.requests import a_request
from tests.services.rig import FakeMedia, Rig, running
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


def test_a_clip_that_has_to_keep_its_words_is_saved_as_it_is_and_told(
    tmp_path: Path, chosen: Path
) -> None:
    async def story() -> None:
        media = FakeMedia(writes_tags=True)
        async with running(tmp_path, provider(), media=media) as rig:
            cat, dog = await generated(rig, "Mèo", "Chó")
            clip = (await rig.item(cat)).clip
            assert clip is not None
            media.sealed.add(clip.name)
            ends = await rig.engine.exporter.save([cat, dog], chosen, without_prompt=True)
            assert [(end.error, end.keeps_words) for end in ends] == [(None, True), (None, False)]
            assert [event for event in rig.events if isinstance(event, CopyEnded)] == list(ends)
            assert ends[0].target.read_bytes() == clip.read_bytes() != BODY
            assert ends[1].target.read_bytes() == BODY

    run_virtually(story())


@pytest.mark.parametrize("without_prompt", [False, True])
def test_a_saved_copy_that_is_taken_back_was_no_export(
    tmp_path: Path, chosen: Path, without_prompt: bool
) -> None:
    async def story() -> None:
        async with running(tmp_path, provider(), media=FakeMedia(writes_tags=True)) as rig:
            (cat,) = await generated(rig, "Mèo")
            bare = without_prompt
            saved = [
                await rig.engine.exporter.save([cat], chosen, without_prompt=bare) for _ in "ab"
            ]
            assert uses(rig, cat) == {UseKind.EXPORT: 2}
            ((ended,), _again) = saved
            for taken in (1, 0):
                assert await rig.engine.copier.take_back([ended.target]) == taken
                assert uses(rig, cat) == {UseKind.EXPORT: 1}
            assert len(names(chosen)) == 1

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
