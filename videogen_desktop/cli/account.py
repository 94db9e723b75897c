"""`videogen account`: keys in the keyring, each bound to one base, and the wallet's figures."""

import argparse
import asyncio
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.ledger import drift_line, drift_object
from videogen_desktop.cli.output import credits_text, print_json, print_table
from videogen_desktop.cli.prices import worth_object, worth_words
from videogen_desktop.cli.reading import reading
from videogen_desktop.domain.credits import credit_rate, credits_as_number
from videogen_desktop.domain.errors import KeyMissingError, KeyStoreUnavailableError
from videogen_desktop.domain.events import Event
from videogen_desktop.domain.provider import ProviderBalance
from videogen_desktop.domain.reconciliation import Drift, next_reading
from videogen_desktop.domain.wallet import WalletKey
from videogen_desktop.program.options import engine_options, places_of, secrets_of, vendors_of

if TYPE_CHECKING:
    from videogen_desktop.domain.settings import Settings
    from videogen_desktop.engine.opening import EngineOptions
    from videogen_desktop.storage.key_store import LayeredKeyStore


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> Iterator[argparse.ArgumentParser]:
    group = commands.add_parser("account", help="the keys of providers")
    yield group
    actions = group.add_subparsers(dest="action", metavar="ACTION", required=True)
    adding = actions.add_parser(
        "add",
        help="store a key (asked for, or read from standard input) and make it the active one",
    )
    adding.set_defaults(run=run_add)
    yield adding
    listing = actions.add_parser("list", help="the known bases")
    listing.add_argument("--json", action="store_true", help="print one JSON object")
    listing.set_defaults(run=run_list)
    yield listing
    removing = actions.add_parser("remove", help="forget the key of a base")
    removing.set_defaults(run=run_remove)
    yield removing
    balance = actions.add_parser("balance", help="our figures beside the provider's")
    balance.add_argument("--json", action="store_true", help="print one JSON object")
    balance.set_defaults(run=run_balance)
    yield balance


def run_add(namespace: argparse.Namespace) -> int:
    """Test the key with a free call, store it, make its wallet the active one.

    Raises KeyStoreUnavailableError before anything is asked for, ProviderError.
    """
    from videogen_desktop.engine.connecting import check_key
    from videogen_desktop.program.log_file import logging_to
    from videogen_desktop.services.wallets import remembered
    from videogen_desktop.storage.key_store import LONGEST_KEY
    from videogen_desktop.storage.settings import load_settings, save_settings

    options = _keyed_options(namespace)
    base = options.wallet.key.api_base
    settings = load_settings(options.places.settings)
    store = key_store(settings)
    asyncio.run(store.get(base))
    key = _asked_for(base)
    if not key or len(key) > LONGEST_KEY:
        print("videogen: That is not a key. Nothing was stored.", file=sys.stderr)
        return ExitCode.USAGE
    options = replace(options, wallet=replace(options.wallet, api_key=key))
    with logging_to(options.places.logs, (*secrets_of(), key), verbose=namespace.verbose):
        balance = asyncio.run(check_key(options, store))
        asyncio.run(store.put(base, key))
        save_settings(options.places.settings, remembered(settings, options.wallet.key))
    print(f"The key of {base} works and is stored: {credits_text(balance.amount)} credits there.")
    return ExitCode.DONE


def run_list(namespace: argparse.Namespace) -> int:
    from videogen_desktop.services.wallets import active_wallet, known_keyed_wallets
    from videogen_desktop.storage.settings import load_settings

    settings = load_settings(places_of(namespace).settings)
    vendors = vendors_of(namespace)
    active = active_wallet(settings, vendors)
    keys = [vendors.practice.wallet, *known_keyed_wallets(settings, vendors)]
    accounts = [(key, key == active, _last_characters(settings, key.api_base)) for key in keys]
    if namespace.json:
        found = [
            {
                "wallet": vendors.wallet_name(key),
                "provider": key.provider,
                "api_base": key.api_base,
                "active": is_active,
                "key_ends_with": ending,
            }
            for key, is_active, ending in accounts
        ]
        print_json({"accounts": found})
        return ExitCode.DONE
    print_table(
        ("ACTIVE", "PROVIDER", "KEY", "BASE"),
        [
            ("*" if is_active else "", key.provider, _key_text(key, ending), key.api_base or "-")
            for key, is_active, ending in accounts
        ],
    )
    return ExitCode.DONE


def run_remove(namespace: argparse.Namespace) -> int:
    """Raises KeyStoreUnavailableError, KeyMissingError."""
    from videogen_desktop.services.wallets import forgotten, is_known
    from videogen_desktop.storage.settings import load_settings, save_settings

    base = _keyed_options(namespace).wallet.key.api_base
    path = places_of(namespace).settings
    settings = load_settings(path)
    store = key_store(settings)
    had_key = asyncio.run(store.get(base)) is not None
    if not had_key and not is_known(settings, base):
        raise KeyMissingError(base)
    asyncio.run(store.remove(base))
    save_settings(path, forgotten(settings, base))
    print(f"The key of {base} is forgotten. Its wallet and videos stay in the library.")
    return ExitCode.DONE


