"""The gallery's verbs over a dictionary: the same dictionary that the fake engine shows."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tests.requests import VENDORS
from videogen_desktop.domain.aspect_ratio import named_shape
from videogen_desktop.domain.errors import VideoGenError
from videogen_desktop.domain.events import Event, VideoChanged, VideoRemoved
from videogen_desktop.domain.gallery import (
    STATES_OF,
    Collection,
    GalleryCounts,
    GalleryPage,
    GalleryQuery,
    GallerySort,
    StatusGroup,
)
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.text import folded
from videogen_desktop.domain.video import Family, LibraryItem, Video


class FakeGallery:
    """Every method runs on the worker's loop. `refusals` are videos that cannot be deleted;
    `gate` holds the answers to queries, `count_gate` those to how many there are."""

    def __init__(self, items: dict[str, LibraryItem], publish: Callable[[Event], None]) -> None:
        self._items = items
        self._publish = publish
        self._deleted: dict[str, LibraryItem] = {}
        self._members: dict[str, set[str]] = {}
        self._collections: dict[str, str] = {}
        self.queries: list[GalleryQuery] = []
        self.listed: list[GalleryQuery] = []
        self.counted: list[GalleryQuery] = []
        self.refusals: dict[str, VideoGenError] = {}
        self.gate: asyncio.Event | None = None
        self.count_gate: asyncio.Event | None = None

    async def first_page(self, query: GalleryQuery) -> GalleryPage:
        self.queries.append(query)
        if self.gate is not None:
            await self.gate.wait()
        ids = self._found(query)[:120]
        return GalleryPage(ids, tuple(self._items[video_id] for video_id in ids[:60]))

    async def all_ids(self, query: GalleryQuery) -> tuple[str, ...]:
        self.listed.append(query)
        return self._found(query)

    async def counts(self, query: GalleryQuery) -> GalleryCounts:
        self.counted.append(query)
        if self.count_gate is not None:
            await self.count_gate.wait()
        found = [self._items[key].video for key in self._found(replace(query, status=None))]
        states = [video.state for video in found]
        groups = {
            group: sum(state in members for state in states) for group, members in STATES_OF.items()
        }
        groups[StatusGroup.NEW] = sum(video.is_new for video in found)
        return GalleryCounts(len(states), groups)

    async def set_favourite(self, video_ids: Sequence[str], favourite: bool) -> None:
        for video_id in video_ids:
            self._change(video_id, favourite=favourite)

    async def set_seen(self, video_ids: Sequence[str], seen: bool) -> None:
        for video_id in video_ids:
            if self._items[video_id].video.state is VideoState.COMPLETED:
                self._change(video_id, seen_at=1 if seen else None)

    async def set_titles(self, titles: Mapping[str, str]) -> None:
        for video_id, title in titles.items():
            self._change(video_id, title=title or None)

    async def delete(self, video_ids: Sequence[str]) -> tuple[VideoGenError, ...]:
        for video_id in video_ids:
            if video_id not in self.refusals and video_id in self._items:
                item = self._items.pop(video_id)
                self._deleted[video_id] = item
                self._publish(VideoRemoved(video_id, item.video.revision + 1))
        return tuple(self.refusals[key] for key in video_ids if key in self.refusals)

    async def restore(self, video_ids: Sequence[str]) -> None:
        for video_id in video_ids:
            item = self._deleted.pop(video_id)
            video = replace(item.video, revision=item.video.revision + 2)
            self._items[video_id] = replace(item, video=video)
            self._publish(VideoChanged(self._items[video_id]))

    async def collections(self) -> tuple[Collection, ...]:
        return tuple(
            Collection(key, name, len(self._members.get(key, ())))
            for key, name in self._collections.items()
        )

    async def add_collection(self, name: str) -> Collection | None:
        if not name.strip() or name in self._collections.values():
            return None
        key = f"collection-{len(self._collections)}"
        self._collections[key] = name
        return Collection(key, name)

    async def rename_collection(self, collection_id: str, name: str) -> bool:
        if not name.strip() or name in self._collections.values():
            return False
        self._collections[collection_id] = name
        return True

    async def remove_collection(self, collection_id: str) -> None:
        del self._collections[collection_id]

    async def put(self, collection_id: str, video_ids: Sequence[str]) -> None:
        self._members.setdefault(collection_id, set()).update(video_ids)

    async def take(self, collection_id: str, video_ids: Sequence[str]) -> None:
        self._members.get(collection_id, set()).difference_update(video_ids)

    async def join(self, query: GalleryQuery, video_id: str) -> bool:
        if query.collection_id is not None:
            await self.put(query.collection_id, (video_id,))
        return video_id in self._found(query)

    async def items(self, video_ids: Sequence[str]) -> tuple[LibraryItem, ...]:
        return tuple(self._items[key] for key in video_ids if key in self._items)

    async def family(self, video_id: str) -> Family:
        items, of = self._items.values(), self._items[video_id].video
        return Family(
            tuple(one for one in items if one.video.id == of.parent_id),
            tuple(one for one in items if one.video.parent_id == video_id),
        )

    async def models(self) -> Mapping[str, str]:
        ids = sorted({item.video.model_id for item in self._items.values()})
        return {model_id: VENDORS.title(model_id) for model_id in ids}

    def _change(self, video_id: str, **changes: Any) -> None:
        item = self._items[video_id]
        video = replace(item.video, revision=item.video.revision + 1, **changes)
        self._items[video_id] = replace(item, video=video)
        self._publish(VideoChanged(self._items[video_id]))

    def _found(self, query: GalleryQuery) -> tuple[str, ...]:
        found = [key for key, item in self._items.items() if self._fits(item, query)]
        if query.sort is GallerySort.OLDEST:
            found.reverse()
        elif query.sort is GallerySort.PROMPT:
            found.sort(key=lambda key: folded(self._items[key].video.prompt))
        return tuple(found)

    def _fits(self, item: LibraryItem, query: GalleryQuery) -> bool:
        video = item.video
        words = folded(query.text).split()
        return (
            all(word in folded(video.prompt) for word in words)
            and (query.status is None or video.state in STATES_OF[query.status])
            and (query.status is not StatusGroup.NEW or _is_new(video, query.new_since))
            and (query.shape is None or named_shape(video.request.aspect_ratio) == query.shape)
            and (query.model_id is None or video.model_id == query.model_id)
            and (not query.favourites_only or video.favourite)
            and (
                query.collection_id is None
                or video.id in self._members.get(query.collection_id, ())
            )
            and (query.created_from is None or video.created_at >= query.created_from)
            and (query.created_before is None or video.created_at < query.created_before)
        )


def _is_new(video: Video, since: int | None) -> bool:
    return video.is_new or since is not None
