"""The model's money: what the ledger must say, from the videos' rows and the provider's words."""

from dataclasses import dataclass, field

CONFIRM_AFTER_MS = 60_000


@dataclass
class Expected:
    """What a reading of the balance may show: [A + R, A + R + U] of DESIGN.md, section 5."""

    lowest: int
    highest: int

    def drift(self, amount: int) -> int:
        return min(amount - self.lowest, 0) or max(amount - self.highest, 0)


@dataclass
class ModelVideo:
    """One video as it must be; `rows` has the amount of each kind, a settle signed."""

    prompt: str
    price: int
    created_at: int
    id: str = ""
    model_id: str = ""
    origin: str = "generated"
    rescued_from: str | None = None
    state: str = "reserved"
    reason: str | None = None
    task_id: str | None = None
    is_deleted: bool = False
    rows: dict[str, int] = field(default_factory=dict)
    sent_at: int | None = None
    accepted_at: int | None = None
    # When a success without a file was first seen, and how often the record was not there.
    success_at: int | None = None
    missing: int = 0
    # When the user last asked to send it, and whether the last POST was not taken.
    asked_at: int = 0
    was_not_taken: bool = False
    # Whether a file of its own goes with it, and how often that was not taken in a row.
    has_file: bool = False
    uploads_in_vain: int = 0

    @property
    def is_accepted(self) -> bool:
        return self.state in ("pending", "processing")

    @property
    def is_lost(self) -> bool:
        return (self.state, self.reason) == ("unconfirmed", "sent_unknown")

    @property
    def never_knew(self) -> bool:
        """It ended, and which task it was nobody could say."""
        return self.state in ("failed", "cancelled") and self.task_id is None

    def put(self, kind: str, amount: int | None = None) -> None:
        """One row more, for a video that has money here."""
        if self.origin == "generated":
            assert kind not in self.rows, f"the model itself has two of {kind}"
            self.rows[kind] = self.price if amount is None else amount

    def become(self, state: str, reason: str | None = None) -> None:
        self.state, self.reason = state, reason

    def end(self, state: str, reason: str | None, consumed: int | None) -> None:
        """The provider's word on how it ended, with what it cost."""
        spent = self.price
        if state == "failed":
            self.put("refund")
            spent = 0
        if consumed is not None and consumed != spent:
            self.put("settle", consumed - spent)
        self.become(state, reason)


class ModelMoney:
    """One wallet."""

    def __init__(self, videos: list[ModelVideo]) -> None:
        self._videos = videos
        self.granted: int | None = None
        self.reconciled = 0
        self.drift = 0
        self.drift_since: int | None = None
        self._asked: dict[str, Expected] = {}

    @property
    def available(self) -> int:
        """In hundredths."""
        total = (self.granted or 0) + self.reconciled
        for video in self._videos:
            rows = video.rows.get
            total += rows("void", 0) + rows("refund", 0) - rows("reserve", 0) - rows("settle", 0)
        return total

    @property
    def held(self) -> int:
        waiting = [video.rows for video in self._videos if video.rows]
        return sum(
            rows["reserve"] - rows.get("capture", 0) - rows.get("void", 0) for rows in waiting
        )

    @property
    def expected(self) -> Expected:
        """From the states alone."""
        ours = [video for video in self._videos if video.origin == "generated"]
        reserved = sum(video.price for video in ours if video.state == "reserved")
        open_states = ("sending", "unconfirmed", "pending", "processing")
        unknown = sum(video.price for video in ours if video.state in open_states)
        lowest = self.available + reserved
        return Expected(lowest, lowest + unknown)

    def asked(self, reader: str) -> None:
        self._asked[reader] = self.expected

    def told(self, reader: str, amount: int, at: int, *, only_opens: bool) -> None:
        """The balance came: the opening grant, a drift, or a reconcile row."""
        before, now = self._asked.pop(reader), self.expected
        was_open = self.granted is not None
        if not was_open and amount > 0:
            self.granted = amount
        if only_opens:
            return
        expected = Expected(min(before.lowest, now.lowest), max(before.highest, now.highest))
        drift = expected.drift(amount) if was_open else 0
        if drift == 0:
            self.drift, self.drift_since = 0, None
            return
        if self.drift_since is None or drift != self.drift:
            self.drift, self.drift_since = drift, at
        if at - self.drift_since >= CONFIRM_AFTER_MS:
            self.reconciled += drift
            self.drift, self.drift_since = 0, None

    def killed(self) -> None:
        """Readings under way are never told."""
        self._asked.clear()
