"""`videogen ledger` and `videogen verify`: where every credit went, and whether it all adds up."""

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.output import (
    SHORT_ID,
    JsonObject,
    credits_text,
    local_time,
    print_json,
    print_table,
    rfc3339,
    wallet_names,
)
from videogen_desktop.cli.reading import reading
from videogen_desktop.domain.credits import credits_as_number
from videogen_desktop.domain.errors import LibraryUnusableError
from videogen_desktop.domain.ledger import Balance, Movement, movement_of
from videogen_desktop.domain.reconciliation import BalanceReading, Drift
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.program.options import places_of

if TYPE_CHECKING:
    from videogen_desktop.storage.library_rows import LibraryRows
    from videogen_desktop.storage.verify import Violation

_UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60))
_PAID_TWICE = "request_paid_twice"
_PAID_TWICE_MEANS = (
    "Several videos of one request were paid for: one command or click pays once, so ask the "
    "provider for the others' credits."
)


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> Iterator[argparse.ArgumentParser]:
    statement = commands.add_parser("ledger", help="the statement of every wallet")
    statement.add_argument("--json", action="store_true", help="print one JSON object")
    statement.set_defaults(run=run_ledger)
    yield statement
    checking = commands.add_parser("verify", help="recompute the whole ledger; 1 if it is broken")
    checking.add_argument("--json", action="store_true", help="print one JSON object")
    checking.set_defaults(run=run_verify)
    yield checking


def run_ledger(namespace: argparse.Namespace) -> int:
    statements: list[_Statement] = []
    with reading(places_of(namespace)) as library:
        if library is not None:
            with library.reading() as rows:
                wallets = rows.wallets.every()
                names = wallet_names(wallets, namespace.know_vendors)
                statements = [_statement(rows, one, names[one.id]) for one in wallets]
    if namespace.json:
        print_json({"wallets": [statement.as_object() for statement in statements]})
    elif not statements:
        print("There is no movement yet.")
    for number, statement in enumerate(() if namespace.json else statements):
        if number:
            print()
        statement.print()
    return 0


def run_verify(namespace: argparse.Namespace) -> int:
    """0 when every rule holds, 1 when one is broken."""
    violations = _violations(namespace)
    if namespace.json:
        found = [{"rule": broken.rule, "subject": broken.subject} for broken in violations]
        print_json({"ok": not violations, "violations": found})
    elif violations:
        print_table(("BROKEN RULE", "AT"), [(broken.rule, broken.subject) for broken in violations])
        if any(broken.rule == _PAID_TWICE for broken in violations):
            print(_PAID_TWICE_MEANS)
    else:
        print("Every rule holds.")
    return ExitCode.DEFECT if violations else ExitCode.DONE


def _reading_object(reading: BalanceReading | None) -> JsonObject:
    """What the provider said last, and what of it is unexplained; nulls before the first."""
    drift = reading.unexplained if reading else None
    return {
        "provider_balance": credits_as_number(reading.amount) if reading else None,
        "confirmed_at": rfc3339(reading.read_at if reading else None),
        "unexplained": drift_object(drift),
    }


def drift_object(drift: Drift | None) -> JsonObject | None:
    """The amount in credits; above zero is more than the ledger explains."""
    if drift is None:
        return None
    return {"amount": credits_as_number(drift.amount), "since": rfc3339(drift.since)}


def drift_line(drift: Drift, now_ms: int | None = None) -> str:
    """For people: how much, since when, and how long that is."""
    now = int(time.time() * 1000) if now_ms is None else now_ms
    amount = credits_text(drift.amount, signed=True)
    age = _age((now - drift.since) // 1000)
    return f"Unexplained: {amount} credits since {local_time(drift.since)} ({age})."


def _age(seconds: int) -> str:
    for name, length in _UNITS:
        count = seconds // length
        if count:
            return f"{count} {name}{'s' if count > 1 else ''}"
    return "less than a minute"


@dataclass(frozen=True, slots=True)
class _Statement:
    name: str
    wallet: Wallet
    lines: tuple[Movement, ...]
    balance: Balance
    reading: BalanceReading | None

    def as_object(self) -> JsonObject:
        return {
            "wallet": self.name,
            "id": self.wallet.id,
            "provider": self.wallet.key.provider,
            "api_base": self.wallet.key.api_base,
            "unit": self.wallet.key.unit,
            "available": credits_as_number(self.balance.available),
            "held": credits_as_number(self.balance.held),
            **_reading_object(self.reading),
            "entries": [
                {
                    "seq": line.seq,
                    "at": rfc3339(line.at),
                    "kind": line.kind,
                    "amount": credits_as_number(line.amount),
                    "available_after": credits_as_number(line.available_after),
                    "video_id": line.video_id,
                }
                for line in self.lines
            ],
        }

    def print(self) -> None:
        print(f"Wallet {self.name}")
        print_table(
            ("DATE", "WHAT", "CREDITS", "AVAILABLE", "VIDEO"),
            [
                (
                    local_time(line.at),
                    line.kind,
                    credits_text(line.amount, signed=True),
                    credits_text(line.available_after),
                    (line.video_id or "")[:SHORT_ID],
                )
                for line in self.lines
            ],
        )
        available = credits_text(self.balance.available)
        print(f"Available: {available} credits; held: {credits_text(self.balance.held)}.")
        if self.reading and self.reading.unexplained:
            print(drift_line(self.reading.unexplained))


def _violations(namespace: argparse.Namespace) -> "tuple[Violation, ...]":
    from videogen_desktop.storage.verify import Violation, verify

    try:
        with reading(places_of(namespace)) as library:
            return () if library is None else verify(library)
    except LibraryUnusableError as error:
        # A file too damaged to be read is the answer, not a failure to give one.
        if error.condition != "damaged":
            raise
        return (Violation("damaged_file", str(places_of(namespace).database)),)


def _statement(rows: "LibraryRows", wallet: Wallet, name: str) -> _Statement:
    lines = (movement_of(entry) for entry in rows.ledger.entries(wallet.id))
    return _Statement(
        name=name,
        wallet=wallet,
        lines=tuple(line for line in lines if line is not None),
        balance=rows.ledger.balance(wallet.id),
        reading=rows.readings.get(wallet.id),
    )
