"""Options that every command takes, before its name or after it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Videogen
from tests.requests import KIE_WALLET, SANDBOX_WALLET, VENDORS
from videogen_desktop.cli.main import UsageError, parse
from videogen_desktop.domain.settings import Settings
from videogen_desktop.program.options import engine_options, places_of
from videogen_desktop.program.window_options import WindowOptions, parser, window_options
from videogen_desktop.storage.directories import Directories, directories
from videogen_desktop.storage.settings import save_settings


@pytest.mark.parametrize(
    "words",
    [
        ["--data-dir", "d", "--provider", "kie", "--verbose", "list"],
        ["list", "--data-dir", "d", "--provider", "kie", "--verbose"],
        ["--data-dir=d", "--verbose", "list", "--provider=kie"],
        ["--provider", "sandbox", "--verbose", "list", "--data-dir", "d", "--provider", "kie"],
    ],
)
def test_options_are_taken_on_both_sides_of_the_command(words: list[str]) -> None:
    namespace = parse(words)
    assert namespace.command == "list"
    assert (namespace.data_dir, namespace.provider, namespace.verbose) == (Path("d"), "kie", True)


def test_options_not_given_have_their_defaults() -> None:
    namespace = parse(["list"])
    given = (namespace.data_dir, namespace.provider, namespace.api_base, namespace.verbose)
    assert given == (None, None, None, False)


@pytest.mark.parametrize("words", [[], ["nonsense"], ["--data-dir", "list"], ["list", "--wrong"]])
def test_words_that_are_no_command_are_a_usage_error(words: list[str]) -> None:
    with pytest.raises(UsageError):
        parse(words)


def test_an_option_beats_the_environment_and_an_empty_variable_counts_as_unset() -> None:
    environment = {"VIDEOGEN_DATA_DIR": "from-environment"}
    assert places_of(parse(["list"]), environment) == directories(Path("from-environment"))
    given = parse(["list", "--data-dir", "given"])
    assert places_of(given, environment) == directories(Path("given"))
    assert places_of(parse(["list"]), {"VIDEOGEN_DATA_DIR": ""}) == directories(None)


def test_the_engine_gets_the_chosen_wallet_and_the_sandbox_its_arguments(tmp_path: Path) -> None:
    environment = {
        "VIDEOGEN_DATA_DIR": str(tmp_path),
        "VIDEOGEN_API_KEY": "canary",
        "VIDEOGEN_SANDBOX_ARGUMENTS": "--speed 20 --clip small",
    }
    options = engine_options(parse(["list"]), environment)
    assert options.wallet.key == KIE_WALLET
    assert options.wallet.api_key == "canary"
    assert options.server_arguments == ("--speed", "20", "--clip", "small")
    assert "canary" not in repr(options)
    sandbox = engine_options(parse(["list", "--provider", "sandbox"]), environment)
    assert sandbox.wallet.key == SANDBOX_WALLET
    assert sandbox.wallet.api_key is None


def test_version_is_one_line(videogen: Videogen) -> None:
    run = videogen("--version")
    assert run.code == 0
    assert run.out.startswith("VideoGen Desktop ")


_OFFLINE = """
import sys
REACHED = []
sys.addaudithook(lambda event, _: event in EVENTS and REACHED.append(event))
EVENTS = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}
from videogen_desktop.cli.main import main
try:
    main(sys.argv[1:])
finally:
    print(REACHED)
"""


@pytest.mark.parametrize("words", [["--version"], ["list"]])
def test_nothing_here_asks_for_new_versions_whatever_was_consented(
    places: Directories, words: list[str]
) -> None:
    save_settings(places.settings, Settings(update_check=True))
    child = [sys.executable, "-P", "-c", _OFFLINE, *words]
    done = subprocess.run(child, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "[]", done


@pytest.mark.parametrize(
    "command",
    [
        *("generate", "continue", "extend", "upscale", "models", "send", "cancel"),
        *("list", "show", "ledger", "verify", "resume", "account", "sandbox"),
    ],
)
def test_every_command_explains_itself(videogen: Videogen, command: str) -> None:
    run = videogen(command, "--help")
    assert run.code == 0
    assert "--data-dir" in run.out


def test_help_names_every_command(videogen: Videogen) -> None:
    run = videogen("--help")
    for command in ("generate", "list", "show", "ledger", "verify", "resume", "doctor", "sandbox"):
        assert f"\n    {command} " in run.out


# Of the window, which reads plain ones without argparse; the last four are left to it.
WINDOW = [
    [],
    ["--provider", "sandbox", "--data-dir", "d", "--verbose"],
    ["--api-base", "http://127.0.0.1:1", "--language", "vi", "--theme", "dark"],
    ["--screenshot", "p.png", "--viewer", "--self-test", "--print-first-paint"],
    ["--language", "vi", "--language", "en"],
    ["--theme=dark", "--lang", "en"],
    ["--window-size", "1024x600"],
    ["--data-dir", ""],
    ["--provider", "sandbox", "--window-size", "480x600", "--verbose"],
]
WRONG = [["--theme", "lila"], ["--data-dir"], ["--provider", "-x"], ["--provider", "?"], ["x"]]


@pytest.mark.parametrize("words", WINDOW, ids=" ".join)
def test_the_windows_options_are_what_argparse_makes_of_them(words: list[str]) -> None:
    known = WindowOptions(lambda: VENDORS)
    by_argparse = parser(known.know_vendors).parse_args(words, known)
    assert vars(window_options(words, known.know_vendors)) == vars(by_argparse)


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_options_of_the_window_are_said_as_argparse_says_them(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        window_options(words, lambda: VENDORS)
    assert "error: argument" in (said := capsys.readouterr().err) or "unrecognized" in said
