"""What was charged, by the sandbox's books, and whether what a terminal said about it is true."""

import asyncio
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tests.kill_matrix.engine_run import arrange
from tests.kill_matrix.forking import ended, forked
from tests.kill_matrix.world import World
from tests.requests import SANDBOX_WALLET
from tests.two_processes.parties import PROMPT, Answer
from videogen_desktop.domain.states import Origin, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.engine.opening import EngineOptions, open_engine
from videogen_desktop.sandbox.books import Books
from videogen_desktop.services.wallets import WalletChoice
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.library import open_reader
from videogen_desktop.storage.verify import verify

_DEFECT, _UNCONFIRMED, _INTERRUPTED = 1, 5, 130
_NOTHING = re.compile("nothing was (charged|sent)(?! so far)", re.IGNORECASE)
_PERHAPS = re.compile(
    "may (have been|be) charged|is not (clear|known)|cannot be read at the moment", re.IGNORECASE
)
_MONEY = re.compile("charged|paid for|refunded", re.IGNORECASE)
_NOT_PAID = (VideoState.RESERVED, VideoState.CANCELLED, VideoState.FAILED)


@dataclass(frozen=True, slots=True)
class Found:
    """The library after a last start, and the provider's books."""

    videos: tuple[Video, ...]
    posts: int
    charges: int
    problems: tuple[str, ...]
    takes: int = 1

    def __str__(self) -> str:
        states = [f"{video.state}" for video in self.videos]
        return f"{states}, {self.posts} POSTs, {self.charges} charges"


def settled(world: World, takes: int = 1) -> Found:
    """Start the engine once more, which must send nothing, and look at everything."""
    problems, (found,) = settled_each(world, (PROMPT,), takes)
    return replace(found, problems=(*problems, *found.problems))


def settled_each(
    world: World, prompts: Sequence[str], takes: int = 1
) -> tuple[tuple[str, ...], tuple[Found, ...]]:
    """The same for some requests, each with a prompt of its own: what is wrong with the whole, and
    what there is of each."""
    with Books.open(world.state) as books:
        before = len(books.create_requests())
    code = ended(forked(world.folder / "start.log", lambda: asyncio.run(_started(world))))
    with open_reader(directories(world.data)) as library:
        problems = [f"verify: {broken}" for broken in verify(library)]
        with library.reading() as rows:
            videos = tuple(v for v in rows.videos.every() if v.origin is Origin.GENERATED)
    with Books.open(world.state) as books:
        posts = len(books.create_requests())
    if code:
        problems.append(f"the next start ended with {code}")
    if posts != before:
        problems.append("the next start sent something")
    if unasked := {video.prompt for video in videos}.difference(prompts):
        problems.append(f"nobody asked for {unasked}")
    return tuple(problems), tuple(_found(world, prompt, videos, takes) for prompt in prompts)


def _found(world: World, prompt: str, videos: Sequence[Video], takes: int) -> Found:
    of_prompt = tuple(video for video in videos if video.prompt == prompt)
    with Books.open(world.state) as books:
        posts = sum(request.prompt == prompt for request in books.create_requests())
        tasks = {task.task_id for task in books.tasks() if task.prompt == prompt}
        charges = sum(charge.task_id in tasks for charge in books.charges())
    problems = []
    if len(of_prompt) not in (0, takes) or posts > takes or charges > takes:
        counts = f"{len(of_prompt)} videos, {posts} POSTs, {charges} charges"
        problems.append(f"{counts} for one request of {takes}")
    return Found(of_prompt, posts, charges, tuple(problems), takes)


async def _started(world: World) -> None:
    arrange(world, is_told=True)
    options = EngineOptions(directories(world.data), WalletChoice(SANDBOX_WALLET))
    engine = await open_engine(options, lambda _event: None)
    await engine.until_idle()
    await engine.refresh_balance()
    await engine.close()


def problems_with(answer: Answer | None, found: Found, *, is_left_alone: bool) -> Iterator[str]:
    """What is untrue of an answer, None for a terminal that was killed. One that `is_left_alone`
    must come to a video, or not know whether it did.
    """
    if answer is None:
        return
    try:
        said = answer.object
    except ValueError:
        yield f"no JSON: {answer}"
        return
    if answer.code < 0 or answer.code == _DEFECT:
        yield f"it ended with {answer.code}"
    if is_left_alone and answer.code not in (0, _UNCONFIRMED):
        yield f"somebody waited and got {answer.code}"
    ended = [video.state for video in found.videos]
    if answer.code == 0 and ended != [VideoState.COMPLETED] * found.takes:
        yield "nothing is completed"
    sentence = str(said["error"] or "")
    if found.takes > 1 and said["videos"]:
        for one in said["videos"]:
            yield from _untrue(one["id"], str(one["error"] or ""), found)
    else:
        yield from _untrue(said.get("id"), sentence, found)
    says_nothing, says_perhaps = _NOTHING.search(sentence), _PERHAPS.search(sentence)
    if answer.code == _UNCONFIRMED and not says_perhaps:
        yield f"no word of what is not clear: {sentence}"
    if answer.code == _INTERRUPTED and not found.videos and not (says_nothing or says_perhaps):
        yield f"there is no video, and it does not say so: {sentence}"
    if answer.code not in (0, _UNCONFIRMED, _INTERRUPTED) and not _MONEY.search(sentence):
        yield f"no word of money: {sentence}"


def _untrue(video_id: str | None, sentence: str, found: Found) -> Iterator[str]:
    """What is untrue of a sentence about one video, None: about none at all."""
    video = next((one for one in found.videos if one.id == video_id), None)
    if video_id is not None and video is None:
        yield "the id is no video's"
    # Which of several takes a POST was for nobody could tell.
    was_posted = found.posts if found.takes == 1 or video is None else 0
    if _NOTHING.search(sentence) and (was_posted or (video and video.state not in _NOT_PAID)):
        yield f"it is not true that nothing was charged: {sentence}"
