"""Asks the owner's own limits before anything is reserved."""

from datetime import tzinfo

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    RepeatedRequestError,
    SpendCapReachedError,
    SpendLimitsUnreadableError,
    TooManyInFlightError,
)
from videogen_desktop.domain.request import PricedRequest
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.spend_guards import (
    REPEAT_WITHIN_MS,
    SpendGuards,
    Spending,
    guarded_name,
    guards_of,
    period_starts,
)
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.services.preferences import Preferences
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

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
        """What holds now."""
        stored = self._preferences.settings.spend_guards
        return guards_of(stored, self._wallet.key, is_play_money=self._wallet.is_play_money)

    async def set_limits(self, limits: SpendGuards) -> Settings:
        """Keep other limits for this wallet. Raises OSError; then nothing has changed."""
        name = guarded_name(self._wallet.key)
        return await self._preferences.edit(
            lambda settings: settings._replace(spend_guards={**settings.spend_guards, name: limits})
        )

    async def spending(self) -> Spending:
        """The limits beside what is committed in this day and month."""
        now = self._clock.now_ms()
        day, month = period_starts(now, self._zone)
        with self._library.reading() as rows:
            return Spending(
                guards=self.limits,
                day=rows.spending.committed_since(self._wallet.id, day, now + _CLOCK_SLACK_MS),
                month=rows.spending.committed_since(self._wallet.id, month, now + _CLOCK_SLACK_MS),
                in_flight=rows.spending.in_flight(self._wallet.id),
            )

    def check(self, request: PricedRequest, *, confirmed: bool = False) -> None:
        """Let the request pass, or say which limit stands in its way; nothing is written.

        `confirmed` answers the question about a repeated request; no limit is lifted by it. Call
        it right before the reserve, with no await between. Raises SpendLimitsUnreadableError,
        SpendCapReachedError, TooManyInFlightError, RepeatedRequestError.
        """
        if not self.limits.are_readable:
            raise SpendLimitsUnreadableError
        with self._library.reading() as rows:
            self._check_in_flight(rows)
            self._check_caps(rows, request.price)
            if not confirmed:
                self._check_repeated(rows, request)

    def _check_in_flight(self, rows: LibraryRows) -> None:
        cap = self.limits.in_flight_cap
        if cap is None:
            return
        in_flight = rows.spending.in_flight(self._wallet.id)
        if in_flight >= cap:
            raise TooManyInFlightError(in_flight, cap)

    def _check_caps(self, rows: LibraryRows, price: int) -> None:
        limits = self.limits
        now = self._clock.now_ms()
        starts = period_starts(now, self._zone)
        caps = (limits.day_cap, limits.month_cap)
        for period, cap, since in zip(("day", "month"), caps, starts, strict=True):
            if cap is None:
                continue
            spent = rows.spending.committed_since(self._wallet.id, since, now + _CLOCK_SLACK_MS)
            if spent + price > cap:
                raise SpendCapReachedError(period, cap, spent, price)

    def _check_repeated(self, rows: LibraryRows, request: PricedRequest) -> None:
        now = self._clock.now_ms()
        since = now - REPEAT_WITHIN_MS
        same = rows.spending.same_request(self._wallet.id, request.sha256, since)
        if same is not None:
            raise RepeatedRequestError(same.id, max(now - same.created_at, 0))
