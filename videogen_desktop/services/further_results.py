"""Several results of one task: the first that is a video is its video's clip, and each further one
a video of its own that names the first and moves no money.

All of it within the caller's transaction, on the worker's thread.
"""

import uuid
from collections.abc import Sequence
from dataclasses import replace

from videogen_desktop.domain.states import Origin
from videogen_desktop.domain.video import Video
from videogen_desktop.storage.download_rows import Download
from videogen_desktop.storage.library_rows import LibraryRows


def queue_results(rows: LibraryRows, video: Video, urls: Sequence[str], now: int) -> None:
    """Ask for every result that a finished task names; the outbox tries them in their order."""
    for number, url in enumerate(urls, 1):
        rows.downloads.queue(video.id, url, now, number)


def renew_results(rows: LibraryRows, video: Video, urls: Sequence[str], now: int) -> None:
    """Ask for what the record names now: other addresses, and results that were not known while
    none of them was a video yet."""
    waiting = {download.result_number: download for download in rows.downloads.results_of(video.id)}
    for number, url in enumerate(urls, 1):
        if number not in waiting:
            if video.result_number is None:
                rows.downloads.queue(video.id, url, now, number)
        elif waiting[number].url != url:
            rows.downloads.renewed(video.id, url, number)


def is_further(video: Video, download: Download) -> bool:
    """Whether the video has its clip, and this is another result of its task."""
    return video.result_number not in (None, download.result_number)


def video_of(video: Video, download: Download) -> Video:
    """Whose clip the result is: the video's own, or that of a sibling, which may have no row yet.

    A sibling's id follows from its first and its number: a run that was cut off between the file
    and the row goes on with the same one.
    """
    if not is_further(video, download):
        return video
    return replace(
        video,
        id=str(uuid.uuid5(uuid.UUID(video.id), f"result {download.result_number}")),
        origin=Origin.SIBLING,
        sibling_of=video.id,
        result_number=download.result_number,
        result_url=download.url,
        body=None,
        price=0,
        consumed=None,
        send_count=0,
        revision=1,
        favourite=False,
        request_id=None,
        rescued_from=None,
        take_group_id=None,
        title=None,
        seen_at=None,
        batch_id=None,
        batch_row=None,
        queue_position=None,
        requested_by=None,
        sent_at=None,
        accepted_at=None,
    )


def has_its_clip(rows: LibraryRows, owner: Video, download: Download, now: int) -> Video:
    """Write down whose clip the result has become; the file's row is the caller's."""
    rows.downloads.done(download.video_id, download.result_number)
    if owner.id != download.video_id and not rows.videos.many([owner.id]):
        return _new_sibling(rows, owner, now)
    known = {"result_number": download.result_number, "result_url": download.url}
    return rows.videos.change(rows.videos.get(owner.id), now, **known)


def _new_sibling(rows: LibraryRows, owner: Video, now: int) -> Video:
    first = rows.videos.get(owner.sibling_of or "")
    sibling = replace(owner, updated_at=now, deleted_at=first.deleted_at)
    rows.videos.add(sibling)
    rows.collections.put_beside(first.id, sibling.id, now)
    waiting = [one.result_number for one in rows.downloads.results_of(first.id)]
    known = [one.result_number or 0 for one in (first, *rows.videos.siblings_of(first.id))]
    place = {"number": sibling.result_number, "results": max(*known, *waiting)}
    rows.events.add(sibling.id, Origin.SIBLING, now, sibling_of=first.id, **place)
    rows.events.add(first.id, "further_result", now, video=sibling.id, **place)
    return sibling
