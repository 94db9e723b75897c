"""The text helper over real sockets: the sandbox, and servers that answer as none should."""

import asyncio
import gzip
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.plugins.sandbox_process import SandboxFactory
from tests.providers.scripted_server import (
    Act,
    Exchange,
    answers,
    close_after_reading,
    drip_for_ever,
    hang,
    pour_for_ever,
    reset_before_reading,
    scripted_server,
)
from videogen_desktop.domain.errors import (
    ApiBaseRefusedError,
    KeyStoreUnavailableError,
    TextHelperError,
)
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.text_helper import TRIAL, HelperTask
from videogen_desktop.services.preferences import Preferences
from videogen_desktop.services.text_helper import TextHelper
from videogen_desktop.storage.key_store import LayeredKeyStore, MemoryKeyStore

KEY = "sk-CANARY-7c1d2f6e"
TEXT = "Một con mèo"


class NoKeyring(MemoryKeyStore):
    async def put(self, api_base: str, key: str) -> None:
        raise KeyStoreUnavailableError("missing")


def helper(
    folder: Path,
    address: str | None,
    keys: LayeredKeyStore | None = None,
    *,
    model: str = "trial-writer",
    seconds: float = 5.0,
    trial: Callable[[], Awaitable[str]] | None = None,
    proxy: str | None = None,
) -> TextHelper:
    settings = Settings(text_helper_address=address, text_helper_model=model)
    preferences = Preferences(folder / "settings.json", settings)

    async def network() -> HttpSettings:
        return HttpSettings(proxy)

    kept = keys or LayeredKeyStore(MemoryKeyStore())
    return TextHelper(preferences, kept, network, trial, seconds)


async def refusal(asked: Awaitable[object]) -> TextHelperError:
    with pytest.raises(TextHelperError) as refused:
        await asked
    return refused.value


def improve(one: TextHelper) -> Awaitable[object]:
    return one.rewritten(HelperTask.IMPROVE, TEXT)


def test_the_sandbox_writes_better_and_translates(tmp_path: Path, sandbox: SandboxFactory) -> None:
    bad_days = ("text-thinking", "text-empty", "text-huge", "text-refused-key", "text-rate-limited")
    more_bad_days = ("text-error", "text-moved", "text-garbage", "text-endless")
    faults = [part for fault in (*bad_days, *more_bad_days) for part in ("--fault", f"{fault}:1")]
    base = f"{sandbox(*faults).address}/v1"

    async def trial() -> str:
        return base

    async def play() -> None:
        one = helper(tmp_path, TRIAL, trial=trial, seconds=1.0)
        assert one.has_trial
        met = [(await refusal(improve(one))).reason for _ in range(5)]
        assert met == ["key", "busy", "server", "moved", "garbage"]
        assert (await refusal(improve(one))).reason == "late", "words that never end"
        assert (await refusal(improve(one))).reason == "empty"
        assert (await refusal(improve(one))).reason == "too_much"
        thought = await one.rewritten(HelperTask.TRANSLATE, TEXT)
        assert (thought.before, thought.after) == (TEXT, "A cat"), "without what it thought"
        better = await one.rewritten(HelperTask.IMPROVE, TEXT)
        assert better.after.startswith(f"{TEXT}, ánh sáng")
        assert "trial-writer" in await one.models(TRIAL)

    asyncio.run(play())


def test_a_helper_that_is_off_asks_nobody(tmp_path: Path) -> None:
    async def play() -> None:
        assert (await refusal(improve(helper(tmp_path, None)))).reason == "off"
        trial = helper(tmp_path, TRIAL)
        assert not trial.has_trial
        assert (await refusal(improve(trial))).reason == "trial_only"
        no_model = helper(tmp_path, "http://127.0.0.1:1/v1", model="")
        assert (await refusal(improve(no_model))).reason == "no_model"
        nobody = helper(tmp_path, "http://127.0.0.1:1/v1")
        assert (await refusal(improve(nobody))).reason == "unreachable"
        with pytest.raises(ApiBaseRefusedError):
            await improve(helper(tmp_path, "http://api.example.com/v1"))

    asyncio.run(play())


def chat(content: object) -> str:
    return json.dumps({"choices": [{"message": {"content": content}}]})


BOMB = gzip.compress(b" " * 50_000_000)
EVENTS = 'data: {"choices":[{"delta":{"content":"A "}}]}\n\n'
ODD: dict[str, tuple[Act, str]] = {
    "reset": (reset_before_reading, "cut"),
    "closed": (close_after_reading, "cut"),
    "silent": (hang, "late"),
    "dripping": (drip_for_ever, "late"),
    "pouring": (pour_for_ever, "too_much"),
    "bomb": (answers(BOMB, content_encoding="gzip"), "too_much"),
    "deep": (answers("[" * 200_000), "garbage"),
    "a list": (answers("[1, 2]"), "garbage"),
    "no choice": (answers('{"choices": []}'), "garbage"),
    "no text": (answers(chat({"a": 1})), "garbage"),
    "null": (answers(chat(None)), "empty"),
    "cut stream": (answers(EVENTS), "garbage"),
    "odd stream": (answers(EVENTS + "data: {\n\ndata: [DONE]\n"), "garbage"),
    "binary": (answers(bytes(range(256)) * 50), "garbage"),
    "no model": (answers('{"error":{"message":"model x not found"}}', 404), "not_found"),
    "forbidden": (answers('{"error":"no"}', 403), "key"),
    "too many": (answers("", 429), "busy"),
    "unwell": (answers("<title>Bad gateway</title>", 502), "server"),
    "bad request": (answers('{"error":{"message":"context length"}}', 400), "refused"),
    "no content": (answers("", 204), "garbage"),
}


