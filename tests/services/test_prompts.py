"""Own styles, kept descriptions with folders, and the history of the library itself."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.rig import Rig, running
from tests.services.scripted_provider import ScriptedProvider
from tests.services.virtual_time import run_virtually
from tests.storage.filled_library import new_video
from videogen_desktop.domain.preset import preset_named
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.saved_prompt import NoPromptFileError, PromptFolder
from videogen_desktop.domain.states import Origin, VideoState
from videogen_desktop.services.prompts import PAGE


async def fill(rig: Rig, prompts: list[str]) -> None:
    """Videos of these descriptions, the last one newest."""
    wallet_id = rig.engine.wallet.id
    known = {"origin": Origin.IMPORTED, "state": VideoState.COMPLETED}

    def write(rows: object) -> None:
        for at, prompt in enumerate(prompts, 1):
            video = new_video(wallet_id, at, **known, body=None, price=0, request_sha256="")
            request = VideoRequest("m", prompt)
            rows.videos.add(replace(video, request=request))  # type: ignore[attr-defined]

    await rig.engine.library.write(write)


def test_an_own_style_is_kept_found_renamed_and_taken_back(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            presets = rig.engine.writing.presets
            shipped = await presets.every()
            made = await presets.add("  Kiểu \n của tôi ", "my words", {"aspect_ratio": "9:16"})
            assert made is not None
            assert made.name("vi") == "Kiểu của tôi"
            assert (await presets.every())[0] == made
            assert await presets.add("kieu CUA toi", "others", {}) is None, "a name is one style's"
            assert await presets.add("", "words", {}) is None
            assert await presets.add("nothing", " ", {}) is None
            other = await presets.add("Khác", "x", {})
            assert other is not None
            assert await presets.change(other, "Kieu cua toi", "x") is None
            changed = await presets.change(made, "Macro", "new words")
            assert changed is not None
            assert preset_named("macro", await presets.every()).fragment == "new words"
            await presets.remove(made.id)
            await presets.remove(other.id)
            assert await presets.every() == shipped
            assert await presets.restore(changed)
            assert (await presets.every())[0].request.options == {"aspect_ratio": "9:16"}

    run_virtually(story())


def test_kept_descriptions_are_found_by_their_words_and_their_folder(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            prompts = rig.engine.writing.prompts
            first = await prompts.keep(" Một con mèo ở Đà Nẵng\n", "Động vật")
            second = await prompts.keep("Tô phở bốc khói 100%", " Món  ăn ")
            assert first is not None
            assert second is not None
            assert await prompts.keep("Một con mèo ở Đà Nẵng", "Động vật") is None
            assert await prompts.keep(" \n") is None
            assert [one.text for one in await prompts.saved("da nang meo")] == [first.text]
            assert [one.text for one in await prompts.saved("dong vat")] == [first.text]
            assert [one.text for one in await prompts.saved("100%")] == [second.text]
            assert await prompts.saved("%") == (second,)
            assert await prompts.saved("", "Món ăn") == (second,)
            assert await prompts.folders() == (
                PromptFolder("Động vật", 1),
                PromptFolder("Món ăn", 1),
            )
            await rig.clock.sleep(1000)
            await prompts.used(first.id)
            assert [one.id for one in await prompts.saved()] == [first.id, second.id]
            await prompts.rename_folder("Món ăn", "Động vật")
            assert await prompts.change(first.id, "Một con chó", "")
            assert not await prompts.change(first.id, " ", "")
            assert await prompts.folders() == (PromptFolder("", 1), PromptFolder("Động vật", 1))
            assert await prompts.saved("meo") == ()
            await prompts.remove([first.id])
            await prompts.restore(first)
            assert (await prompts.saved("meo"))[0].times_used == 0

    run_virtually(story())


def test_the_history_has_each_description_once_and_goes_on_in_pages(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            prompts = rig.engine.writing.prompts
            assert (await prompts.history()).prompts == ()
            texts = [f"Cảnh {number}" for number in range(PAGE + 20)]
            await fill(rig, [*texts, *["Một con mèo"] * 700])
            first = await prompts.history()
            assert first.prompts == ("Một con mèo",), "a page has its end, whatever it finds"
            second = await prompts.history(after=first.after)
            assert second.prompts[:2] == ("Một con mèo", f"Cảnh {PAGE + 19}")
            third = await prompts.history(after=second.after)
            assert {*second.prompts, *third.prompts} == {"Một con mèo", *texts}
            assert (await prompts.history("canh 7")).prompts[-1] == "Cảnh 7"

    run_virtually(story())


def test_one_file_carries_everything_to_another_library_once(tmp_path: Path) -> None:
    async def story() -> None:
        file = tmp_path / "mô tả.json"
        async with running(tmp_path / "a", ScriptedProvider()) as rig:
            writing = rig.engine.writing
            await writing.presets.add("Của tôi", "words", {"duration": 5})
            await writing.prompts.keep("Một con mèo", "Động vật")
            assert await writing.prompts.export(file) == 2
        async with running(tmp_path / "b", ScriptedProvider()) as rig:
            writing = rig.engine.writing
            assert await writing.prompts.bring(file) == 2
            assert await writing.prompts.bring(file) == 0, "the second time there is nothing new"
            assert (await writing.presets.every())[0].request.options == {"duration": 5}
            assert (await writing.prompts.saved("", "Động vật"))[0].text == "Một con mèo"
            for odd in (
                "",
                "[",
                "{}",
                '{"application":"VideoGen Desktop","presets":5}',
                "[" * 9999,
            ):
                file.write_text(odd, encoding="utf-8")
                with pytest.raises(NoPromptFileError):
                    await writing.prompts.bring(file)
            file.write_bytes(b"\xff\xfe")
            with pytest.raises(NoPromptFileError):
                await writing.prompts.bring(file)
            file.write_text(
                '{"application":"VideoGen Desktop","presets":[5,{"name":""},{"name":"x"}],'
                '"prompts":[{},{"text":"ok"},{"text":5}]}',
                encoding="utf-8",
            )
            assert await writing.prompts.bring(file) == 1, "what can be read comes in"

    run_virtually(story())
