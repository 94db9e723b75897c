"""What holds for the repository as a whole and no linter looks at."""

import ast
import io
import re
import sys
import tokenize
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from videogen_desktop.providers.vendors import vendors

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "videogen_desktop"
LONGEST_FILE = 400
# What the ledger has for a video; `grant` and `reconcile` are of a wallet.
LEDGER_MOVES = {"reserve", "capture", "void", "refund", "settle"}
# A person's folder, and where packages are fetched from: neither is the same elsewhere.
PERSONAL_PATH = re.compile(rb"(?<![\w.])(/home/\w+/|/Users/\w+/|/root/|[A-Z]:\\Users\\\w+\\)")
PACKAGE_SOURCE = re.compile(rb"pythonhosted|index-url|/simple/?\b|find-links")
# A vendor is a package and its name in a list; a third place is the embedded vendor's server.
VENDORS_HOME = (
    *(f"providers/{vendor.name}/" for vendor in vendors()),
    "providers/vendors.py",
    "sandbox/",
)
WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
# Elsewhere, with the reason.
ELSEWHERE = {
    ("cli/sandbox.py", None): "the command that starts that program",
    ("cli/main.py", '"sandbox"'): "the command's name",
    ("program/options.py", '"VIDEOGEN_SANDBOX_ARGUMENTS"'): "the options of that program",
    ("storage/private_paths.py", '"sandbox"'): "a folder that earlier versions left open",
    ("storage/earlier_requests.py", None): "requests as libraries before revision 0003 have them",
    # In these the word is not a name but English for the wallet of play money; Vietnamese says
    # "ví thử nghiệm" and "máy chủ thử nghiệm".
    ("cli/errors.py", '"The sandbox did not start or has ended."'): "English for play money",
    ("ui/errors.py", '"The sandbox stopped. Start the program again."'): "English for play money",
    ("ui/account/wording.py", '"Sandbox"'): "English for play money",
    (
        "ui/header.py",
        '"This is the sandbox: its credits are not real and nothing costs anything."',
    ): "English for play money",
}


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_no_file_names_a_persons_folder_or_a_package_source(committed: list[Path]) -> None:
    offenders = [
        f"{path.relative_to(ROOT)}: {found.group().decode()}"
        for path in committed
        if path != Path(__file__)
        for pattern in (PERSONAL_PATH, PACKAGE_SOURCE)
        if (found := pattern.search(path.read_bytes()))
    ]
    assert offenders == []


def test_nothing_is_committed_that_is_made_on_each_machine(committed: list[Path]) -> None:
    made = {".qm", ".pyc", ".sqlite3", ".db", ".part"}
    assert [path for path in committed if path.suffix in made or path.name == "uv.lock"] == []


def test_packaging_stays_a_folder_of_scripts() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists(), "it would hide the library"


def test_every_module_can_be_read_in_one_sitting(committed: list[Path]) -> None:
    modules = [path for path in committed if path.suffix == ".py"]
    lengths = {str(path.relative_to(ROOT)): _line_count(path) for path in modules}
    assert {name: count for name, count in lengths.items() if count > LONGEST_FILE} == {}


def test_a_newcomer_is_told_where_to_add_each_kind_of_thing() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = [row for row in text.partition("## Where to begin")[2].splitlines() if row[:4] == "| a "]
    assert len(rows) == 7
    assert all(_places(row) for row in rows)


def test_every_place_that_the_documents_name_exists(committed: list[Path]) -> None:
    known = {place for path in committed for place in (path, *path.parents)}
    for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"):
        bases = (ROOT, ROOT / "videogen_desktop")
        for place in _places((ROOT / name).read_text(encoding="utf-8")):
            assert any(base / place in known for base in bases), (name, place)


def _places(text: str) -> list[str]:
    """Files and folders between backticks."""
    return re.findall(r"`([a-z0-9_-]+/[a-z0-9_./-]*)`", text)


def test_every_file_says_what_it_is_and_asks_nothing() -> None:
    """149 of 567 began with a question word."""
    asks = re.compile(r"(What|How|Where|Which|Who|Whose|When|Why)\b")
    for path in (ROOT / "videogen_desktop").rglob("*.py"):
        said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        assert not asks.match(said), path
        assert said or path.name == "__init__.py" or path.parent.name == "migrations", path


