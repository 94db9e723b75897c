"""Whose work is in the folder that is passed on, and under which terms."""

import json
import re
from pathlib import Path, PurePosixPath

import pytest
import sbom
from bundle import build
from cyclonedx.output.json import JsonV1Dot6
from notices import third_party
from notices.components import (
    Component,
    Part,
    UnknownFilesError,
    components,
    inner_path,
    normalized,
    owners,
    present,
    text_path,
)
from packaging.requirements import Requirement

from tests.packaging.built_folder import Folder, as_shipped, on_linux

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
KNOWN = components()
SYSTEMS = {"linux": "linux", "windows": "win32", "macos": "darwin"}
# The package of Qt itself has no code: its two parts have it.
CARRIED = [
    line.split(" ", 1)
    for line in Path(__file__).with_name("wheel_binaries.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def locked(system: str) -> dict[str, str]:
    """What the program needs there at run time: name and version, as the lock says them."""
    blocks = re.split(r"\n(?=[a-z])", LOCK)
    needed_by = {
        block.split("==")[0]: set(re.findall(r"^    # (?:  |via )(.+)$", block, re.M))
        for block in blocks
    }
    needed, before = {"videogen-desktop (pyproject.toml)"}, 0
    while len(needed) != before:
        before = len(needed)
        needed |= {name for name, why in needed_by.items() if why & needed}
    environment = {"sys_platform": SYSTEMS[system], "python_full_version": "3.11.7"}
    found = {}
    for block in blocks:
        wanted = Requirement(block.split(" \\")[0])
        if wanted.name in needed and (wanted.marker is None or wanted.marker.evaluate(environment)):
            found[wanted.name] = str(wanted.specifier).removeprefix("==")
    return found


# --- every package, every library -----------------------------------------------------------------


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_package_that_goes_into_a_folder_has_an_entry(system: str) -> None:
    assert {"av", "pyside6-essentials", "typing-extensions"} <= locked(system).keys()
    assert locked(system).keys() - {one.name for one in KNOWN} == set()


def test_what_only_one_system_needs_is_among_them() -> None:
    assert "pywin32-ctypes" in locked("windows").keys() - locked("linux").keys()
    assert "secretstorage" in locked("linux").keys() - locked("macos").keys()


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_library_of_the_wheels_belongs_to_exactly_one_entry(system: str) -> None:
    whose = {
        path: [one.name for one in owners(path, b"", KNOWN)]
        for where, path in CARRIED
        if where == system
    }
    assert len(whose) > 80
    assert {path: names for path, names in whose.items() if len(names) != 1} == {}


@pytest.mark.parametrize("name", ["vcruntime140.dll", "VCRUNTIME140_1.dll", "ucrtbase.dll"])
def test_the_runtime_of_windows_has_one_entry_in_either_case(name: str) -> None:
    assert names(name) == names(f"PySide6/{name}") == ["microsoft-runtime"]


def test_what_a_wheel_hides_was_read_from_the_version_that_is_locked() -> None:
    """A new version of a wheel carries other versions: look into it, then say them here."""
    carriers = {one.carrier for one in KNOWN if one.carrier}
    assert carriers == {f"{name} {locked('linux')[name]}" for name in map(first_word, carriers)}


def first_word(text: str) -> str:
    return text.split(" ", maxsplit=1)[0]


def test_clips_can_be_joined_on_every_system_because_each_wheel_has_x264() -> None:
    whose = {where for where, path in CARRIED if names(path) == ["x264"]}
    assert whose == set(SYSTEMS)


def names(path: str) -> list[str]:
    return [one.name for one in owners(path, b"", KNOWN)]


# --- the entries ----------------------------------------------------------------------------------


def test_every_text_that_an_entry_names_is_there_and_each_is_named() -> None:
    named = {text_path(name) for one in KNOWN for name in one.texts}
    assert [path for path in named if not path.is_file()] == []
    assert set((ROOT / "packaging" / "notices" / "texts").iterdir()) <= named


def test_everything_that_obliges_to_give_sources_says_where_they_are() -> None:
    obliged = [one for one in KNOWN if one.needs_source]
    assert {"ffmpeg-of-pyav", "x264", "x265-of-pyav", "qt", "pyside6", "libheif"} <= {
        one.name for one in obliged
    }
    unsaid = [one.name for one in obliged if not is_exact(one)]
    # Given by who built it; they are under a permissive exception.
    assert unsaid == ["mingw-runtime"]


def is_exact(one: Component) -> bool:
    """The address names the very version, or the commit."""
    exact = ["{version}", *re.findall(r"\d+\.[\d.]+|[0-9a-f]{40}", one.version)]
    return one.source.startswith("https://") and any(text in one.source for text in exact)


def test_a_path_is_told_below_what_python_imports_on_each_system() -> None:
    for path in (
        "_internal/av/_core.abi3.so",
        "VideoGen.app/Contents/Frameworks/av/_core.abi3.so",
    ):
        assert inner_path(PurePosixPath(path)) == "av/_core.abi3.so"
    assert inner_path(PurePosixPath("videogen")) == "videogen"


# --- a folder -------------------------------------------------------------------------------------


@pytest.fixture
def made_up(tmp_path: Path) -> Path:
    """Like a folder: two packages, and what one of them hides."""
    inner = tmp_path / "_internal"
    for name, licence in (("videogen-desktop", "MIT License"), ("av", "BSD of PyAV")):
        metadata = inner / f"{name.replace('-', '_')}-18.1.0.dist-info" / "licenses"
        metadata.mkdir(parents=True)
        (metadata / "LICENSE.txt").write_text(licence)
        said = f"Metadata-Version: 2.4\nName: {name}\nVersion: 18.1.0\n"
        (metadata.parent / "METADATA").write_text(said)
    native(inner / "av.libs" / "libx264-d6533a8d.so.165")
    native(inner / "av.libs" / "libx265-f5385bb8.so.216")
    # Named as the package is.
    native(tmp_path / "videogen-desktop")
    return tmp_path


def native(path: Path, content: bytes = b"\x7fELF") -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)


def test_the_notices_name_what_is_there_with_its_text_and_its_sources(made_up: Path) -> None:
    said = third_party.write(made_up).read_text("utf-8")
    assert "GNU General Public License, version 3 or (at your option)" in said
    assert "FFmpeg as it is linked with x264 and x265." in said
    assert "x264 (encodes H.264) 0.165" in said
    assert "https://code.videolan.org/videolan/x264/-/archive/b35605ace3ddf7c1" in said
    assert "BSD of PyAV" in said
    assert "GNU GENERAL PUBLIC LICENSE" in said
    assert "dav1d" not in said


def test_a_stand_in_is_not_called_what_it_stands_for(made_up: Path) -> None:
    assert "x265 (of PyAV, encodes HEVC) 4.2" in third_party.notices(present(made_up))
    mark = next(one.mark for one in KNOWN if one.name == "x265-stand-in")
    assert mark in (ROOT / "packaging" / "bundle" / "no_x265.c").read_text("utf-8")
    native(
        made_up / "_internal" / "av.libs" / "libx265-f5385bb8.so.216", b"\x7fELF" + mark.encode()
    )
    said = third_party.notices(present(made_up))
    assert "Stand-in for x265" in said
    assert "x265 (of PyAV" not in said
    assert "FFmpeg as it is linked with x264." in said


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("libstray.so", b"\x7fELF\x02"),
        ("stray.dll", b"MZ\x90\0"),
        ("libstray.dylib", b"\xcf\xfa\xed\xfe"),
        ("libstray.2.dylib", b"\xca\xfe\xba\xbe"),
    ],
)
def test_a_library_that_belongs_to_no_entry_is_refused(
    made_up: Path, name: str, content: bytes
) -> None:
    native(made_up / "_internal" / name, content)
    with pytest.raises(UnknownFilesError, match=re.escape(f"{name}: no entry")):
        third_party.write(made_up)
    assert not (made_up / third_party.NAME).exists()


