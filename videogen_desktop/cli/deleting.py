"""One video taken out of the library; imports the engine."""

from videogen_desktop.cli.running import Interruption
from videogen_desktop.domain.events import Event
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.engine.opening import open_engine
from videogen_desktop.engine.options import EngineOptions


async def delete(options: EngineOptions, video_id: str, stop: Interruption) -> LibraryItem:
    """The video as it is now. Raises VideoGenError; then nothing was changed."""
    engine = await open_engine(options, _ignore)
    try:
        for refused in await stop.unless(engine.gallery.delete([video_id])):
            raise refused
        return (await engine.items([video_id]))[0]
    finally:
        await stop.closing(engine.close())


def _ignore(_event: Event) -> None:
    """The answer is read when all is done."""
