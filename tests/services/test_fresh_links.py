"""A signed link that is over answers in many ways; after each of them a fresh one is asked for."""

from pathlib import Path

import pytest

from tests.services.rig import FakeMedia, running
from tests.services.scripted_provider import ScriptedProvider
from tests.services.test_outbox import BODY, DONE, HOUR_MS, LINK, URL, generated, parts
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.domain.errors import NotPlayableError, ResultUrlRefusedError
from videogen_desktop.services import account

REFUSALS: dict[str, Exception] = {
    "a page, a message, nothing": NotPlayableError("not_video"),
    "a redirect to where one logs in": ResultUrlRefusedError("login.example", "scheme"),
    "redirects in a circle": ResultUrlRefusedError("cdn.example", "redirects"),
}


@pytest.fixture(autouse=True)
def rare_readings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Days pass here, and 288 readings of the balance a day would be most of the tests' time."""
    monkeypatch.setattr(account, "READ_EVERY_MS", 24 * 3_600_000)


@pytest.mark.parametrize("refusal", REFUSALS.values(), ids=REFUSALS.keys())
def test_whatever_else_an_address_answers_it_is_renewed_by_a_link(
    tmp_path: Path, refusal: Exception
) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=DONE, body=BODY, refused={URL: refusal}, links=[LINK])
        async with running(tmp_path, provider) as rig:
            item = await generated(rig)
            assert item.clip is not None
            assert item.clip.read_bytes() == BODY
            assert provider.links_asked == [URL]
            assert [url for url, _, _ in provider.opened] == [URL, LINK]

    run_virtually(story())


def test_a_page_that_calls_itself_a_video_is_renewed_by_a_link(tmp_path: Path) -> None:
    class Looking(FakeMedia):
        async def probe(self, path: Path) -> ClipFacts:
            if path.read_bytes().startswith(b"<"):
                raise NotPlayableError("container")
            return await super().probe(path)

    async def story() -> None:
        files = {URL: b"<html>log in", LINK: BODY}
        provider = ScriptedProvider(script=DONE, files=files, links=[LINK])
        async with running(tmp_path, provider, Looking()) as rig:
            item = await generated(rig)
            assert item.clip is not None
            assert item.clip.read_bytes() == BODY
            assert provider.links_asked == [URL]
            assert not parts(tmp_path)

    run_virtually(story())


def test_a_page_for_a_day_costs_no_paid_video_and_one_link_for_each_try(tmp_path: Path) -> None:
    async def story() -> None:
        page: Exception = NotPlayableError("not_video")
        refused = dict.fromkeys((URL, LINK), page)
        provider = ScriptedProvider(script=DONE, body=BODY, refused=refused, links=[LINK])
        async with running(tmp_path, provider) as rig:
            item = await generated(rig, seconds=24 * 3600)
            assert (item.clip, item.result_gone) == (None, False)
            assert item.clip_failure == "not_playable:not_video"
            assert len(provider.links_asked) == len(provider.opened) - 1
            assert len(provider.opened) < 200
            provider.refused.clear()
            await rig.clock.sleep(HOUR_MS)
            assert (await rig.item(item.video.id)).clip is not None

    run_virtually(story())
