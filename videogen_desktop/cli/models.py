"""`videogen models`: what the wallet's vendor offers, and what can be chosen with each model."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from videogen_desktop.cli.output import (
    JsonObject,
    print_json,
    print_table,
    printable,
    value_words,
)
from videogen_desktop.cli.prices import (
    price_object,
    price_words,
    print_prices,
    print_section,
    worth_object,
    worth_words,
)
from videogen_desktop.domain.credits import credit_rate, credits_as_number
from videogen_desktop.domain.request import plain_value
from videogen_desktop.program.options import engine_options

if TYPE_CHECKING:
    from videogen_desktop.domain.input_slot import InputSlot
    from videogen_desktop.domain.model import VideoModel
    from videogen_desktop.domain.parameter import Parameter
    from videogen_desktop.engine.opening import EngineOptions

_KINDS = (
    *("text", "image", "frames", "references", "edit"),
    *("extend", "upscale", "avatar", "motion", "lip_sync"),
)
_NEW_FOR_DAYS = 30
_MEGABYTE = 1_000_000


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> Iterator[argparse.ArgumentParser]:
    listing = commands.add_parser(
        "models",
        help="what can make videos here, and what each takes and costs",
        description="The models of the wallet's provider, each with its price as it is set at "
        "first. `videogen models show ID` says what can be chosen with one.",
    )
    listing.add_argument(
        "--task", choices=_KINDS, metavar="KIND", help=f"only those for: {', '.join(_KINDS)}"
    )
    listing.add_argument(
        "--refresh",
        action="store_true",
        help="ask the provider first, one call a second: it takes some minutes, and what was read "
        "is kept whenever it is interrupted",
    )
    listing.add_argument("--json", action="store_true", help="print one JSON object")
    listing.set_defaults(run=run_list)
    yield listing
    actions = listing.add_subparsers(dest="action", metavar="show", required=False)
    showing = actions.add_parser("show", help="everything about one model")
    showing.add_argument("id", metavar="ID", help="the model's id")
    # Not to be undone by the outer command's own.
    showing.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="print one JSON object"
    )
    showing.set_defaults(run=run_show)
    yield showing


def run_list(namespace: argparse.Namespace) -> int:
    found = [
        model
        for model in offered(engine_options(namespace), refresh=namespace.refresh)
        if namespace.task is None or namespace.task in model.kinds
    ]
    if namespace.json:
        print_json({"models": [_brief(model) for model in found]})
    elif found:
        print_table(
            ("MODEL", "MAKES VIDEOS OF", "CREDITS", "", "NAME"),
            [
                (model.id, ", ".join(model.kinds), price_words(model), _standing(model), title)
                for model, title in ((one, one.title) for one in found)
            ],
        )
    else:
        print("There is no such model here.")
    return 0


def run_show(namespace: argparse.Namespace) -> int:
    """Raises UnknownModelError."""
    from videogen_desktop.domain.errors import UnknownModelError

    options = engine_options(namespace)
    models = offered(options, refresh=getattr(namespace, "refresh", False))
    found = [model for model in models if model.id == namespace.id]
    if not found:
        raise UnknownModelError(namespace.id, tuple(model.id for model in models))
    rate, is_play_money = credit_rate(options.settings), options.vendor.is_play_money
    price = found[0].price(found[0].defaults())
    if namespace.json:
        worth = None if is_play_money else worth_object(price, rate)
        print_json({**_whole(found[0]), "worth": worth})
    else:
        print_model(found[0])
        if words := worth_words(price, rate, is_play_money=is_play_money):
            print(f"\nAs it is set at first {words}")
    return 0


def offered(options: "EngineOptions", *, refresh: bool = False) -> "Sequence[VideoModel]":
    """The models of the chosen wallet's vendor, the default one first, as they were last read.

    Raises StorageError and ProviderError where they are to be read anew.
    """
    from videogen_desktop.cli.reading import with_kept_offer

    if refresh:
        if options.vendor.serve is None:
            import asyncio

            return asyncio.run(_refreshed(options))
        what = f"The models of the {options.vendor.title} came with this program"
        print(f"{what}: nobody has newer ones.", file=sys.stderr)
    return with_kept_offer(options).vendor.models


async def _refreshed(options: "EngineOptions") -> "Sequence[VideoModel]":
    from videogen_desktop.domain.errors import EngineLockedError
    from videogen_desktop.engine.opening import open_engine

    try:
        engine = await open_engine(options, lambda _event: None)
    except EngineLockedError:
        return await _refreshed_beside(options)
    try:
        return (await engine.catalogue.refresh(_tell)).models
    finally:
        await engine.close()
        _end_telling()


async def _refreshed_beside(options: "EngineOptions") -> "Sequence[VideoModel]":
    """A window that is at work goes on, and finds within the hour what was read here."""
    from videogen_desktop.engine.starting import catalogue_beside

    async with catalogue_beside(options) as catalogue:
        try:
            return (await catalogue.refresh(_tell)).models
        finally:
            _end_telling()


def _end_telling() -> None:
    if sys.stderr.isatty():
        print(file=sys.stderr)


def _tell(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\rread {done} of {total}", end="", file=sys.stderr, flush=True)


def _standing(model: "VideoModel") -> str:
    today = datetime.now(UTC).date()
    if model.retired is not None:
        return "retired" if model.retired <= today else f"retires {model.retired}"
    return "new" if _is_new(model, today) else ""


def _is_new(model: "VideoModel", today: date) -> bool:
    return model.added is not None and 0 <= (today - model.added).days < _NEW_FOR_DAYS


# --- as JSON --------------------------------------------------------------------------------------


def _brief(model: "VideoModel") -> JsonObject:
    price = model.price(model.defaults())
    return {
        "id": model.id,
        "title": model.title,
        "maker": model.maker,
        "kinds": [kind.value for kind in model.kinds],
        "price": None if price is None else credits_as_number(price),
        "new": _is_new(model, datetime.now(UTC).date()),
        "retired": _day(model.retired),
        "successor": model.successor or None,
        "success_rate": model.success_rate,
    }


def _whole(model: "VideoModel") -> JsonObject:
    return {
        **_brief(model),
        "added": _day(model.added),
        "usual_seconds": model.typical_ms / 1000,
        "prompt": {
            "sent": bool(model.prompt_wire),
            "required": bool(model.prompt_wire) and model.prompt_required,
            "least": model.prompt_least,
            "most": model.prompt_limit,
        },
        "continues_a_video": bool(model.parent_wire),
        "parameters": [_parameter(one) for one in model.parameters],
        "inputs": [_slot(one) for one in model.slots],
        "prices": [price_object(one) for one in model.prices],
    }


def _parameter(one: "Parameter") -> JsonObject:
    bounds: JsonObject = {
        "minimum": one.minimum,
        "maximum": one.maximum,
        "step": one.step,
        "shortest": one.shortest,
        "longest": one.longest,
        "least": one.least or None,
        "most": one.most,
    }
    return {
        "role": one.role,
        "wire": one.wire,
        "type": one.type.value,
        "values": [plain_value(value) for value in one.values],
        "default": None if one.default is None else plain_value(one.default),
        "required": one.required,
        **{name: bound for name, bound in bounds.items() if bound is not None},
        **({"fields": [_parameter(field) for field in one.fields]} if one.fields else {}),
    }


def _slot(slot: "InputSlot") -> JsonObject:
    limits: JsonObject = {
        name: getattr(slot, name)
        for name in (
            *("largest_bytes", "least_side", "largest_side", "largest_ratio"),
            *("shortest_ms", "longest_ms", "total_ms"),
        )
    }
    return {
        "slot": slot.name,
        "kind": slot.kind.value,
        "wire": slot.wire,
        "least": slot.least,
        "most": slot.most,
        "types": list(slot.types),
        **{name: limit for name, limit in limits.items() if limit is not None},
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


# --- for people -----------------------------------------------------------------------------------


def print_model(model: "VideoModel") -> None:
    """Everything about it, for people."""
    standing = _standing(model)
    successor = f", use {model.successor}" if model.successor else ""
    facts = [
        ("Model", model.id),
        ("Name", f"{model.title} ({model.maker})" if model.maker else model.title),
        ("Makes videos of", ", ".join(model.kinds)),
        ("Prompt", _prompt_words(model)),
        ("Usually takes", f"{model.typical_ms / 1000:.0f} s"),
        ("Succeeded", _success_words(model)),
        ("Standing", f"{standing}{successor}" if standing else ""),
    ]
    for name, value in facts:
        if value:
            print(f"{name + ':':<17}{printable(value)}")
    print_section(
        ("OPTION", "FIELD", "TYPE", "DEFAULT", "VALUES"),
        [
            (one.role, one.wire, one.type.value, _default_words(one), _values_words(one))
            for one in model.parameters
        ],
    )
    print_section(
        ("FILES", "FIELD", "KIND", "COUNT", "LIMITS"),
        [
            (slot.name, slot.wire, slot.kind.value, _span(slot.least, slot.most), _limits(slot))
            for slot in model.slots
        ],
    )
    print_prices(model)


def _success_words(model: "VideoModel") -> str:
    rate = model.success_rate
    return "" if rate is None else f"{rate:g} of 100 runs of the last day"


def _prompt_words(model: "VideoModel") -> str:
    if not model.prompt_wire:
        return "none"
    need = "required" if model.prompt_required else "as you like"
    return f"{need}, {_span(model.prompt_least or None, model.prompt_limit)} characters"


def _default_words(one: "Parameter") -> str:
    if one.default in (None, ()):
        return "required" if one.required else "-"
    return value_words(one.default)


def _values_words(one: "Parameter") -> str:
    if one.values:
        return ", ".join(value_words(value) for value in one.values)
    if one.fields:
        return "a JSON list of {" + ", ".join(field.role for field in one.fields) + "}"
    step = f" by {_number(one.step)}" if one.step and one.step != 1 else ""
    if one.minimum is not None or one.maximum is not None:
        return f"{_span(one.minimum, one.maximum)}{step}"
    if one.longest is not None:
        return f"{_span(one.shortest or 0, one.longest)} characters"
    return "a JSON list of texts" if one.type.value == "list" else "any"


def _limits(slot: "InputSlot") -> str:
    said = [", ".join(kind.partition("/")[2] for kind in slot.types)]
    if slot.largest_bytes is not None:
        said.append(f"{slot.largest_bytes / _MEGABYTE:.0f} MB")
    if slot.least_side is not None or slot.largest_side is not None:
        said.append(f"{_span(slot.least_side, slot.largest_side)} pixels a side")
    if slot.shortest_ms is not None or slot.longest_ms is not None:
        longest = None if slot.longest_ms is None else slot.longest_ms / 1000
        said.append(f"{_span((slot.shortest_ms or 0) / 1000, longest)} s")
    return "; ".join(one for one in said if one)


def _span(least: float | None, most: float | None) -> str:
    if most is None:
        return f"at least {_number(least or 0)}"
    if least is None:
        return f"at most {_number(most)}"
    return _number(least) if least == most else f"{_number(least)} to {_number(most)}"


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)
