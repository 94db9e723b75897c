"""A paid result comes to this disk whole, under a good name, however often it takes."""

from pathlib import Path

import pytest

from tests.requests import KIE_WALLET, a_request
from tests.services.rig import FakeMedia, Rig, running
from tests.services.scripted_provider import ScriptedProvider, succeeded
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.errors import OtherWalletError
from videogen_desktop.domain.events import DownloadProgressed, VideoChanged
from videogen_desktop.domain.file_names import suggested_name
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.services.downloading import ClipCache
from videogen_desktop.storage.clip_files import ClipFiles
from videogen_desktop.storage.directories import directories

BODY = b"0123456789abcdef" * 4
DONE = ((0, succeeded()),)


async def generated(rig: Rig, prompt: str = "Một con mèo", seconds: int = 3600) -> LibraryItem:
    video = await rig.engine.generate(a_request(prompt))
    await rig.clock.sleep(seconds * 1000)
    return await rig.item(video.id)


def parts(folder: Path) -> list[Path]:
    return list(folder.rglob("*.part"))


def test_the_clip_is_named_after_its_prompt_and_has_a_poster(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(script=DONE, body=BODY)) as rig:
            item = await generated(rig)
            assert item.clip is not None
            assert item.clip.name == "Một con mèo.mp4"
            assert item.clip.read_bytes() == BODY
            assert item.poster is not None
            assert item.poster.exists()
            assert parts(tmp_path) == []

    run_virtually(story())


def test_two_clips_of_one_prompt_are_two_files(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(script=DONE, body=BODY)) as rig:
            first, second = await generated(rig), await generated(rig)
            assert first.clip != second.clip
            assert first.clip is not None
            assert second.clip is not None
            assert first.clip.exists()
            assert second.clip.exists()

    run_virtually(story())


def test_a_download_that_was_cut_goes_on_where_it_ended(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=DONE, body=BODY, cuts=[12, 20])
        async with running(tmp_path, provider) as rig:
            item = await generated(rig)
            assert [(offset, etag) for _, offset, etag in provider.opened] == [
                (0, None),
                (12, '"one"'),
                (20, '"one"'),
            ]
            assert item.clip is not None
            assert item.clip.read_bytes() == BODY
            assert item.clip_failure is None

    run_virtually(story())


def test_bytes_that_are_no_video_are_thrown_away_and_fetched_anew(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=DONE, body=BODY)
        media = FakeMedia(refusals=["no_frames", "container"])
        async with running(tmp_path, provider, media) as rig:
            item = await generated(rig)
            assert [offset for _, offset, _ in provider.opened] == [0, 0, 0]
            assert item.clip is not None

    run_virtually(story())


def test_a_video_that_another_player_may_show_is_kept_as_it_came(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=DONE, body=BODY)
        media = FakeMedia(["webm"] * 99, writes_tags=True)
        async with running(tmp_path, provider, media) as rig:
            item = await generated(rig)
            assert (item.plays_elsewhere, item.clip_failure) == (True, None)
            assert item.clip is not None
            assert (item.clip.name, item.clip.read_bytes()) == ("Một con mèo.webm", BODY)
            assert suggested_name(item.video, item.clip) == "Một con mèo.webm"
            assert len(provider.opened) == 1
            assert rig.timeline(item.video.id)[-2:] == ["downloaded", "plays_elsewhere"]
            assert (item.poster, media.made) == (None, [])
            details = await rig.engine.examiner.details(item.video.id)
            assert (details.width, details.height, details.duration_ms) == (None, None, None)

    run_virtually(story())


def test_where_no_picture_decodes_the_bytes_are_fetched_once_more_and_kept(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=DONE, body=BODY)
        async with running(tmp_path, provider, FakeMedia(["no_frame"] * 99)) as rig:
            item = await generated(rig)
            assert len(provider.opened) == 2
            assert item.plays_elsewhere
            assert item.clip is not None

    run_virtually(story())


@pytest.mark.parametrize("hours", [-2, 2, -24 * 365 * 73])
def test_a_clock_that_is_set_holds_up_no_try(tmp_path: Path, hours: int) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=DONE, body=BODY)
        async with running(tmp_path, provider, FakeMedia(["no_frames"] * 5)) as rig:
            video = await rig.engine.generate(a_request("Một con mèo"))
            while (await rig.item(video.id)).clip_attempts < 2:
                await rig.clock.sleep(100)
            rig.clock.jump(hours * 3_600_000)
            await rig.clock.sleep(120_000)
            assert (await rig.item(video.id)).clip is not None

    run_virtually(story())


def test_a_result_that_never_plays_is_told_and_tried_ever_more_rarely(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=DONE, body=BODY)
        async with running(tmp_path, provider, FakeMedia(["no_frames"] * 99)) as rig:
            item = await generated(rig, seconds=3600)
            assert (item.video.state, item.clip) == (VideoState.COMPLETED, None)
            assert item.clip_failure == "not_playable:no_frames"
            assert 10 <= item.clip_attempts <= 20
            assert list(tmp_path.rglob("*.mp4")) == []

    run_virtually(story())


