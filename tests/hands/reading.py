"""What a screen reader is told: every part that shows, with its kind, name, state and place.

This is how a test finds what it points at, and at once the proof that it has a name.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

Box = tuple[int, int, int, int]  # left, top, width, height in the screen's pixels
_ROOT = "/org/a11y/atspi/accessible/root"
# Bits of the protocol's state set.
_CHECKED, _ENABLED, _FOCUSED, _SELECTED, _SHOWING = 4, 8, 12, 23, 25
_ON_SCREEN = 0
# So few that neither side's socket is full before its replies are read.
_AT_ONCE = 100
_PROPERTIES = "org.freedesktop.DBus.Properties"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_Question = tuple[Any, ...]
_EXTENTS: _Question = ("org.a11y.atspi.Component", "GetExtents", "u", (_ON_SCREEN,))
_QUESTIONS: tuple[_Question, ...] = (
    (_PROPERTIES, "Get", "ss", (_ACCESSIBLE, "Name")),
    (_ACCESSIBLE, "GetRoleName"),
    (_ACCESSIBLE, "GetState"),
    _EXTENTS,
    (_ACCESSIBLE, "GetChildren"),
)


class GoneError(Exception):
    """What was asked is not there any more, or not yet."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a window."""

    role: str
    name: str
    states: int
    box: Box
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


@dataclass(frozen=True, slots=True)
class _Found:
    part: Part
    children: tuple[str, ...]

    @property
    def shows(self) -> bool:
        # The program itself, above its windows, has no place.
        return self.part.depth < 0 or bool(self.part.states >> _SHOWING & 1)


def _top_down(found: Mapping[str, _Found], address: str) -> Iterator[Part]:
    one = found.get(address)
    if one is not None and one.shows:
        yield one.part
        for child in one.children:
            yield from _top_down(found, child)


class Reader:
    """Reads one program's windows. Any of its calls may take as long as the program is busy."""

    def __init__(self, session: str, process_id: int, scale: float = 1.0) -> None:
        self._session = session
        self._process_id = process_id
        self._scale = scale
        self._bus: DBusConnection | None = None
        self._program = ""
        self._sent: dict[tuple[str, _Question], bytes] = {}

    def close(self) -> None:
        if self._bus is not None:
            self._bus.close()
            self._bus = None

    def parts(self) -> list[Part]:
        """Everything that shows now, top down; empty until the program has introduced itself."""
        try:
            if not self._program and not self._find_program():
                return []
            found: dict[str, _Found] = {}
            level, depth = [_ROOT], -1
            while level:
                looked = self._look_at(level, depth)
                found |= looked
                below = (child for one in looked.values() if one.shows for child in one.children)
                level, depth = [child for child in below if child not in found], depth + 1
            return list(_top_down(found, _ROOT))[1:]
        except TimeoutError:
            return []

    def box(self, part: Part) -> Box | None:
        """Where it is by now; None where it is gone."""
        (answer,) = self._answers([(part.address, _EXTENTS)])
        return None if answer is None else self._scaled(answer)

    def _scaled(self, answer: Any) -> Box:
        ((x, y, width, height),) = answer
        edges = (x, y, x + width, y + height)
        left, top, right, bottom = (round(edge * self._scale) for edge in edges)
        return left, top, right - left, bottom - top

    def text(self, part: Part) -> str:
        """The text that stands in an entry."""
        ((_kind, length),) = self._ask(
            part.address, _PROPERTIES, "Get", "ss", ("org.a11y.atspi.Text", "CharacterCount")
        )
        (text,) = self._ask(part.address, "org.a11y.atspi.Text", "GetText", "ii", (0, length))
        return str(text)

    def value(self, part: Part) -> float:
        """Where a slider stands."""
        names = ("org.a11y.atspi.Value", "CurrentValue")
        ((_kind, value),) = self._ask(part.address, _PROPERTIES, "Get", "ss", names)
        return float(value)

    def _look_at(self, addresses: Sequence[str], depth: int) -> "dict[str, _Found]":
        """All of these at once, but those that went meanwhile: one by one it took four times as
        long, most of it on the way."""
        asked = [(address, question) for address in addresses for question in _QUESTIONS]
        answers = self._answers(asked)
        found = {}
        for address in addresses:
            name, role, states, places, children = (next(answers) for _ in _QUESTIONS)
            if name is None or role is None or states is None or children is None:
                continue
            low, high = states[0]
            box = self._scaled(places or [(0, 0, 0, 0)])
            part = Part(role[0], name[0][1], low | high << 32, box, address, depth)
            found[address] = _Found(part, tuple(child for _bus, child in children[0]))
        return found

    def _answers(self, questions: Sequence[tuple[str, _Question]]) -> Iterator[Any]:
        """The bodies of the replies in order; None for an error."""
        assert self._bus is not None
        replies: dict[int, Any] = {}
        for first in range(0, len(questions), _AT_ONCE):
            some = questions[first : first + _AT_ONCE]
            serials = [next(self._bus.outgoing_serial) for _ in some]
            self._bus.sock.sendall(b"".join(map(self._as_sent, some, serials)))
            while not replies.keys() >= set(serials):
                reply = self._bus.receive(timeout=20)
                is_error = reply.header.message_type is MessageType.error
                serial = reply.header.fields.get(HeaderFields.reply_serial, -1)
                replies[serial] = None if is_error else reply.body
            yield from (replies.pop(serial) for serial in serials)

    def _as_sent(self, question: tuple[str, _Question], serial: int) -> bytes:
        """What asks it. Kept but for the serial, which stands at its ninth byte: to put together
        the same questions at each look was a third of the time of a walk."""
        if question not in self._sent:
            address, words = question
            self._sent[question] = self._message(address, *words).serialise(serial)
        kept = self._sent[question]
        return kept[:8] + serial.to_bytes(4, "little") + kept[12:]

    def _ask(
        self, path: str, interface: str, member: str, kinds: str | None = None, body: Any = ()
    ) -> Any:
        return self._reply(self._message(path, interface, member, kinds, body))

    def _message(
        self, path: str, interface: str, member: str, kinds: str | None = None, body: Any = ()
    ) -> Message:
        address = DBusAddress(path, bus_name=self._program, interface=interface)
        return new_method_call(address, member, kinds, body)

    def _call(self, address: DBusAddress, member: str, kinds: str | None, body: Any) -> Any:
        return self._reply(new_method_call(address, member, kinds, body))

    def _reply(self, message: Message) -> Any:
        assert self._bus is not None
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
        return False
