"""The library's own styles, and the descriptions that were kept, within one transaction."""

import json
import logging
from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import IntegrityError

from videogen_desktop.domain.preset import Preset
from videogen_desktop.domain.request import NoRequestError, canonical, plain_value
from videogen_desktop.domain.request import request_of_object as request_of
from videogen_desktop.domain.saved_prompt import PromptFolder, SavedPrompt
from videogen_desktop.domain.text import folded
from videogen_desktop.storage.tables import preset, saved_prompt

_log = logging.getLogger(__name__)
_PROMPT_COLUMNS = (
    *(saved_prompt.c.id, saved_prompt.c.folder, saved_prompt.c.text),
    *(saved_prompt.c.created_at, saved_prompt.c.used_at, saved_prompt.c.times_used),
)


class PresetRows:
    """Styles of the user's own. Names are one style's each, whatever their marks."""

    def __init__(self, connection: Connection, library_id: str) -> None:
        self._connection = connection
        self._library_id = library_id

    def every(self) -> tuple[Preset, ...]:
        """Oldest first."""
        columns = (preset.c.id, preset.c.name, preset.c.text, preset.c.options)
        rows = self._connection.execute(
            select(*columns)
            .where(preset.c.library_id == self._library_id)
            .order_by(preset.c.created_at, preset.c.id)
        )
        found = (_preset(*row) for row in rows)
        return tuple(one for one in found if one is not None)

    def add(self, one: Preset, at: int) -> bool:
        """False where another style has this name."""
        values = {"library_id": self._library_id, "id": one.id, "created_at": at}
        added = self._connection.execute(
            insert(preset).values(**values, **_said(one, at)).on_conflict_do_nothing()
        )
        return added.rowcount == 1

    def change(self, one: Preset, at: int) -> bool:
        """False where another style has this name, or this one is gone."""
        changing = update(preset).where(preset.c.id == one.id).values(**_said(one, at))
        try:
            with self._connection.begin_nested():
                return self._connection.execute(changing).rowcount == 1
        except IntegrityError:
            return False

    def remove(self, preset_id: str) -> None:
        """Nothing where it is gone already."""
        self._connection.execute(delete(preset).where(preset.c.id == preset_id))


class SavedPromptRows:
    """Descriptions that were kept; a folder is its name, and there as long as one is in it."""

    def __init__(self, connection: Connection, library_id: str) -> None:
        self._connection = connection
        self._mine = saved_prompt.c.library_id == library_id
        self._library_id = library_id

    def find(
        self, words: str, folder: str | None, limit: int, offset: int = 0
    ) -> tuple[SavedPrompt, ...]:
        """Those with all of these words, used last first; `folder` None: of every one."""
        wanted = select(*_PROMPT_COLUMNS).where(self._mine)
        for word in folded(words).split():
            # A folder's name is among the words that one remembers.
            wanted = wanted.where(saved_prompt.c.text_folded.contains(word, autoescape=True))
        if folder is not None:
            wanted = wanted.where(saved_prompt.c.folder == folder)
        lately = func.coalesce(saved_prompt.c.used_at, saved_prompt.c.created_at).desc()
        rows = self._connection.execute(
            wanted.order_by(lately, saved_prompt.c.id).limit(limit).offset(offset)
        )
        return tuple(SavedPrompt(*row) for row in rows)

    def every(self) -> tuple[SavedPrompt, ...]:
        """By folder, oldest first."""
        order = (saved_prompt.c.folder, saved_prompt.c.created_at, saved_prompt.c.id)
        rows = self._connection.execute(select(*_PROMPT_COLUMNS).where(self._mine).order_by(*order))
        return tuple(SavedPrompt(*row) for row in rows)

    def folders(self) -> tuple[PromptFolder, ...]:
        """By name; "" is what is in none."""
        rows = self._connection.execute(
            select(saved_prompt.c.folder, func.count())
            .where(self._mine)
            .group_by(saved_prompt.c.folder)
        )
        found = [PromptFolder(*row) for row in rows]
        return tuple(sorted(found, key=lambda one: (folded(one.name), one.name)))

    def add(self, one: SavedPrompt) -> bool:
        """False where the very same text is in that folder already."""
        same = (saved_prompt.c.folder == one.folder, saved_prompt.c.text == one.text)
        if self._connection.execute(select(saved_prompt.c.id).where(self._mine, *same)).first():
            return False
        self._connection.execute(
            insert(saved_prompt).values(
                library_id=self._library_id,
                id=one.id,
                folder=one.folder,
                text=one.text,
                text_folded=_searched(one.folder, one.text),
                created_at=one.created_at,
                used_at=one.used_at,
                times_used=one.times_used,
            )
        )
        return True

    def change(self, prompt_id: str, folder: str, text: str) -> None:
        self._connection.execute(
            update(saved_prompt)
            .where(saved_prompt.c.id == prompt_id)
            .values(folder=folder, text=text, text_folded=_searched(folder, text))
        )

    def rename_folder(self, folder: str, name: str) -> None:
        """Its descriptions move to the folder of that name, which may be there already."""
        inside = select(saved_prompt.c.id, saved_prompt.c.text).where(
            self._mine, saved_prompt.c.folder == folder
        )
        for prompt_id, text in self._connection.execute(inside).all():
            self.change(prompt_id, name, text)

    def remove(self, prompt_ids: Iterable[str]) -> None:
        wanted = saved_prompt.c.id.in_(list(prompt_ids))
        self._connection.execute(delete(saved_prompt).where(wanted))

    def used(self, prompt_id: str, at: int) -> None:
        """It was put into the form once more."""
        self._connection.execute(
            update(saved_prompt)
            .where(saved_prompt.c.id == prompt_id)
            .values(used_at=at, times_used=saved_prompt.c.times_used + 1)
        )


def _said(one: Preset, at: int) -> dict[str, object]:
    options = {role: plain_value(value) for role, value in one.request.options.items()}
    return {
        "name": one.name(""),
        "name_folded": folded(one.name("")),
        "text": one.fragment,
        "options": canonical(options),
        "updated_at": at,
    }


def _preset(preset_id: str, name: str, words: str, options: str) -> Preset | None:
    try:
        request = request_of({"prompt": words, "options": json.loads(options)})
    except (ValueError, RecursionError, NoRequestError):
        # One that nobody can read must not take the others along.
        _log.warning("the style %s cannot be read", preset_id)
        return None
    return Preset(preset_id, {"": name}, request, is_own=True)


def _searched(folder: str, text: str) -> str:
    return folded(f"{folder} {text}")