def test_an_answer_that_is_none_says_which_and_takes_bounded_time_and_memory(
    tmp_path: Path,
) -> None:
    async def play() -> None:
        for name, (act, reason) in ODD.items():
            async with scripted_server(act) as server:
                one = helper(tmp_path, f"{server.address}/v1", seconds=0.5)
                assert (await refusal(improve(one))).reason == reason, name
                assert server.connections == 1, f"{name}: asked once"

    asyncio.run(play())


def test_the_servers_own_words_are_told_without_the_key(tmp_path: Path) -> None:
    words = json.dumps({"error": {"message": f"Incorrect API key provided: {KEY}"}})

    async def play() -> None:
        async with scripted_server(answers(words, 401)) as server:
            one = helper(tmp_path, f"{server.address}/v1")
            assert await one.keep_key(f"{server.address}/v1", KEY)
            refused = await refusal(improve(one))
            assert refused.said == "Incorrect API key provided: [redacted]"
            assert KEY not in repr(one)

    asyncio.run(play())


def test_a_key_goes_to_its_own_address_and_nowhere_else(tmp_path: Path) -> None:
    async def play() -> None:
        keys = LayeredKeyStore(MemoryKeyStore())
        async with (
            scripted_server(answers(chat("A thief"))) as other,
            scripted_server(answers("", 307, Location=f"{other.address}/v1/x")) as moved,
        ):
            first = helper(tmp_path, f"{moved.address}/v1", keys)
            assert await first.keep_key(f"{moved.address}/v1/", f" {KEY} ")
            assert await first.has_key(moved.address)
            assert (await refusal(improve(first))).reason == "moved"
            assert moved.requests[0].headers["authorization"] == f"Bearer {KEY}"
            assert other.connections == 0, "a redirect is not followed"
            second = helper(tmp_path, f"{other.address}/v1", keys)
            assert not await second.has_key(f"{other.address}/v1")
            await improve(second)
            assert "authorization" not in other.requests[0].headers
            await first.keep_key(moved.address, "")
            assert not await first.has_key(moved.address)
            assert await keys.get(f"{moved.address}/v1") is None, "no base of videos has it"

    asyncio.run(play())


def test_only_the_text_the_task_and_the_model_are_sent(tmp_path: Path) -> None:
    async def play() -> None:
        async with scripted_server(answers(chat(" A cat. "))) as server:
            one = helper(tmp_path, f"{server.address}/v1", model="llama3")
            done = await one.rewritten(HelperTask.TRANSLATE, TEXT)
            assert done.after == "A cat."
            (sent,) = server.requests
            assert (sent.method, sent.target) == ("POST", "/v1/chat/completions")
            assert isinstance(sent.json, dict)
            assert set(sent.json) == {"model", "messages", "stream"}
            system, user = sent.json["messages"]
            assert user == {"role": "user", "content": TEXT}
            assert "translat" in system["content"]
            assert "cookie" not in sent.headers

    asyncio.run(play())


def test_an_address_of_ones_own_network_is_not_reached_through_the_proxy(tmp_path: Path) -> None:
    async def play() -> None:
        async with scripted_server(answers(chat("A cat"))) as proxy:
            one = helper(tmp_path, "http://10.255.255.1:9/v1", proxy=proxy.address, seconds=0.3)
            # Whoever answers there, or nobody.
            await refusal(improve(one))
            assert proxy.connections == 0
            far = helper(tmp_path, "https://text.example.test/v1", proxy=proxy.address)
            assert (await refusal(improve(far))).reason in ("cut", "unreachable")
            assert proxy.connections == 1

    asyncio.run(play())


def test_a_call_that_is_cancelled_lets_go_of_its_connection(tmp_path: Path) -> None:
    async def play() -> None:
        heard, left = asyncio.Event(), asyncio.Event()

        async def watch(exchange: Exchange) -> None:
            await exchange.read_request()
            heard.set()
            await exchange.reader.read()
            left.set()

        async with scripted_server(watch) as server:
            one = helper(tmp_path, f"{server.address}/v1")
            asking = asyncio.ensure_future(improve(one))
            await asyncio.wait_for(heard.wait(), 5)
            asking.cancel()
            await asyncio.wait_for(left.wait(), 5)
            with pytest.raises(asyncio.CancelledError):
                await asking

    asyncio.run(play())


def test_without_a_keyring_a_key_holds_for_this_run(tmp_path: Path) -> None:
    async def play() -> None:
        keys = LayeredKeyStore(NoKeyring())
        one = helper(tmp_path, "https://api.example.com/v1", keys)
        assert not await one.keep_key("https://api.example.com/v1", KEY)
        assert await one.has_key("https://api.example.com/v1")

    asyncio.run(play())
