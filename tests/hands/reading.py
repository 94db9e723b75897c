"""What a screen reader is told: every part that shows, with its kind, name, state and place.

This is how a test finds what it points at, and at once the proof that it has a name.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_ROOT = "/org/a11y/atspi/accessible/root"
# Bits of the protocol's state set.
_CHECKED, _ENABLED, _FOCUSED, _SELECTED, _SHOWING = 4, 8, 12, 23, 25
_ON_SCREEN = 0


class GoneError(Exception):
    """What was asked is not there any more, or not yet."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a window: `box` is left, top, width, height on the screen."""

    role: str
    name: str
    states: int
    box: tuple[int, int, int, int]
    address: str
    depth: int

    def __str__(self) -> str:
        marks = "".join(
            f" {name}"
            for name, has in (
                ("focused", self.is_focused),
                ("checked", self.is_checked),
                ("selected", self.is_selected),
                ("disabled", not self.is_enabled),
            )
            if has
        )
        return f"{'  ' * self.depth}{self.role} {self.name!r} {self.box}{marks}"

    @property
    def is_enabled(self) -> bool:
        return bool(self.states >> _ENABLED & 1)

    @property
    def is_focused(self) -> bool:
        return bool(self.states >> _FOCUSED & 1)

    @property
    def is_checked(self) -> bool:
        return bool(self.states >> _CHECKED & 1)

    @property
    def is_selected(self) -> bool:
        return bool(self.states >> _SELECTED & 1)

    @property
    def middle(self) -> tuple[int, int]:
        return self.at(0.5, 0.5)

    def at(self, across: float, down: float) -> tuple[int, int]:
        """A point of it: 0 to 1 from its left and its upper edge."""
        left, top, width, height = self.box
        return left + round(width * across), top + round(height * down)


class Reader:
    """Reads one program's windows. Any of its calls may take as long as the program is busy."""

    def __init__(self, session: str, process_id: int, scale: float = 1.0) -> None:
        self._session = session
        self._process_id = process_id
        self._scale = scale
        self._bus: DBusConnection | None = None
        self._program = ""

    def close(self) -> None:
        if self._bus is not None:
            self._bus.close()
            self._bus = None

    def parts(self) -> list[Part]:
        """Everything that shows now, top down; empty until the program has introduced itself."""
        try:
            if not self._program and not self._find_program():
                return []
            return list(self._walk(_ROOT, -1))
        except (GoneError, TimeoutError):
            # A part went while it was read: the next look is whole.
            return []

    def text(self, part: Part) -> str:
        """The text that stands in an entry."""
        properties = "org.freedesktop.DBus.Properties"
        ((_kind, length),) = self._ask(
            part.address, properties, "Get", "ss", ("org.a11y.atspi.Text", "CharacterCount")
        )
        (text,) = self._ask(part.address, "org.a11y.atspi.Text", "GetText", "ii", (0, length))
        return str(text)

    def _walk(self, address: str, depth: int) -> Iterator[Part]:
        part = self._part(address, depth)
        if depth >= 0:
            if not part.states >> _SHOWING & 1:
                return
            yield part
        (children,) = self._ask(address, "org.a11y.atspi.Accessible", "GetChildren")
        for _bus, child in children:
            try:
                yield from self._walk(child, depth + 1)
            except GoneError:
                continue

    def _part(self, address: str, depth: int) -> Part:
        accessible = "org.a11y.atspi.Accessible"
        ((_kind, name),) = self._ask(
            address, "org.freedesktop.DBus.Properties", "Get", "ss", (accessible, "Name")
        )
        (role,) = self._ask(address, accessible, "GetRoleName")
        ((low, high),) = self._ask(address, accessible, "GetState")
        box = (0, 0, 0, 0)
        if depth >= 0:
            component = "org.a11y.atspi.Component"
            (places,) = self._ask(address, component, "GetExtents", "u", (_ON_SCREEN,))
            left, top, width, height = (round(value * self._scale) for value in places)
            box = (left, top, width, height)
        return Part(role, name, low | high << 32, box, address, depth)

    def _ask(
        self, path: str, interface: str, member: str, kinds: str | None = None, body: Any = ()
    ) -> Any:
        address = DBusAddress(path, bus_name=self._program, interface=interface)
        return self._call(address, member, kinds, body)

    def _call(self, address: DBusAddress, member: str, kinds: str | None, body: Any) -> Any:
        assert self._bus is not None
        message = new_method_call(address, member, kinds, body)
        reply = self._bus.send_and_get_reply(message, timeout=20)
        if reply.header.message_type is MessageType.error:
            raise GoneError(str(reply.body))
        return reply.body

    def _find_program(self) -> bool:
        """The connection of our process among those of the accessibility bus."""
        if self._bus is None:
            with open_dbus_connection(self._session) as session:
                bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
                reply = session.send_and_get_reply(new_method_call(bus, "GetAddress"), timeout=20)
            if reply.header.message_type is MessageType.error:
                return False
            self._bus = open_dbus_connection(reply.body[0])
        daemon = "org.freedesktop.DBus"
        address = DBusAddress("/org/freedesktop/DBus", daemon, daemon)
        (names,) = self._call(address, "ListNames", None, ())
        for name in (name for name in names if name.startswith(":")):
            try:
                (owner,) = self._call(address, "GetConnectionUnixProcessID", "s", (name,))
            except GoneError:
                continue
            if owner == self._process_id:
                self._program = name
                return True
        time.sleep(0.1)
        return False
