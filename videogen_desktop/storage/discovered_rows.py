"""Vendors' own words about their offer, as they were last read on this machine."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from videogen_desktop.storage.tables import discovered


class DiscoveredKind(StrEnum):
    """What a text speaks of. Its name is the model's, or "" for the vendor's whole list."""

    LIST = "list"
    SCHEMA = "schema"
    PRICE = "price"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Discovered:
    """One answer of a vendor's as it came, and when (UTC milliseconds)."""

    name: str
    text: str
    read_at: int


class DiscoveredRows:
    """The answers of every vendor at every base, on this machine, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, provider: str, api_base: str, kind: DiscoveredKind, said: Discovered) -> None:
        """What was said last takes the place of what was said before."""
        values = {"text": said.text, "read_at": said.read_at}
        self._connection.execute(
            insert(discovered)
            .values(provider=provider, api_base=api_base, kind=kind, name=said.name, **values)
            .on_conflict_do_update(
                index_elements=["provider", "api_base", "kind", "name"], set_=values
            )
        )

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