def test_after_a_failure_the_address_is_read_afresh(tmp_path: Path) -> None:
    async def story() -> None:
        renewed = succeeded(url="https://cdn.example/renewed.mp4")
        provider = ScriptedProvider(
            script=((0, succeeded()), (1, renewed)), body=BODY, cuts=[0, None]
        )
        async with running(tmp_path, provider) as rig:
            item = await generated(rig)
            assert provider.opened[-1][0] == "https://cdn.example/renewed.mp4"
            assert item.clip is not None

    run_virtually(story())


def test_a_restart_goes_on_with_what_was_not_fetched(tmp_path: Path) -> None:
    async def leave() -> str:
        provider = ScriptedProvider(script=DONE, body=BODY, cuts=[12] * 99)
        async with running(tmp_path, provider) as rig:
            return (await generated(rig, seconds=5)).video.id

    async def start_again(video_id: str) -> None:
        provider = ScriptedProvider(script=DONE, body=BODY)
        async with running(tmp_path, provider) as rig:
            await rig.engine.until_idle()
            item = await rig.item(video_id)
            assert provider.opened[0][1] == 12
            assert item.clip is not None
            assert item.clip.read_bytes() == BODY

    run_virtually(start_again(run_virtually(leave())))


@pytest.mark.parametrize("unlinked", [True, False])
def test_a_crash_between_the_name_and_its_row_leaves_one_file(
    tmp_path: Path, unlinked: bool
) -> None:
    async def leave() -> tuple[str, Path]:
        provider = ScriptedProvider(script=DONE, body=BODY, cuts=[12] * 99)
        async with running(tmp_path, provider) as rig:
            video_id = (await generated(rig, seconds=5)).video.id
            (part,) = parts(tmp_path)
            clip = part.with_name("Một con mèo.mp4")
            with rig.library.writing() as rows:
                rows.downloads.named(video_id, clip)
            part.write_bytes(BODY)
            clip.hardlink_to(part)
            if unlinked:
                part.unlink()
            return video_id, clip

    async def start_again(video_id: str, clip: Path) -> None:
        provider = ScriptedProvider(script=DONE, body=BODY)
        async with running(tmp_path, provider) as rig:
            await rig.engine.until_idle()
            assert (await rig.item(video_id)).clip == clip
            assert provider.opened == []
            assert [path.name for path in clip.parent.iterdir()] == [clip.name]

    run_virtually(start_again(*run_virtually(leave())))


def test_progress_is_told_at_most_five_times_a_second(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=DONE, body=BODY * 100)
        async with running(tmp_path, provider) as rig:
            await generated(rig)
            told = [event for event in rig.events if isinstance(event, DownloadProgressed)]
            # Virtual time stands still while bytes arrive: more than one would not be spaced.
            assert len(told) <= 1

    run_virtually(story())


def test_a_full_cache_lets_the_oldest_clip_go_and_fetches_it_again_when_asked(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=DONE, body=BODY)
        async with running(tmp_path, provider) as rig:
            old = await generated(rig, "Cũ")
            new = await generated(rig, "Mới")
            files = ClipFiles(directories(tmp_path).videos)
            await ClipCache(rig.library, files, rig.parts.announcer, rig.clock, len(BODY)).trim()
            assert (await rig.item(old.video.id)).clip is None
            assert (await rig.item(new.video.id)).clip == new.clip
            assert old.clip is not None
            assert not old.clip.exists()
            await rig.engine.fetch_again(old.video.id)
            await rig.engine.until_idle()
            again = (await rig.item(old.video.id)).clip
            assert again is not None
            assert again.read_bytes() == BODY

    run_virtually(story())


def test_a_clip_that_somebody_took_away_is_fetched_and_what_cannot_be_says_so(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=DONE, body=BODY)
        async with running(tmp_path, provider) as rig:
            made = await generated(rig)
            assert made.clip is not None
            made.clip.unlink()
            rig.events.clear()
            await rig.engine.fetch_again(made.video.id)
            told = rig.events[0]
            # Before it came back: a card that still has a clip shows nothing of what fails.
            assert isinstance(told, VideoChanged)
            assert told.item.clip is None
            await rig.engine.until_idle()
            assert (await rig.item(made.video.id)).clip is not None
            with rig.library.writing() as rows:
                rows.wallets.add(Wallet("0" * 36, KIE_WALLET), 1)
            rig.engine.downloader._wallet_id = "0" * 36
            with pytest.raises(OtherWalletError):
                await rig.engine.fetch_again(made.video.id)

    run_virtually(story())


def test_a_clip_on_a_drive_that_is_away_stays_the_videos(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=DONE, body=BODY)
        async with running(tmp_path, provider) as rig:
            made = await generated(rig)
            assert made.clip is not None
            drive, away = made.clip.parent, tmp_path / "away"
            drive.rename(away)
            provider.gone["https://cdn.example/clip.mp4"] = 404
            await rig.engine.fetch_again(made.video.id)
            await rig.clock.sleep(60_000)
            if drive.exists():
                drive.rmdir()
            away.rename(drive)
            assert (await rig.item(made.video.id)).clip == made.clip

    run_virtually(story())
