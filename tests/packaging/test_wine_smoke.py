"""What `make wine-smoke` makes of what it saw; it runs by hand, as root, in half an hour."""

import ast
from pathlib import Path

import pytest
from windows import wine_smoke, wine_tests
from windows.wine import HERE, STUBS, Wine
from windows.wine_tests import Outcome

from videogen_desktop import __version__

ROOT = Path(__file__).resolve().parents[2]
KNOWN = {"tests/a.py::test_one[x]": "why", "tests/a.py::test_many": "why"}


def problems(passed: set[str], failed: set[str]) -> list[str]:
    return [*wine_tests.problems(Outcome(frozenset(passed), frozenset(failed)), KNOWN)]


def test_only_what_wine_lacks_may_fail() -> None:
    as_known = {"tests/a.py::test_one[x]", "tests/a.py::test_many[1]"}
    assert problems({"tests/a.py::test_many[2]"}, as_known) == []
    unknown = "tests/a.py::test_one[y]"
    assert problems(set(), as_known | {unknown}) == [f"{unknown} fails"]


def test_what_wine_has_learnt_leaves_the_list() -> None:
    passed = {"tests/a.py::test_one[x]", "tests/a.py::test_many[1]", "tests/a.py::test_many[2]"}
    assert problems(passed, set()) == [
        "tests/a.py::test_many is listed, and passes",
        "tests/a.py::test_one[x] is listed, and passes",
    ]
    assert "is listed, and does not run" in problems(set(), {"tests/a.py::test_one[x]"})[0]


def test_a_report_without_tests_is_no_success(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(
        "<testsuites><testsuite>"
        '<testcase classname="tests.domain.test_text" name="test_it[a]"/>'
        '<testcase classname="tests.domain.test_text" name="test_it[b]"><failure/></testcase>'
        '<testcase classname="tests.domain.test_text" name="test_it[c]"><skipped/></testcase>'
        '<testcase classname="tests.domain.test_text" name="test_it[d]"/>'
        '<testcase classname="tests.domain.test_text" name="test_it[d]"><error/></testcase>'
        '<testcase classname="" name="tests.cli.test_broken"><error/></testcase>'
        "</testsuite></testsuites>",
        "utf-8",
    )
    outcome = wine_tests.read(report)
    test = "tests/domain/test_text.py::test_it"
    assert outcome.passed == {f"{test}[a]"}
    assert outcome.failed == {f"{test}[b]", f"{test}[d]", "tests.cli.test_broken"}


def test_every_lack_of_wine_has_a_reason_and_a_test_that_exists() -> None:
    lacking = wine_tests.lacks()
    for test, reason in lacking.items():
        path, _, name = test.partition("::")
        assert path.startswith(wine_tests.FOLDERS)
        module = ast.parse((ROOT / path).read_text("utf-8"))
        functions = {node.name for node in ast.walk(module) if isinstance(node, ast.FunctionDef)}
        assert name.partition("[")[0] in functions, test
        assert len(reason) > 30, test


@pytest.mark.parametrize("bad", ['reason = ""\ntests = ["a"]', 'reason = "why"\ntests = []'])
def test_a_lack_without_a_reason_is_refused(tmp_path: Path, bad: str) -> None:
    path = tmp_path / "lacks.toml"
    path.write_text(f"[[lack]]\n{bad}\n", "utf-8")
    with pytest.raises(ValueError, match="no reason"):
        wine_tests.lacks(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """As PyInstaller makes it, with programs that say their version."""
    internal = tmp_path / "videogen-desktop" / "_internal"
    (internal / "av.libs").mkdir(parents=True)
    for name in wine_smoke.PROGRAMS:
        said = b"MZ" + __version__.encode("utf-16-le")
        (internal.parent / f"{name}.exe").write_bytes(said)
    (internal / "av.libs" / "avcodec-62.dll").write_bytes(bytes(2 * wine_smoke.MEGABYTE))
    return internal.parent


def test_a_folder_of_windows_is_looked_through(folder: Path) -> None:
    assert [*wine_smoke.folder_problems(folder, 1)] == []
    internal = folder / "_internal"
    (internal / "avcodec-62.dll").write_bytes(bytes(2 * wine_smoke.MEGABYTE))
    (internal / "icuuc.dll").touch()
    (folder / "videogen.exe").write_bytes(b"MZ")
    found = " / ".join(wine_smoke.folder_problems(folder, 500 * wine_smoke.MEGABYTE))
    for word in (
        "larger than",
        "avcodec-62.dll lies in it",
        "icuuc.dll is Windows' own",
        "version",
    ):
        assert word in found, word


def test_windows_sees_the_folder_that_both_share(tmp_path: Path) -> None:
    wine = Wine(tmp_path)
    place = wine.exchange / "source" / "a b"
    assert wine.path(place) == "Z:\\exchange\\source\\a b"
    assert wine.inner(place) == "/exchange/source/a b"
    with pytest.raises(ValueError, match="is not in the subpath"):
        wine.path(tmp_path / "elsewhere")


def test_every_stand_in_for_a_library_of_windows_has_its_source_and_is_never_shipped() -> None:
    assert {path.name for path in HERE.glob("*_stub.c")} == {f"{name}_stub.c" for name in STUBS}
    assert all("never shipped" in (HERE / f"{name}_stub.c").read_text("utf-8") for name in STUBS)
