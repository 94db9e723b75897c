"""What `generate` ends with: for people, for scripts, and the copy at --output."""

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path

from videogen_desktop.cli.errors import error_text
from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.output import JsonObject, credits_text, no_video, video_object
from videogen_desktop.domain.errors import OutputRefusedError
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.storage.clip_files import copy_clip

PLAYS_ELSEWHERE = "VideoGen Desktop cannot play this format; another player can open the file."


@dataclass(frozen=True, slots=True)
class Result:
    """How the command ended; `item` None means that no video came to be."""

    item: LibraryItem | None
    code: ExitCode
    sentence: str = ""
    wallet: str | None = None
    output: Path | None = None

    def as_object(self) -> JsonObject:
        """The one JSON object of `generate`."""
        if self.item is None:
            return no_video(self.sentence)
        return {
            **video_object(self.item.video, self.wallet, self.item.clip),
            "output": str(self.output) if self.output else None,
            "error": self.sentence or None,
        }

    def lines(self) -> list[str]:
        """For people, when all went well."""
        if self.item is None:
            return []
        video = self.item.video
        cost = f"{credits_text(video.cost)} credits"
        if self.item.clip is None:
            return [f"Accepted: {video.id}, {cost}. `videogen resume` fetches it when it is done."]
        lines = [f"Completed: {video.id}, {cost}.", f"File: {self.output or self.item.clip}"]
        return [*lines, PLAYS_ELSEWHERE] if self.item.plays_elsewhere else lines


async def with_copy(done: Result, output: Path | None) -> Result:
    """The same for a completed video, with its clip copied to `output` when there is one."""
    clip = done.item.clip if done.item else None
    if output is None or clip is None:
        return done
    try:
        await asyncio.to_thread(copy_clip, clip, output)
    except OutputRefusedError as error:
        why = error_text(error).removesuffix(" Nothing was charged.")
        # Not 2: a script that tries again after wrong usage would pay a second time.
        sentence = f"{why} The video is made and paid for; it is in {clip}."
        return replace(done, code=ExitCode.NOT_ON_DISK, sentence=sentence)
    return replace(done, output=await asyncio.to_thread(output.absolute))