def test_a_package_that_has_no_entry_is_refused(made_up: Path) -> None:
    metadata = made_up / "_internal" / "unheard_of-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.4\nName: Unheard.Of\nVersion: 1.0\n")
    with pytest.raises(UnknownFilesError, match="unheard-of: no entry"):
        third_party.write(made_up)


def test_a_module_without_metadata_is_refused_too(made_up: Path) -> None:
    """PyInstaller follows what a library would import if it were there, and the tests' are."""
    (made_up / "_internal" / "hypothesis").mkdir()
    with pytest.raises(UnknownFilesError, match="hypothesis: no entry"):
        third_party.write(made_up)


def test_the_bill_of_materials_is_valid_and_has_what_wheels_hide(made_up: Path) -> None:
    bill = json.loads(sbom.write(made_up, 1_800_000_000).read_text("utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["name"] == "VideoGen Desktop"
    listed = {one["bom-ref"]: one for one in bill["components"]}
    assert listed["av"]["purl"] == "pkg:pypi/av@18.1.0"
    hidden = listed["x264"]
    assert hidden["version"].startswith("0.165")
    assert hidden["licenses"] == [{"license": {"id": "GPL-2.0-or-later"}}]
    assert hidden["properties"] == [{"name": "carrier", "value": "av 18.1.0"}]
    assert hidden["components"][0]["name"] == "_internal/av.libs/libx264-d6533a8d.so.165"


def test_crates_that_a_wheel_says_are_linked_into_it_are_listed_too(made_up: Path) -> None:
    bills = made_up / "_internal" / "av-18.1.0.dist-info" / "sboms"
    bills.mkdir()
    said = [
        {
            "name": "pyo3",
            "version": "0.29.0",
            "purl": "pkg:cargo/pyo3@0.29.0?x=1",
            "licenses": [{"expression": "MIT OR Apache-2.0"}],
        },
        {"name": "av", "version": "18.1.0", "purl": "pkg:pypi/av@18.1.0"},
        {"name": "libimagequant", "version": "4.4.1", "purl": "pkg:generic/libimagequant@4.4.1"},
    ]
    # Two bills that name the same.
    for name in ("rust.cdx.json", "auditwheel.cdx.json"):
        (bills / name).write_text(json.dumps({"components": said}))
    (part,) = next(one for one in present(made_up) if one.component.name == "av").parts()
    assert part == Part("pyo3", "0.29.0", "MIT OR Apache-2.0", "pkg:cargo/pyo3@0.29.0")
    assert "with pyo3 0.29.0, MIT OR Apache-2.0" in third_party.notices(present(made_up))
    bill = json.loads(sbom.write(made_up, 0).read_text("utf-8"))
    listed = next(one for one in bill["components"] if one["bom-ref"] == "av")
    assert [one["purl"] for one in listed["components"]] == ["pkg:cargo/pyo3@0.29.0"]


def test_an_application_beside_the_folder_gets_both(made_up: Path) -> None:
    """Where `resources.notices_path` looks for them on macOS."""
    folder, resources = made_up / "_internal", made_up / "VideoGen.app" / "Contents" / "Resources"
    resources.mkdir(parents=True)
    build.describe(folder)
    assert {path.name for path in resources.iterdir()} == {third_party.NAME, sbom.NAME}


def test_the_same_folder_gives_the_same_bill(made_up: Path) -> None:
    first, second = (sbom.write(made_up, 1_800_000_000).read_bytes() for _ in range(2))
    assert first == second


def test_a_bill_that_is_not_valid_is_an_error(
    made_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(JsonV1Dot6, "output_as_string", lambda *_, **__: '{"x": 1}')
    with pytest.raises(sbom.InvalidBillError):
        sbom.write(made_up, 0)


# --- the folder that `make bundle` made -----------------------------------------------------------


@pytest.mark.full
@on_linux
@as_shipped
def test_the_folder_has_its_notices_and_its_bill(folder: Folder) -> None:
    said = (folder.path / third_party.NAME).read_text("utf-8")
    bill = json.loads((folder.path / sbom.NAME).read_text("utf-8"))
    titles = {one["name"] for one in bill["components"]}
    assert {"Qt", "FFmpeg (of Qt, plays clips)", "x264 (encodes H.264)", "OpenSSL", "ICU"} <= titles
    assert {"SQLite", "Python", "libheif", "PyInstaller's boot loader"} <= titles
    assert titles >= {"Stand-in for x265, of VideoGen Desktop"}
    assert not [title for title in titles if title.startswith("x265")]
    assert [title for title in titles if title not in said] == []


@pytest.mark.full
@on_linux
@as_shipped
def test_a_stray_library_in_it_is_refused(folder: Folder, tmp_path: Path) -> None:
    own = folder.copy(tmp_path / "own")
    (own.internal / "libstray.so").write_bytes((own.internal / "libz.so.1").read_bytes())
    with pytest.raises(UnknownFilesError, match=r"libstray\.so: no entry"):
        present(own.path)


def test_names_of_packages_have_one_spelling() -> None:
    assert normalized("Jaraco.Classes") == normalized("jaraco_classes") == "jaraco-classes"
