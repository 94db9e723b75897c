"""The takes of one request, of which a list shows one card until somebody opens them."""

from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence, Set

from videogen_desktop.domain.video_list import Mark, VideoList


class TakeStacks:
    """By group of takes: their ids and marks in the list's order, and which of them is shown. A
    group of one is no stack, and may become one."""

    def __init__(self) -> None:
        self._takes: dict[str, list[tuple[str, Mark]]] = {}
        # Where it is another than the first.
        self._shown: dict[str, str] = {}
        self._open: set[str] = set()
        # The seconds of those that no card shows, in their order once somebody asks for some.
        self._hidden = array("I")
        self._is_sorted = True

    def gather(self, videos: VideoList, first: int, groups: Sequence[str]) -> None:
        """Of the rows from `first` on, whose groups these are ("" for none), leave the first of
        each group that is not here yet."""
        hidden = []
        for row, group in enumerate(groups, first):
            if group:
                takes = self._takes.setdefault(group, [])
                takes.append((videos.at(row), videos.mark(row)))
                if len(takes) > 1:
                    hidden.append(row)
        self._hidden.extend(videos.seconds[row] for row in hidden)
        self._is_sorted = self._is_sorted and not hidden
        for row in reversed(hidden):
            videos.remove(row)

    # --- reading -----------------------------------------------------------------------------

    def takes(self, group: str | None) -> tuple[str, ...]:
        """The ids of a group with more than one, else nothing."""
        takes = self._takes.get(group or "", ())
        return tuple(take for take, _ in takes) if len(takes) > 1 else ()

    def has(self, group: str, take: str) -> bool:
        return any(take == known for known, _ in self._takes.get(group, ()))

    def knows(self, group: str | None) -> bool:
        return bool(group) and group in self._takes

    def shown(self, group: str) -> str:
        """The take whose card stands for the group, and before the others when they are open."""
        return self._shown.get(group) or self._takes[group][0][0]

    def is_open(self, group: str | None) -> bool:
        return group in self._open

    def mark(self, group: str, take: str) -> Mark:
        return dict(self._takes[group])[take]

    @property
    def hidden(self) -> int:
        """How many videos no card shows."""
        return len(self._hidden)

    def hidden_between(self, first: int, last: int) -> int:
        """How many of them were asked for between two seconds, both included."""
        self._sort()
        return bisect_right(self._hidden, last) - bisect_left(self._hidden, first)

    # --- changing ----------------------------------------------------------------------------

    def add(self, group: str, take: str, mark: Mark) -> None:
        """A further take; the first of its group is shown."""
        takes = self._takes.setdefault(group, [])
        takes.append((take, mark))
        if len(takes) > 1 and group not in self._open:
            self._hide(mark)

    def remove(self, group: str, take: str) -> None:
        """It is shown no more; the next one stands for the group."""
        takes, was_shown = self._takes[group], self.shown(group) == take
        place = next(number for number, (known, _) in enumerate(takes) if known == take)
        _, mark = takes.pop(place)
        if self._shown.get(group) == take:
            del self._shown[group]
        if takes and group not in self._open:
            self._unhide(self.mark(group, self.shown(group)) if was_shown else mark)
        if len(takes) < 2:
            self._open.discard(group)
        if not takes:
            del self._takes[group]

    def drop(self, gone: Set[str], videos: VideoList) -> None:
        """Of a list that was just read: takes that have gone since, from their rows on."""
        for group, takes in tuple(self._takes.items()):
            for take, _ in [one for one in takes if one[0] in gone]:
                row = videos.row_of(take)
                self.remove(group, take)
                if row is not None and group in self._takes:
                    shown = self.shown(group)
                    videos.replace(row, row + 1, (shown,))
                    videos.set_mark(row, self.mark(group, shown))

    def show(self, group: str, take: str) -> None:
        """This one stands for the group from now on."""
        self._shown[group] = take

    def open(self, group: str) -> tuple[str, ...]:
        """Those that get cards of their own, below the one that is shown."""
        shown = self.shown(group)
        others = [(take, mark) for take, mark in self._takes[group] if take != shown]
        self._open.add(group)
        for _, mark in others:
            self._unhide(mark)
        return tuple(take for take, _ in others)

    def close(self, group: str) -> None:
        shown = self.shown(group)
        self._open.discard(group)
        for take, mark in self._takes[group]:
            if take != shown:
                self._hide(mark)

    def go_on_from(self, before: "TakeStacks", videos: VideoList) -> None:
        """What was open and shown in the list before stays so in this one, whose videos these
        are."""
        for group, take in before._shown.items():
            takes = self._takes.get(group, ())
            row = videos.row_of(takes[0][0]) if takes else None
            if row is not None and any(take == known for known, _ in takes):
                videos.replace(row, row + 1, (take,))
                videos.set_mark(row, self.mark(group, take))
                self.show(group, take)
        for group in before._open:
            if len(self._takes.get(group, ())) > 1:
                row = videos.row_of(self.shown(group))
                for take in reversed(self.open(group)):
                    videos.insert((row or 0) + 1, take, self.mark(group, take))

    def _hide(self, mark: Mark) -> None:
        self._sort()
        insort(self._hidden, mark.second)

    def _unhide(self, mark: Mark) -> None:
        self._sort()
        place = bisect_left(self._hidden, mark.second)
        if place < len(self._hidden) and self._hidden[place] == mark.second:
            del self._hidden[place]

    def _sort(self) -> None:
        if not self._is_sorted:
            self._hidden = array("I", sorted(self._hidden))
            self._is_sorted = True