def run_balance(namespace: argparse.Namespace) -> int:
    """Raises ProviderError, KeyMissingError; EngineLockedError for play money only."""
    from videogen_desktop.program.log_file import logging_to

    options = engine_options(namespace)
    name = options.wallet_name
    secrets = (*secrets_of(), options.wallet.api_key or "")
    with logging_to(options.places.logs, secrets, verbose=namespace.verbose):
        theirs = asyncio.run(provider_balance(options)).amount
    rate, is_play_money = credit_rate(options.settings), options.wallet.key.is_play_money
    ours = local_balance(options, theirs, time.time_ns() // 1_000_000)
    if namespace.json:
        print_json(
            {
                "wallet": name,
                "available": credits_as_number(ours.available),
                "held": credits_as_number(ours.held),
                "provider_balance": credits_as_number(theirs),
                "unexplained": drift_object(ours.drift),
                "worth": None if is_play_money else worth_object(ours.available, rate),
            }
        )
    else:
        print(f"Wallet {name}")
        held = credits_text(ours.held)
        print(f"Here:     {credits_text(ours.available)} available, {held} held")
        print(f"Provider: {credits_text(theirs)}")
        if words := worth_words(ours.available, rate, is_play_money=is_play_money):
            print(f"What is available {words}.")
        if ours.drift:
            print(drift_line(ours.drift))
    return ExitCode.DONE


async def provider_balance(options: "EngineOptions") -> ProviderBalance:
    """What the provider of the wallet says; a free call.

    Raises ProviderError, KeyMissingError, KeyStoreUnavailableError; EngineLockedError for the
    server that we start for this ourselves.
    """
    if options.wallet.key.is_play_money:
        return await _balance_of_own_server(options)
    from videogen_desktop.engine.connecting import check_key, known_key

    keys = key_store(options.settings)
    wallet = replace(options.wallet, api_key=await known_key(options, keys))
    return await check_key(replace(options, wallet=wallet), keys)


@dataclass(frozen=True, slots=True)
class LocalBalance:
    """Available and held in hundredths, as the library has them; `drift` is what the provider's
    figure has beyond that."""

    available: int = 0
    held: int = 0
    drift: Drift | None = None


def local_balance(options: "EngineOptions", provider: int, now_ms: int) -> LocalBalance:
    """The wallet beside what the provider said just now; zero for a new wallet."""
    with reading(options.places) as library:
        if library is None:
            return LocalBalance()
        with library.reading() as rows:
            wallet = rows.wallets.find(options.wallet.key)
            balance = rows.ledger.balance(wallet.id) if wallet else None
            if wallet is None or balance is None or not balance.revision:
                return LocalBalance()
            drift = rows.spending.expected_balance(wallet.id).drift(provider)
            before = rows.readings.get(wallet.id)
    now = next_reading(wallet.id, now_ms, provider, "", drift, before)
    return LocalBalance(balance.available, balance.held, now.unexplained)


async def _balance_of_own_server(options: "EngineOptions") -> ProviderBalance:
    from videogen_desktop.engine.opening import open_engine

    engine = await open_engine(options, _ignore)
    try:
        return await engine.balance()
    finally:
        await engine.close()


def _ignore(_event: Event) -> None:
    """Nobody watches while a balance is read."""


def _keyed_options(namespace: argparse.Namespace) -> "EngineOptions":
    """The base that is meant: the given one, or the vendor's own; never play money."""
    vendors = vendors_of(namespace)
    given = vendors.get(namespace.provider or "")
    vendor = vendors.default if given is None or given.is_play_money else given
    return engine_options(argparse.Namespace(**{**vars(namespace), "provider": vendor.name}))


def _asked_for(base: str) -> str:
    # Never an argument: those stand in the shell's history and in the list of processes.
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    from getpass import getpass

    try:
        return getpass(f"API key of {base} (not shown): ").strip()
    except EOFError:
        return ""


def key_store(settings: "Settings") -> "LayeredKeyStore":
    """The system's keyring, with what an earlier version kept under other spellings."""
    from videogen_desktop.storage.key_store import LayeredKeyStore, SystemKeyStore

    store = LayeredKeyStore(SystemKeyStore())
    store.know(settings.former_api_bases)
    return store


def _last_characters(settings: "Settings", base: str) -> str | None:
    from videogen_desktop.services.wallets import shown_ending

    if not base:
        return None
    try:
        return shown_ending(asyncio.run(key_store(settings).get(base)))
    except KeyStoreUnavailableError:
        return None


def _key_text(key: WalletKey, ending: str | None) -> str:
    if key.is_play_money:
        return "not needed"
    return f"…{ending}" if ending else "unknown"
