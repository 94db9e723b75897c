"""The file host: signed links, ranges, and what it refuses."""

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.sandbox.client import Client, ClientFactory, urls_in


@pytest.fixture
def kie(shared: Client) -> Client:
    return shared


@pytest.fixture
def url(kie: Client) -> str:
    record = kie.finished(kie.create()["data"]["taskId"])
    return urls_in(record)[0]


def test_a_result_is_an_mp4_with_length_ranges_and_etag(kie: Client, url: str) -> None:
    answer = kie.fetch(url)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "video/mp4"
    assert answer.headers["accept-ranges"] == "bytes"
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert answer.headers["etag"].startswith('"')
    assert answer.content[4:8] == b"ftyp"


def test_a_range_is_a_part_of_the_same_bytes(kie: Client, url: str) -> None:
    whole = kie.fetch(url)
    part = kie.fetch(url, **{"Range": "bytes=100-199", "If-Range": whole.headers["etag"]})
    assert part.status_code == 206
    assert part.headers["content-range"] == f"bytes 100-199/{len(whole.content)}"
    assert part.content == whole.content[100:200]
    tail = kie.fetch(url, Range=f"bytes={len(whole.content) - 10}-")
    assert tail.content == whole.content[-10:]
    assert kie.fetch(url, Range="bytes=99999999-").status_code == 416
    assert kie.fetch(url, **{"Range": "bytes=0-9", "If-Range": '"old"'}).status_code == 200


def test_the_url_looks_and_is_signed(kie: Client, url: str) -> None:
    parsed = httpx.URL(url)
    assert parsed.params["expires"].isdigit()
    assert len(parsed.params["signature"]) == 64
    assert kie.fetch(str(parsed.copy_with(query=None))).status_code == 403
    later = str(int(parsed.params["expires"]) + 1)
    assert kie.fetch(str(parsed.copy_set_param("expires", later))).status_code == 403
    assert kie.fetch(url.replace(".mp4", ".mov")).status_code == 404


def test_a_leaked_key_is_refused(kie: Client, url: str) -> None:
    answer = kie.fetch(url, **kie.sandbox.headers)
    assert answer.status_code == 403


def test_the_default_agent_of_urllib_is_blocked(kie: Client, url: str) -> None:
    answer = kie.fetch(url, **{"User-Agent": "Python-urllib/3.11"})
    assert (answer.status_code, answer.text) == (403, "error code: 1010")


def test_a_head_tells_the_length_without_the_bytes(kie: Client, url: str) -> None:
    answer = httpx.head(url, timeout=20)
    assert answer.status_code == 200
    assert int(answer.headers["content-length"]) == len(kie.fetch(url).content)


def test_a_clip_is_drawn_once(kie: Client, url: str) -> None:
    first = kie.fetch(url)
    task_id = httpx.URL(url).path.split("/")[2]
    (file,) = (kie.sandbox.state / "clips").glob(f"{task_id}*")
    drawn_at = file.stat().st_mtime_ns
    second = kie.fetch(url)
    assert first.headers["etag"] == second.headers["etag"]
    assert file.stat().st_mtime_ns == drawn_at


def test_the_server_answers_while_it_draws(client: ClientFactory) -> None:
    kie = client("--clip", "full", "--speed", "1000")
    url = urls_in(kie.finished(kie.create()["data"]["taskId"]))[0]
    with ThreadPoolExecutor(1) as other:
        download = other.submit(kie.fetch, url)
        answered = 0
        while not download.done() and answered < 10:
            assert kie.credit() == 9_900
            answered += 1
        # The rest of a drawing would take seconds.
        kie.sandbox.kill()
        download.exception()
    assert answered == 10