def _line_count(path: Path) -> int:
    return len(path.read_bytes().splitlines())


# What Windows has not, ends the process for, or asks a privilege for.
_OF_POSIX = re.compile(
    r"os\.(kill|killpg|fork|mkfifo|getuid|geteuid)\b|signal\.SIG(KILL|STOP|CONT|HUP)|send_signal\("
    r"|\.terminate\(\)|symlink_to\(|/dev/full|/proc/|\bis_running\("
)
_KNOWS_THE_SYSTEM = re.compile(r"sys\.platform|hasattr\((os|select|signal)|DEATHS|@on_linux")


def test_tests_that_assume_posix_say_so_with_a_reason() -> None:
    """All others are meant to pass on Windows."""
    careless = []
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        text = path.read_text(encoding="utf-8")
        if not _OF_POSIX.search(text) or path == Path(__file__):
            continue
        module = ast.parse(text)
        marks = [ast.unparse(node) for node in module.body if isinstance(node, ast.Assign)]
        if any(mark.startswith("pytestmark") and "sys.platform" in mark for mark in marks):
            continue
        for node in module.body:
            if not (isinstance(node, ast.FunctionDef) and node.name.startswith("test_")):
                continue
            said = ast.unparse(node)
            if _OF_POSIX.search(said) and not _KNOWS_THE_SYSTEM.search(said):
                careless.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    assert not careless


def test_no_child_opens_a_console_of_its_own() -> None:
    """Beside a window of Windows each child would: only flags keep it from that."""
    starts = {"run", "Popen", "create_subprocess_exec"}
    children = {
        f"{path.relative_to(ROOT)}:{call.lineno}": {keyword.arg for keyword in call.keywords}
        for path in PROGRAM.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in starts
        and "subprocess" in ast.unparse(call)
    }
    assert len(children) == 3
    assert all("creationflags" in named for named in children.values()), children


def test_files_are_replaced_and_removed_by_what_waits_for_others_to_let_go() -> None:
    """On Windows a scanner that looked into a finished clip kept it from getting its name."""
    rooms = {
        PROGRAM / "held_files.py",
        PROGRAM / "sandbox" / "encode.py",  # imports nothing of the rest, and costs nobody money
        PROGRAM / "ui" / "single_instance.py",  # empty marks, and its thread waits for nothing
    }
    offenders = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted({*PROGRAM.rglob("*.py")} - rooms)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Attribute) and node.attr == "unlink")
        or (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in {"rename", "replace"}
            and (len(node.args), len(node.keywords)) == (1, 0)
        )
    ]
    assert not offenders


def test_only_transitions_move_a_videos_money_or_change_its_state() -> None:
    rooms = {PROGRAM / "services" / "transitions.py", PROGRAM / "storage" / "video_replay.py"}
    offenders = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sorted({*PROGRAM.rglob("*.py")} - rooms)
        for line in _transitions(path, also_state=PROGRAM / "services" in path.parents)
    ]
    assert offenders == []
    for room in rooms:
        assert [*_transitions(room, also_state=True)], f"nothing is seen in {room.name}"


def _transitions(path: Path, *, also_state: bool) -> Iterator[int]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in LEDGER_MOVES:
            if getattr(node.value, "attr", getattr(node.value, "id", "")) == "ledger":
                yield node.lineno
        elif also_state and isinstance(node, ast.Call):
            if _changes_state(node):
                yield node.lineno
        elif also_state and isinstance(node, ast.Constant) and node.value == "state":
            # A key of what `change` is given.
            yield node.lineno


def _changes_state(call: ast.Call) -> bool:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    given = {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords}
    if name == "Video":
        # What was found begins without money, wherever it comes from.
        return given.get("origin", "Origin.GENERATED") == "Origin.GENERATED"
    return name in {"change", "change_many", "replace"} and "state" in given


def test_services_await_the_library_and_hold_no_transaction_open() -> None:
    """It may be far away: whoever asks hands over what is to be done in one transaction."""
    offenders = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sorted((PROGRAM / "services").rglob("*.py"))
        for line in _held_transactions(path.read_text("utf-8"))
    ]
    assert offenders == []
    assert [*_held_transactions("async with lock, library.writing() as rows:\n    pass")] == [1]


