"""Vendors' own words about their offer, as they were last read on this machine."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from videogen_desktop.domain.wallet import WalletKey
from videogen_desktop.storage.tables import discovered

_NEW = insert(discovered)
_PUT = _NEW.on_conflict_do_update(
    index_elements=["provider", "api_base", "kind", "name"],
    set_={"text": _NEW.excluded.text, "read_at": _NEW.excluded.read_at},
)


class DiscoveredKind(StrEnum):
    """What a text speaks of. Its name is the model's, or "" for the vendor's whole list.

    A line of the list is of the day on which it last stood there, a price of the one on which it
    was first seen so, and what is new of the one on which no release knew it.
    """

    LIST = "list"
    SCHEMA = "schema"
    PRICE = "price"
    RATE = "rate"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Discovered:
    """Of one answer of a vendor's what is read of it, and when it came (UTC milliseconds)."""

    name: str
    text: str
    read_at: int


class DiscoveredRows:
    """The answers of every vendor at every base, on this machine, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, provider: str, api_base: str, kind: DiscoveredKind, *said: Discovered) -> None:
        """What was said last takes the place of what was said before."""
        of = {"provider": provider, "api_base": api_base, "kind": kind}
        rows = [{**of, "name": one.name, "text": one.text, "read_at": one.read_at} for one in said]
        if rows:
            self._connection.execute(_PUT, rows)

    def every(self, key: WalletKey) -> "dict[DiscoveredKind, tuple[Discovered, ...]]":
        """All that this vendor said at this base, by what it speaks of."""
        return {kind: self.all_of(key.provider, key.api_base, kind) for kind in DiscoveredKind}

    def all_of(self, provider: str, api_base: str, kind: DiscoveredKind) -> tuple[Discovered, ...]:
        """By name."""
        rows = self._connection.execute(
            select(discovered.c.name, discovered.c.text, discovered.c.read_at)
            .where(
                discovered.c.provider == provider,
                discovered.c.api_base == api_base,
                discovered.c.kind == kind,
            )
            .order_by(discovered.c.name)
        )
        return tuple(Discovered(*row) for row in rows)
