"""What a desktop, man and the shells are told of the program is true, whole and well-formed."""

import gzip
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from pathlib import Path

import pytest
from linux import shares
from linux.command_line import PROGRAMS, Program, manual_page
from PIL import Image

from videogen_desktop import APPLICATION_ID, __version__
from videogen_desktop.cli.main import GROUPS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="packages of Linux")

ROOT = Path(__file__).resolve().parents[2]
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
TERMINAL, WINDOW = PROGRAMS


def needs(tool: str) -> pytest.MarkDecorator:
    missing = shutil.which(tool) is None
    return pytest.mark.skipif(missing, reason=f"{tool} is not installed here")


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("usr") / "share"
    shares.install(folder)
    return folder


def said_by(*command: str | Path, **environment: str) -> str:
    """Both streams; it must end with 0."""
    done = subprocess.run(
        command,
        env=environment or None,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


# --- the desktop ----------------------------------------------------------------------------------


@needs("desktop-file-validate")
def test_the_desktop_entry_is_valid(share: Path) -> None:
    entry = share / "applications" / f"{APPLICATION_ID}.desktop"
    assert said_by("desktop-file-validate", entry) == ""


@needs("appstreamcli")
def test_the_metainfo_is_valid(share: Path) -> None:
    """Flathub wants <developer>, which AppStream 0.16 does not know yet: a note and no more."""
    path = share / "metainfo" / f"{APPLICATION_ID}.metainfo.xml"
    said = said_by("appstreamcli", "validate", "--no-net", "--no-color", path)
    notes = [line for line in said.splitlines() if re.match(r"[EWIP]: ", line)]
    assert [line for line in notes if not line.endswith("unknown-tag developer")] == []


# A process has one application, and pytest-qt has made it here.
SAID_BY_THE_WINDOW = """
from videogen_desktop.ui.desktop import _application
application = _application(without_screen=True)
print(application.desktopFileName(), application.applicationName())
"""


def test_one_id_names_the_window_and_every_file_of_it(share: Path) -> None:
    on_wayland, on_x11 = said_by(sys.executable, "-c", SAID_BY_THE_WINDOW).split()
    entry = desktop_entry(share)
    assert on_wayland == entry["Icon"] == APPLICATION_ID
    assert on_x11 == entry["StartupWMClass"]
    metainfo = ET.parse(share / "metainfo" / f"{APPLICATION_ID}.metainfo.xml").getroot()
    assert metainfo.findtext("id") == APPLICATION_ID
    assert metainfo.findtext("launchable") == f"{APPLICATION_ID}.desktop"
    assert {path.stem for path in (share / "icons").rglob("*.*")} == {APPLICATION_ID}


def desktop_entry(share: Path) -> dict[str, str]:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(share / "applications" / f"{APPLICATION_ID}.desktop", "utf-8")
    return dict(parser["Desktop Entry"])


def test_whatever_a_person_reads_is_there_in_vietnamese_too(share: Path) -> None:
    entry = desktop_entry(share)
    for key in ("GenericName", "Comment", "Keywords"):
        assert entry[f"{key}[vi]"] not in ("", entry[key])
    metainfo = ET.parse(share / "metainfo" / f"{APPLICATION_ID}.metainfo.xml").getroot()
    for tag in ("summary", "p", "li", "caption"):
        texts = list(metainfo.iter(tag))
        vietnamese = [one for one in texts if one.get(XML_LANGUAGE) == "vi"]
        assert texts, tag
        assert len(vietnamese) * 2 == len(texts), tag


def test_the_metainfo_shows_two_pictures_that_the_program_made(share: Path) -> None:
    metainfo = ET.parse(share / "metainfo" / f"{APPLICATION_ID}.metainfo.xml").getroot()
    names = [(one.text or "").rpartition("/")[2] for one in metainfo.iter("image")]
    assert len(names) == 2
    for name in names:
        with Image.open(ROOT / "resources" / "screenshots" / name) as picture:
            assert picture.width >= 1000, name


def test_the_newest_release_of_the_metainfo_is_this_version(share: Path) -> None:
    metainfo = ET.parse(share / "metainfo" / f"{APPLICATION_ID}.metainfo.xml").getroot()
    assert next(metainfo.iter("release")).get("version") == __version__


def test_the_icon_is_drawn_in_every_size(share: Path) -> None:
    for size in shares.ICON_SIZES:
        path = share / f"icons/hicolor/{size}x{size}/apps/{APPLICATION_ID}.png"
        with Image.open(path) as picture:
            assert picture.size == (size, size)
            assert picture.getpixel((0, 0))[3] == 0, "no transparent corner"  # type: ignore[index]
            assert picture.getpixel((size // 2, size // 2))[3] == 255  # type: ignore[index]


# --- manual pages and completion ------------------------------------------------------------------


def test_the_manual_names_every_command_and_option(share: Path) -> None:
    page = manual_page(TERMINAL)
    for command in GROUPS:
        assert f"\\fBvideogen\\fR \\fI\\,{command}\\/\\fR" in page, command
    assert "\\-\\-max\\-credits" in page
    assert "\\-\\-language" in manual_page(WINDOW)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda one: one.name)
def test_a_manual_page_has_its_one_line_and_a_date_that_sorts(program: Program) -> None:
    lines = manual_page(program).splitlines()
    name = program.name.replace("-", "\\-")
    assert re.search(r'"\d{4}\\-\d\d\\-\d\d" "VideoGen Desktop ' + re.escape(__version__), lines[0])
    assert lines[1:3] == [".SH NAME", f"{name} \\- {program.summary}"]


def test_no_word_of_the_manual_is_broken_at_the_width_of_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wide = manual_page(TERMINAL)
    monkeypatch.setenv("COLUMNS", "40")
    assert manual_page(TERMINAL) == wide
    assert not [line for line in wide.splitlines() if line.endswith("\\-")]


@needs("man")
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda one: one.name)
def test_man_has_nothing_to_say_against_a_page(program: Program, share: Path) -> None:
    page = share / "man" / "man1" / f"{program.name}.1.gz"
    assert gzip.decompress(page.read_bytes()).decode() == manual_page(program)
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANROFFSEQ": ""}
    said = said_by("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", page, **environment)
    assert "warning" not in said
    assert program.summary in said


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")
@needs("bash")
def test_bash_completes_every_command_and_the_options_of_each(share: Path) -> None:
    offered = completed_by_bash(share, "videogen", "")
    assert set(GROUPS) <= offered
    assert "--max-credits" in completed_by_bash(share, "videogen", "generate", "--max")
    assert "--self-test" in completed_by_bash(share, "videogen-desktop", "--self")


def completed_by_bash(share: Path, *words: str) -> set[str]:
    """What it offers in place of the last word, after both programs' completions were read."""
    files = [share / "bash-completion" / "completions" / one.name for one in PROGRAMS]
    function = f"_shtab_{words[0].replace('-', '_')}"
    script = [
        *(f"source '{file}'" for file in files),
        f"COMP_WORDS=({' '.join(repr(word) for word in words)})",
        f"COMP_CWORD={len(words) - 1}",
        f"{function} '{words[0]}' '{words[-1]}' '{words[-2]}'",
        'printf "%s\\n" "${COMPREPLY[@]}"',
    ]
    return set(said_by("bash", "--norc", "-c", "\n".join(script)).split())


@needs("fish")
def test_fish_completes_every_command(share: Path, tmp_path: Path) -> None:
    file = share / "fish" / "vendor_completions.d" / "videogen.fish"
    script = f"source '{file}'; complete -C 'videogen '; complete -C 'videogen generate --max'"
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "TERM": "dumb"}
    offered = said_by("fish", "--no-config", "-c", script, **environment)
    words = {line.split("\t")[0] for line in offered.splitlines()}
    assert {*GROUPS, "--max-credits"} <= words


@needs("zsh")
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda one: one.name)
def test_zsh_can_read_the_completion(share: Path, program: Program) -> None:
    file = share / "zsh" / "vendor-completions" / f"_{program.name}"
    assert said_by("zsh", "-f", "-n", file) == ""
    text = file.read_text("utf-8")
    assert text.startswith(f"#compdef {program.name}\n")
    if program is TERMINAL:
        assert [command for command in GROUPS if f"    {command}:'" not in text] == []
