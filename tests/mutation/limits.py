"""Fences around how much is sent: the provider's pace and the owner's own limits."""

from tests.mutation.fence import Fence

_SENDING = "services/test_sending.py"
_GUARDING = "services/test_spend_guards.py"
_UNKNOWN = "services/test_unknown_price.py"
_SENDER = "services/sending.py"
_GUARDS = "services/spend_guards.py"

LIMITS = (
    Fence(
        "eighteen creates in ten seconds",
        "providers/kie/vendor.py",
        "creates=Rate(18, 10_000)",
        "creates=Rate(19, 10_000)",
        ("providers/test_pace.py",),
    ),
    Fence(
        "a create waits for the vendor's pace",
        "providers/deferred.py",
        "            await self._creates.acquire()\n",
        "",
        ("providers/test_deferred.py",),
    ),
    Fence(
        "a reading waits for the vendor's pace",
        "providers/deferred.py",
        "            await paced_by.acquire()\n",
        "            pass\n",
        ("providers/test_deferred.py",),
    ),
    Fence(
        "a create waits for its turn",
        _SENDER,
        "await done_before(self._stopping, self._provider.ready_to_create())",
        "not self._stopping.is_set()",
        (_SENDING,),
    ),
    Fence(
        "the window counts",
        "providers/deferred.py",
        "            self._starts.append(self._clock.monotonic_ms())\n",
        "",
        ("providers/test_pace.py",),
    ),
    Fence(
        "what nobody knows the price of is not free",
        "domain/vendor.py",
        "        if not most:\n            raise PriceUnknownError(model_id)\n",
        "        most = most or 0\n",
        (_UNKNOWN,),
    ),
    Fence(
        "no more is held than may be",
        "domain/vendor.py",
        "if most is not None and price > most:",
        "if False:",
        (_UNKNOWN,),
    ),
    Fence(
        "what may be held is for all takes together",
        "services/wallet_engine.py",
        "None if most is None else most // takes",
        "most",
        (_UNKNOWN,),
    ),
    Fence(
        "guards are asked",
        "services/wallet_engine.py",
        "            guard(rows)\n",
        "            pass\n",
        (_GUARDING,),
    ),
    Fence(
        "guards are asked in the transaction that reserves",
        "services/wallet_engine.py",
        "        reserving = self.accept.reserve(\n"
        "            request_id or self.new_id(), priced, requested_by, may_be_reserved,",
        "        await self.library.read(may_be_reserved)\n"
        "        await asyncio.sleep(0)\n"
        "        reserving = self.accept.reserve(\n"
        "            request_id or self.new_id(), priced, requested_by,",
        (f"{_GUARDING}::test_clicks_at_the_same_moment_cannot_slip_past_a_limit",),
    ),
    Fence(
        "cap of a day and a month", _GUARDS, "if spent + price > cap:", "if False:", (_GUARDING,)
    ),
    Fence("cap in flight", _GUARDS, "if in_flight + takes > cap:", "if False:", (_GUARDING,)),
    Fence("repeat guard", _GUARDS, "if same is not None:", "if False:", (_GUARDING,)),
    Fence(
        "a repeat is one of this wallet",
        "storage/spending_rows.py",
        '_RECENT.where(video_table.c.request_sha256 == bindparam("request_sha256"))',
        "_RECENT",
        ("storage/test_spending_rows.py", _GUARDING),
    ),
    Fence(
        "a cap counts every take",
        _GUARDS,
        "self._check_caps(rows, limits, takes * request.price, now)",
        "self._check_caps(rows, limits, request.price, now)",
        ("services/test_takes.py::test_what_is_too_much_for_all_takes_makes_none",),
    ),
    Fence(
        "funds for all takes",
        "services/library_phases.py",
        "                rows.ledger.has_for(self.wallet_id, takes * priced.price)\n",
        "                pass\n",
        ("services/contract/test_money.py::test_takes_are_reserved_all_or_none",),
    ),
    Fence(
        "funds in code",
        "storage/ledger_rows.py",
        "if available < amount:",
        "if False:",
        ("storage/test_rows.py::test_without_enough_credits_nothing_is_written",),
    ),
)
