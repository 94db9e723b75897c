"""The owner's own limits of spending, asked in the transaction that reserves."""

from datetime import tzinfo
from typing import TYPE_CHECKING

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    RepeatedRequestError,
    SpendCapReachedError,
    SpendLimitsUnreadableError,
    TooManyInFlightError,
)
from videogen_desktop.domain.request import PricedRequest
from videogen_desktop.domain.spend_guards import (
    REPEAT_WITHIN_MS,
    SpendGuards,
    Spending,
    guards_of,
    period_starts,
)
from videogen_desktop.domain.video import Video
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.services.phases import Claim
from videogen_desktop.services.preferences import Preferences
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

if TYPE_CHECKING:
    from videogen_desktop.domain.batch_order import BatchOrder

# What a clock that was set back leaves in the future counts; one run in 2099 must not fill every
# month until then.
_CLOCK_SLACK_MS = 24 * 3_600_000


class Guards:
    """One wallet's limits. Every method runs on the worker's loop.

    `zone` is whose day and month are counted; None is the system's, as it is at that moment.
    """

    def __init__(
        self,
        library: Library,
        wallet: Wallet,
        preferences: Preferences,
        clock: Clock,
        zone: tzinfo | None = None,
    ) -> None:
        self._library = library
        self._wallet = wallet
        self._preferences = preferences
        self._clock = clock
        self._zone = zone

    @property
    def limits(self) -> SpendGuards:
        """The limits that hold now."""
        return guards_of(self._preferences.settings.spend_guards, self._wallet.key)

    async def spending(self) -> Spending:
        """The limits beside what is committed in this day and month."""
        now = self._clock.now_ms()
        day, month = period_starts(now, self._zone)
        limits, wallet_id, until = self.limits, self._wallet.id, now + _CLOCK_SLACK_MS
        return await self._library.read(
            lambda rows: Spending(
                guards=limits,
                day=rows.spending.committed_since(wallet_id, day, until),
                month=rows.spending.committed_since(wallet_id, month, until),
                in_flight=rows.spending.in_flight(wallet_id),
            )
        )

    def claim(self, request: PricedRequest, *, takes: int = 1, confirmed: bool = False) -> Claim:
        """Lets so many videos of the request pass within the transaction that reserves them, or
        says which limit stands in their way.

        `confirmed` answers the question about a repeated request; no limit is lifted by it. It
        raises SpendLimitsUnreadableError, SpendCapReachedError, TooManyInFlightError,
        RepeatedRequestError.
        """
        limits, now = self.limits, self._clock.now_ms()

        def check(rows: LibraryRows) -> None:
            if not limits.are_readable:
                raise SpendLimitsUnreadableError
            self._check_in_flight(rows, limits, takes)
            self._check_caps(rows, limits, takes * request.price, now)
            if not confirmed:
                self._check_repeated(rows, request, now)

        return check

    def claim_batch(self, order: "BatchOrder", *, confirmed: bool = False) -> Claim:
        """The same for all of a batch at once. How many are under way is no question yet: its queue
        keeps to that limit."""
        limits, now = self.limits, self._clock.now_ms()
        requests = tuple({row.priced.sha256 for row in order.rows})

        def check(rows: LibraryRows) -> None:
            if not limits.are_readable:
                raise SpendLimitsUnreadableError
            self._check_caps(rows, limits, order.price, now)
            if not confirmed:
                since = now - REPEAT_WITHIN_MS
                same = rows.spending.one_of_requests(self._wallet.id, requests, since)
                self._refuse_repeated(same, now)

        return check

    def _check_in_flight(self, rows: LibraryRows, limits: SpendGuards, takes: int) -> None:
        cap = limits.in_flight_cap
        if cap is None:
            return
        in_flight = rows.spending.in_flight(self._wallet.id)
        if in_flight + takes > cap:
            raise TooManyInFlightError(in_flight, cap, takes)

    def _check_caps(self, rows: LibraryRows, limits: SpendGuards, price: int, now: int) -> None:
        starts = period_starts(now, self._zone)
        caps = (limits.day_cap, limits.month_cap)
        for period, cap, since in zip(("day", "month"), caps, starts, strict=True):
            if cap is None:
                continue
            spent = rows.spending.committed_since(self._wallet.id, since, now + _CLOCK_SLACK_MS)
            if spent + price > cap:
                raise SpendCapReachedError(period, cap, spent, price)

    def _check_repeated(self, rows: LibraryRows, request: PricedRequest, now: int) -> None:
        since = now - REPEAT_WITHIN_MS
        same = rows.spending.same_request(self._wallet.id, request.sha256, since)
        self._refuse_repeated(same, now)

    def _refuse_repeated(self, same: Video | None, now: int) -> None:
        if same is not None:
            raise RepeatedRequestError(same.id, max(now - same.created_at, 0))