def _held_transactions(source: str) -> Iterator[int]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.With | ast.AsyncWith):
            for item in node.items:
                called = getattr(item.context_expr, "func", None)
                name = getattr(called, "attr", getattr(called, "id", ""))
                if name in {"reading", "writing", "read", "write", "open_reader", "open_guest"}:
                    yield node.lineno


def test_every_translated_text_can_be_extracted() -> None:
    """lupdate takes an f-string literally and sees no plural in a keyword: neither ever matches."""
    offenders = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in [*(PROGRAM / "ui").rglob("*.py"), PROGRAM / "app.py"]
        for call in _translation_calls(path)
        if any(isinstance(argument, ast.JoinedStr) for argument in call.args) or call.keywords
    ]
    assert offenders == []


def _translation_calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in {"tr", "translate"}:
                yield node


@pytest.mark.parametrize("part", ["domain", "executable.py", "held_files.py", "resources.py"])
def test_the_innermost_parts_need_only_the_standard_library(part: str) -> None:
    allowed = sys.stdlib_module_names | {"videogen_desktop"}
    # What unicodedata does not know: where a reader's character ends.
    unicode_tables = (str(PROGRAM / "domain" / "text.py"), "wcwidth")
    path = PROGRAM / part
    imported = {
        (str(module), name.partition(".")[0])
        for module in (path.rglob("*.py") if path.is_dir() else [path])
        for name in _imported_names(module)
    }
    assert {entry for entry in imported if entry[1] not in allowed} <= {unicode_tables}


def _imported_names(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.fixture(scope="module")
def pins() -> dict[str, list[str]]:
    """Every package of the lock, with each version that it stands there with."""
    found: dict[str, list[str]] = {}
    for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines():
        if pin := re.match(r"([A-Za-z0-9][\w.-]*)(?:\[[\w,-]+\])?==([\w.+!-]+)", line):
            found.setdefault(canonicalize_name(pin[1]), []).append(pin[2])
    return found


def test_every_python_and_platform_gets_the_same_versions(pins: dict[str, list[str]]) -> None:
    """uv takes the newest that each Python can have: 3.12 once got a PyAV that nobody had run."""
    assert {name: versions for name, versions in pins.items() if len(versions) > 1} == {}


def test_the_lock_holds_every_declared_dependency(
    project: dict[str, Any], pins: dict[str, list[str]]
) -> None:
    declared = [
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
        *project["build-system"]["requires"],
    ]
    for requirement in map(Requirement, declared):
        versions = pins.get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement.name} is not in the lock: make lock"
        assert all(version in requirement.specifier for version in versions), requirement


def named_vendors() -> Iterator[tuple[str, str]]:
    """Files and words that name a vendor: names, texts and comments alike."""
    names = {word.lower() for vendor in vendors() for word in WORDS.findall(vendor.name)}
    names |= {word.lower() for vendor in vendors() for word in WORDS.findall(vendor.short_title)}
    spellings = {model.id for vendor in vendors() for model in vendor.models}
    spellings |= {vendor.title for vendor in vendors()}
    for path in sorted(PROGRAM.rglob("*.py")):
        file = path.relative_to(PROGRAM).as_posix()
        text = path.read_text("utf-8")
        lower = text.lower()
        if file.startswith(VENDORS_HOME) or not any(
            one.lower() in lower for one in names | spellings
        ):
            continue
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            said = {word.lower() for word in WORDS.findall(token.string)}
            if said & names or any(spelling in token.string for spelling in spellings):
                yield file, token.string


def test_nothing_but_its_package_and_the_list_names_a_vendor() -> None:
    found = set(named_vendors())
    allowed = {one for one in found if one in ELSEWHERE or (one[0], None) in ELSEWHERE}
    assert sorted(found - allowed) == []
    # An exception that nobody needs any more would let the next one in.
    needed = {one if one in ELSEWHERE else (one[0], None) for one in allowed}
    assert set(ELSEWHERE) - needed == set()
