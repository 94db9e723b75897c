"""What a gallery's query asks of a video, as SQL."""

import re
from typing import Any

from sqlalchemy import FromClause, literal, select, text

from videogen_desktop.domain.gallery import STATES_OF, GalleryQuery, StatusGroup
from videogen_desktop.domain.text import folded
from videogen_desktop.storage.tables import collection_video, video, video_prompt, video_search

_WORD = re.compile(r"\w+")


def source(query: GalleryQuery, *, scans: bool = False) -> FromClause:
    """The videos, with the index of words where the query has some; `scans` does without it."""
    if scans or not words(query):
        return video
    return video_search.join(video, text("video.rowid = video_search.rowid"))


def words(query: GalleryQuery) -> dict[str, str]:
    """The parameters that a statement over `source` and `conditions` is executed with."""
    found = _WORD.findall(folded(query.text))
    return {"words": " ".join(f'"{word}"*' for word in found)} if found else {}


def conditions(
    library_id: str, query: GalleryQuery, *, with_status: bool, scans: bool = False
) -> list[Any]:
    """All of what must hold; `with_status` False leaves the query's status out."""
    searched = _scan(query) if scans and words(query) else _search(query)
    wanted = [video.c.library_id == library_id, video.c.deleted_at.is_(None), *searched]
    if with_status and query.status is not None:
        wanted.append(video.c.state.in_(sorted(STATES_OF[StatusGroup(query.status)])))
    if query.shape is not None:
        wanted.append(video.c.shape == query.shape)
    if query.model_id is not None:
        wanted.append(video.c.model_id == query.model_id)
    if query.favourites_only:
        wanted.append(video.c.favourite == 1)
    if query.collection_id is not None:
        members = select(collection_video.c.video_id).where(
            collection_video.c.collection_id == query.collection_id
        )
        wanted.append(video.c.id.in_(members))
    if query.created_from is not None:
        wanted.append(video.c.created_at >= query.created_from)
    if query.created_before is not None:
        wanted.append(video.c.created_at < query.created_before)
    return wanted


def _scan(query: GalleryQuery) -> list[Any]:
    """What the index would find: each word begins one of the prompt's."""
    prompt = literal(" ") + video.c.prompt_folded
    return [
        prompt.contains(f" {word}", autoescape=True) for word in _WORD.findall(folded(query.text))
    ]


def _search(query: GalleryQuery) -> list[Any]:
    if words(query):
        return [text("video_search MATCH :words")]
    # Emoji and punctuation are no words.
    wanted = query.text.strip()
    return [video_prompt.contains(wanted, autoescape=True)] if wanted else []
