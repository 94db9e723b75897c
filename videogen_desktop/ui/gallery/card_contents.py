"""Reads what a card shows from the model, the players and the posters."""

from collections.abc import Mapping

from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery import wording
from videogen_desktop.ui.gallery.card_content import CardContent
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.gallery.visible_posters import VisiblePosters
from videogen_desktop.ui.player.pool import PlayerPool
from videogen_desktop.ui.text_format import age_label

_AGES_KEPT = 512
_HALF_MINUTE = 30_000


class CardContents:
    """Asked for every card of every frame. Main thread. `usual_ms` is how long the runs
    of a model usually take."""

    def __init__(self, model: GalleryModel, pool: PlayerPool, posters: VisiblePosters) -> None:
        self.usual_ms: Mapping[str, int] = {}
        self._model = model
        self._pool = pool
        self._posters = posters
        self._ages: dict[tuple[int, int], str] = {}

    def of(self, item: LibraryItem, selected: bool, now: int) -> CardContent:
        """`now` is UTC milliseconds."""
        video = item.video
        transfer, transferred = self._transfer(video.id)
        running = problem = ""
        usual = self.usual_ms.get(video.model_id)
        trouble = self._model.trouble(video.id)
        if wording.is_running(video):
            problem = wording.held_note(item)
            if trouble is not None:
                running = wording.trouble_note(video, now, trouble)
            else:
                running = wording.running_note(video, now, usual)
        elif (code := self._pool.problem(video.id)) is not None:
            problem = wording.playback_problem(code)
        return CardContent(
            item,
            self._posters.picture_of(item),
            selected,
            self._age(video.created_at, now),
            running,
            round(1000 * wording.passed_part(video, now, usual)),
            trouble is not None,
            problem,
            transfer,
            transferred,
            wording.expiry_note(item, now),
            wording.is_expiry_urgent(item, now),
        )

    def forget_words(self) -> None:
        """The language changed."""
        self._ages.clear()

    def _age(self, created_at: int, now: int) -> str:
        key = (created_at, now // _HALF_MINUTE)
        label = self._ages.get(key)
        if label is None:
            if len(self._ages) >= _AGES_KEPT:
                self._ages.clear()
            label = self._ages[key] = age_label(created_at, now)
        return label

    def _transfer(self, video_id: str) -> tuple[str, int | None]:
        copied = self._model.copy_percent(video_id)
        if copied is not None:
            return wording.copy_note(), copied
        download = self._model.download(video_id)
        if download is None:
            return "", None
        received, total = download
        percent = min(100, received * 100 // total) if total else None
        return wording.download_note(received, total), percent
