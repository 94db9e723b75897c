"""The clips on disk: each is drawn once, off the event loop, and then kept."""

import asyncio
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypedDict

from videogen_desktop.sandbox.models import JsonObject
from videogen_desktop.sandbox.records import Task
from videogen_desktop.sandbox.settings import ClipSize


class ClipStore:
    """Finds or makes the MP4 of a task; used on the event loop thread."""

    def __init__(self, directory: Path, font_path: Path, size: ClipSize) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self._directory = directory
        self._font_path = font_path
        self._size: ClipSize = size
        self._stop = threading.Event()
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="clip")
        self._running: dict[str, Future[None]] = {}

    def prepare(self, task: Task) -> None:
        """Start drawing a clip that is likely to be asked for soon, unless it is there."""
        self._start(task)

    async def path_of(self, task: Task) -> Path:
        """The finished file; waits for it to be drawn when this is the first time."""
        running = self._start(task)
        if running is not None:
            await asyncio.shield(asyncio.wrap_future(running))
        return self._path(task)

    def close(self) -> None:
        """Give up what is being drawn and wait for the thread (a fraction of a second)."""
        self._stop.set()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _path(self, task: Task) -> Path:
        return self._directory / f"{task.task_id}.{self._size}.mp4"

    def _start(self, task: Task) -> Future[None] | None:
        running = self._running.get(task.task_id)
        if running is None and not self._path(task).exists():
            running = self._executor.submit(self._draw, task)
            self._running[task.task_id] = running
            running.add_done_callback(lambda _done: self._running.pop(task.task_id, None))
        return running

    def _draw(self, task: Task) -> None:
        # PyAV and Pillow take 0.3 s to import: the server is listening long before they are needed.
        from videogen_desktop.sandbox.encode import write_clip

        write_clip(
            self._path(task),
            prompt=task.prompt,
            shape=task.shape,
            size=self._size,
            font_path=self._font_path,
            stop=self._stop.is_set,
            **_choices(task),
        )


class _Choices(TypedDict, total=False):
    seconds: int
    resolution: str
    sound: bool


def _choices(task: Task) -> _Choices:
    """Length, resolution and sound as the task was asked for them; usual ones are left out."""
    asked: JsonObject = task.asked
    choices: _Choices = {}
    length = str(asked.get("duration", ""))
    if length.isdecimal() and int(length):
        choices["seconds"] = int(length)
    if isinstance(asked.get("resolution"), str):
        choices["resolution"] = str(asked["resolution"])
    if asked.get("sound") is False:
        choices["sound"] = False
    return choices
