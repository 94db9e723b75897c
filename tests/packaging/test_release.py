"""What a release says of itself: one version, one day, in every file that names them."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from release import versions

from videogen_desktop import __version__

ROOT = Path(__file__).resolve().parents[2]
METAINFO = '<releases>\n<release version="9.8.7" date="2031-05-04"/>\n<release version="0.1.0"/>'


def test_the_program_says_a_version_of_three_numbers() -> None:
    assert re.fullmatch(r"(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}", __version__)


def test_the_changelog_begins_with_what_is_not_released_and_dates_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"(?m)^## (.*)$", changelog)
    releases = versions.released(changelog)
    assert headings[0] == "[Unreleased]"
    assert releases[0].number == __version__
    assert len(releases) == len(headings) - 1, "each heading is a release with its day"
    assert all(newer.day >= older.day for newer, older in pairwise(releases))


def test_a_release_of_the_changelog_has_a_day_of_the_calendar() -> None:
    good = "## [Unreleased]\n\n## [0.3.0] - 2027-01-31\n\n## 0.2.0 - 2026-11-30\n"
    assert versions.released(good) == [
        versions.Release("0.3.0", date(2027, 1, 31)),
        versions.Release("0.2.0", date(2026, 11, 30)),
    ]
    for bad in ("## [0.3.0] - 2027-02-31", "## 0.3.0", "## 0.3.0 - soon"):
        with pytest.raises(ValueError, match=r"isoformat|day|month"):
            versions.released(bad)


def test_every_file_that_names_the_version_names_this_one() -> None:
    others = [one for one in versions.stated() if one.number != __version__]
    assert others == []


def test_no_file_names_the_version_where_nobody_would_look() -> None:
    assert versions.unread() == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("linux/a.b.metainfo.xml", METAINFO),
        ("windows/videogen.iss", '#define AppVersion "9.8.7"'),
        ("windows/videogen.iss", "[Setup]\nAppVersion=9.8.7"),
        ("windows/videogen.iss", "[Setup]\nVersionInfoVersion=9.8.7.0"),
        ("windows/version.txt.in", "filevers=(9, 8, 7, 0),"),
        ("windows/version.txt.in", "StringStruct(u'ProductVersion', u'9.8.7')"),
        ("linux/rpm/videogen.spec", "Name: x\nVersion:        9.8.7"),
        ("linux/deb/control.in", "Package: x\nVersion: 9.8.7"),
        ("macos/Info.plist", "<key>CFBundleShortVersionString</key>\n  <string>9.8.7</string>"),
        ("macos/Info.plist", "<key>CFBundleVersion</key><string>9.8.7</string>"),
        ("linux/flatpak/a.yaml", "  tag: v9.8.7"),
        ("readme", "apt install ./videogen-desktop_9.8.7_amd64.deb"),
        ("readme", "VideoGen-9.8.7.dmg"),
    ],
)
def test_a_version_is_found_however_a_file_says_it(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / "packaging" / name
    path.parent.mkdir(parents=True)
    path.write_text(text)
    assert [one.number for one in versions.stated(tmp_path)] == ["9.8.7"]
    assert versions.unread(tmp_path, "9.8.7") == []


def test_what_a_template_fills_in_and_the_versions_of_tools_are_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "packaging" / "control.in"
    path.parent.mkdir()
    path.write_text("Version: @VERSION@\nDepends: libc6 (>= 2.34)\nStandards-Version: 4.6.2\n")
    assert list(versions.stated(tmp_path)) == []


def test_a_version_in_no_known_form_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "packaging" / "build_deb.py"
    path.parent.mkdir()
    path.write_text('NAME = "x"\nVERSION = "9.8.7"\nTOOL = "19.8.7"\n')
    assert versions.unread(tmp_path, "9.8.7") == ["packaging/build_deb.py:2"]
