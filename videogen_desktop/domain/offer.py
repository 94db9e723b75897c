"""A vendor's own words about its offer of today, and what a charge settles of them."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from videogen_desktop.domain.model import Price, VideoModel
from videogen_desktop.domain.model_rules import Choice
from videogen_desktop.domain.video import Video

# What a price says that it comes from.
CHARGED = "your own charge"


@dataclass(frozen=True, slots=True)
class ListedModel:
    """One line of the vendor's list; `price_text` is prose, and often of a whole family. `may_fit`:
    by these words it may make videos, so that it is worth asking for more."""

    id: str
    title: str
    maker: str
    task_types: tuple[str, ...] = ()
    price_text: str | None = None
    may_fit: bool = True

    def as_text(self) -> str:
        """As it is kept; without the price, whose text has a day of its own."""
        kept = {"title": self.title, "maker": self.maker, "task_types": self.task_types}
        return json.dumps(kept, ensure_ascii=False)

    @staticmethod
    def from_text(model_id: str, text: str) -> "ListedModel":
        """What cannot be read is as good as not said."""
        try:
            kept: Any = json.loads(text or "{}")
        except (ValueError, RecursionError):
            kept = {}
        said = kept if isinstance(kept, dict) else {}
        kinds = said.get("task_types")
        return ListedModel(
            model_id,
            str(said.get("title") or model_id),
            str(said.get("maker") or ""),
            tuple(map(str, kinds)) if isinstance(kinds, list) else (),
        )


@dataclass(frozen=True, slots=True)
class OfferFacts:
    """All that is known of one model at run time. `schema` is what `OfferTeller.schema` gave,
    None before it was asked; `price_since` is when its price text was first seen, `added` the day
    on which the model was, where no release knows it."""

    listed: ListedModel
    schema: str | None = None
    price_text: str = ""
    price_since: date | None = None
    added: date | None = None
    retired: date | None = None
    success_rate: float | None = None


# A model as it is offered today, of these facts and of what ships with the program; None where
# nobody could ask for it, or where it makes no videos. Pure, and quick enough for one slice.
ReadOffer = Callable[[OfferFacts, VideoModel | None], VideoModel | None]


def day_of(moment_ms: int) -> date:
    return datetime.fromtimestamp(moment_ms / 1000, UTC).date()


def confirmed(model: VideoModel, charged: Sequence[Video]) -> VideoModel:
    """The model with those prices settled that its vendor's words put in doubt, and that a charge
    since then has answered; `charged` are its videos that the vendor named a price for, the newest
    first."""
    if all(price.drifted is None for price in model.prices):
        return model
    prices = tuple(_confirmed(price, model, charged) for price in model.prices)
    return replace(model, prices=prices)


def _confirmed(price: Price, model: VideoModel, charged: Iterable[Video]) -> Price:
    for video in charged:
        day = day_of(video.created_at)
        if price.drifted is None or day < price.drifted or not video.consumed:
            continue
        choice = model.choice(video.request, has_parent=bool(video.request.parent))
        if model.price_row(choice) != price:
            continue
        amount = _amount(price, choice, video.consumed)
        if amount is not None:
            return replace(price, amount=amount, drifted=None, source=CHARGED, day=day)
    return price


def _amount(price: Price, choice: Choice, charged: int) -> int | None:
    """What the price would be for this charge; None where the charge does not tell."""
    quoted = price.of(choice)
    if quoted is None:
        return None
    if quoted == charged or price.extra_slot:
        return price.amount if quoted == charged else None
    if not price.per_second:
        return charged
    amount = round(price.amount * charged / quoted)
    is_whole = replace(price, amount=amount).of(choice) == charged
    return amount if is_whole and amount > 0 else None


def is_retired(model: VideoModel, today: date | None) -> bool:
    """Whether it can be had no more; a day that is to come only announces it, which counts as much
    where no day is given."""
    return model.retired is not None and (today is None or model.retired <= today)


def in_offer(models: Iterable[VideoModel], today: date) -> tuple[VideoModel, ...]:
    """Those that can still be had first, otherwise in their order."""
    return tuple(sorted(models, key=lambda one: is_retired(one, today)))


def stand_in(
    model_id: str, models: Sequence[VideoModel], today: date | None = None
) -> VideoModel | None:
    """The model with which a video of this one is made again: itself while it is offered, else its
    successor, else the closest of the same maker that does the same; None where there is none."""
    known = {one.id: one for one in models}
    wanted, seen = known.get(model_id), set[str]()
    while wanted is not None and is_retired(wanted, today):
        seen.add(wanted.id)
        following = known.get(wanted.successor)
        if following is None or following.id in seen:
            return _sibling(wanted, models, today)
        wanted = following
    return wanted


def _sibling(
    model: VideoModel, models: Sequence[VideoModel], today: date | None
) -> VideoModel | None:
    does_the_same = [
        one
        for one in models
        if not is_retired(one, today) and one.maker == model.maker and model.kinds[0] in one.kinds
    ]
    return max(does_the_same, key=lambda one: _likeness(one.id, model.id), default=None)


def _likeness(one: str, other: str) -> int:
    """How many characters of their beginning two ids share."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
