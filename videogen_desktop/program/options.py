"""Options that every command and the window understand, and what they mean for the engine."""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from videogen_desktop import __version__

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from videogen_desktop.domain.settings import Settings
    from videogen_desktop.domain.vendor import Vendors
    from videogen_desktop.engine.opening import EngineOptions
    from videogen_desktop.program.window_options import WindowOptions
    from videogen_desktop.storage.directories import Directories

# A command's, or the window's.
Given: TypeAlias = "Namespace | WindowOptions"

DATA_DIR = "VIDEOGEN_DATA_DIR"
API_BASE = "VIDEOGEN_API_BASE"
API_KEY = "VIDEOGEN_API_KEY"
# Further options of the server that we start ourselves, for tests and benchmarks.
SERVER_ARGUMENTS = "VIDEOGEN_SANDBOX_ARGUMENTS"


# The list of vendors, which few commands need: it is read when somebody asks.
KnowVendors = Callable[[], "Vendors"]


def shipped_vendors() -> "Vendors":
    from videogen_desktop.providers.vendors import vendors

    return vendors()


def names_of(know_vendors: KnowVendors) -> tuple[str, ...]:
    if know_vendors is not shipped_vendors:
        return know_vendors().names
    from videogen_desktop.providers.vendors import NAMES

    return NAMES


def vendors_of(namespace: Given) -> "Vendors":
    """Those that this program was started with."""
    know: KnowVendors = namespace.know_vendors
    return know()


class _Later:
    """What argparse asks for only when it is needed, and would otherwise read at every start."""

    def __init__(self, names: Callable[[], tuple[str, ...]]) -> None:
        self._names = names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names())

    def __contains__(self, name: object) -> bool:
        return name in self._names()

    def __str__(self) -> str:
        return ", ".join(self._names())


def add_common_options(
    parser: "ArgumentParser",
    know_vendors: KnowVendors = shipped_vendors,
    *,
    after_command: bool = False,
) -> None:
    """Add them; `after_command` is for a command's own parser, where only a given one counts."""
    from argparse import SUPPRESS

    parser.set_defaults(know_vendors=know_vendors)

    def default(value: object) -> object:
        return SUPPRESS if after_command else value

    common = parser.add_argument_group("common options")
    common.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        default=default(None),
        help=f"keep everything below this folder ({DATA_DIR})",
    )
    provider = common.add_argument("--provider", default=default(None))
    provider.choices = _Later(lambda: names_of(know_vendors))
    provider.help = "whose credits to use; the %(practice)s is play money"
    vars(provider).update(practice=_Later(lambda: (know_vendors().practice.name,)))
    base = common.add_argument("--api-base", metavar="URL", default=default(None))
    base.help = f"another %(speaks)s-compatible server ({API_BASE})"
    vars(base).update(speaks=_Later(lambda: (know_vendors().default.short_title,)))
    common.add_argument(
        "--verbose", action="store_true", default=default(False), help="log to standard error"
    )
    common.add_argument("--version", action="version", version=f"VideoGen Desktop {__version__}")


def places_of(namespace: Given, environment: Mapping[str, str] | None = None) -> "Directories":
    """Where this run keeps things. Nothing is made."""
    from videogen_desktop.storage.directories import directories

    given = namespace.data_dir or (_environment(environment).get(DATA_DIR) or None)
    return directories(Path(given) if given else None)


def engine_options(
    namespace: Given,
    environment: Mapping[str, str] | None = None,
    settings: "Settings | None" = None,
) -> "EngineOptions":
    """What `open_engine` needs, from the options and the environment (the process's own when
    None). Imports the engine.

    Reads the settings file unless they are handed in. Raises ApiBaseRefusedError, and
    SettingsUnreadableError where the stored wallet decides.
    """
    import shlex

    from videogen_desktop.domain.errors import SettingsUnreadableError
    from videogen_desktop.engine.opening import EngineOptions
    from videogen_desktop.services.wallets import choose_wallet
    from videogen_desktop.storage.settings import load_settings

    values = _environment(environment)
    places = places_of(namespace, values)
    base = namespace.api_base or values.get(API_BASE)
    key = values.get(API_KEY)
    if settings is None:
        decided = namespace.provider or (base or "").strip() or (key or "").strip()
        try:
            settings = load_settings(places.settings)
        except SettingsUnreadableError as error:
            # It was set aside. Only the wallet must not be guessed.
            if not decided:
                raise
            settings = error.rest
    vendors = vendors_of(namespace)
    return EngineOptions(
        places=places,
        vendors=vendors,
        wallet=choose_wallet(namespace.provider, base, key, settings, vendors),
        settings=settings,
        server_arguments=tuple(shlex.split(values.get(SERVER_ARGUMENTS, ""))),
    )


def secrets_of(environment: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """What must never be written down."""
    key = _environment(environment).get(API_KEY, "").strip()
    return (key,) if key else ()


def _environment(given: Mapping[str, str] | None) -> Mapping[str, str]:
    return os.environ if given is None else given
