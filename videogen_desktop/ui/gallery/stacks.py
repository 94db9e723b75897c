"""Stacks of takes among the gallery's rows: opened in place, closed again, kept in step with news.

A closed stack is one row, whose id is that of the take it shows: a favourite, else one that can be
watched, else one that is still made. What is asked of a closed stack is asked of that take alone:
nobody deletes or saves what they do not see. "Select all" opens the stack first.
"""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.take_stacks import TakeStacks
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.domain.video_list import Mark, VideoList
from videogen_desktop.ui.gallery.ordered_ids import Splice
from videogen_desktop.ui.gallery.snapshots import SnapshotWindow

_ENDED_BADLY = (VideoState.FAILED, VideoState.CANCELLED)


class Stack(NamedTuple):
    """The takes in the list's order; `is_shown` of the one that stands for them or comes first.
    `running` and `failed` count those of which that is known."""

    takes: tuple[str, ...]
    is_open: bool
    is_shown: bool
    running: int = 0
    failed: int = 0


class StackRows:
    """Works on the model's list through `splice`, `tell` (paint a row again) and `reshaped`. Main
    thread."""

    def __init__(
        self,
        items: SnapshotWindow,
        splice: Callable[[Sequence[Splice]], None],
        tell: Callable[[str], None],
        reshaped: Callable[[], None],
    ) -> None:
        self._items = items
        self._splice, self._tell, self._reshaped = splice, tell, reshaped
        self._videos = VideoList()
        self.stacks = TakeStacks()

    def adopt(self, videos: VideoList) -> None:
        """The list is this one from now on, with its own stacks."""
        self._videos = videos
        self.stacks = videos.stacks or TakeStacks()

    def go_on_in(self, videos: VideoList) -> None:
        """The same list a little later: what is open stays open."""
        before, self.stacks = self.stacks, videos.stacks or TakeStacks()
        self.stacks.go_on_from(before, videos)

    # --- reading -----------------------------------------------------------------------------

    def of(self, item: LibraryItem | None) -> Stack | None:
        """The stack that the video is a take of."""
        group = None if item is None else item.video.take_group_id
        takes = self.stacks.takes(group)
        if item is None or group is None or not takes:
            return None
        known = [one.video for one in map(self._items.peek, takes) if one is not None]
        running = sum(not video.is_terminal for video in known)
        ended = sum(video.state in _ENDED_BADLY for video in known)
        is_shown = self.stacks.shown(group) == item.video.id
        return Stack(takes, self.stacks.is_open(group), is_shown, running, ended)

    def missing(self, item: LibraryItem) -> list[str]:
        """Takes of a stack of which nothing is known yet."""
        takes = self.stacks.takes(item.video.take_group_id)
        return [take for take in takes if take not in self._items]

    # --- opening and closing -----------------------------------------------------------------

    def toggle(self, item: LibraryItem) -> None:
        """Open the stack that the video is a take of, or close it."""
        group = item.video.take_group_id or ""
        takes = self.stacks.takes(group)
        row = self._videos.row_of(self.stacks.shown(group)) if takes else None
        if row is None:
            return
        if self.stacks.is_open(group):
            self.stacks.close(group)
            self._splice([Splice(row + 1, len(takes) - 1, ())])
        else:
            others = self._marked(group, self.stacks.open(group))
            self._splice([Splice(row + 1, 0, others)])
        self._tell(self.stacks.shown(group))

    def _marked(self, group: str, takes: Sequence[str]) -> VideoList:
        part = VideoList()
        for row, take in enumerate(takes):
            part.insert(row, take, self.stacks.mark(group, take))
        return part

    # --- news --------------------------------------------------------------------------------

    def begin(self, item: LibraryItem | None, mark: Mark) -> None:
        """Its card is here; further takes of its group join it."""
        if item is None or item.video.take_group_id is None:
            return
        if not self.stacks.knows(item.video.take_group_id):
            self.stacks.add(item.video.take_group_id, item.video.id, mark)

    def join(self, item: LibraryItem, mark: Mark, *, is_new: bool) -> bool:
        """Whether the video, which has no row, is a take of a group that is here; where it
        `is_new`, it becomes one."""
        group, video_id = item.video.take_group_id, item.video.id
        if group is None or not self.stacks.knows(group):
            return False
        if not self.stacks.has(group, video_id):
            if not is_new:
                return False
            self.stacks.add(group, video_id, mark)
            row = self._videos.row_of(self.stacks.shown(group))
            if self.stacks.is_open(group) and row is not None:
                self._splice([Splice(row + 1, 0, self._marked(group, (video_id,)))])
        self.choose(item)
        self._tell(self.stacks.shown(group))
        return True

    def choose(self, item: LibraryItem) -> None:
        """Show the take that says most, now that this one is known or changed."""
        group = item.video.take_group_id
        takes = self.stacks.takes(group)
        if group is None or not takes or self.stacks.is_open(group):
            return
        shown = self.stacks.shown(group)
        best = max((shown, *takes), key=lambda take: _rank(self._items.peek(take)))
        if best != shown:
            self._show(group, shown, best)

    def _show(self, group: str, before: str, take: str) -> None:
        row = self._videos.row_of(before)
        if row is None:
            return
        shape = self._videos.shapes[row]
        self._videos.replace(row, row + 1, (take,))
        self._videos.set_mark(row, self.stacks.mark(group, take))
        self.stacks.show(group, take)
        self._tell(take)
        if self._videos.shapes[row] != shape:
            self._reshaped()

    def leave(self, item: LibraryItem | None, going: Collection[str] = ()) -> bool:
        """The video goes, and all that are `going` with it. Whether its row stays, for another take
        of a closed stack."""
        group = None if item is None else item.video.take_group_id
        if item is None or group is None or not self.stacks.has(group, item.video.id):
            return False
        gone = {item.video.id, *going}
        others = [take for take in self.stacks.takes(group) if take not in gone]
        is_closed = not self.stacks.is_open(group)
        stands = is_closed and bool(others) and self.stacks.shown(group) == item.video.id
        if stands:
            self._show(group, item.video.id, others[0])
        self.stacks.remove(group, item.video.id)
        if others:
            self._tell(self.stacks.shown(group))
        return stands


def _rank(item: LibraryItem | None) -> int:
    if item is None:
        return 0
    video = item.video
    if video.state is VideoState.COMPLETED and item.clip is not None:
        return 4 if video.favourite else 3
    return 1 if video.state in _ENDED_BADLY else 2
