"""Of the checkout and the code: what works here and not where names, code pages or line ends are
others."""

import ast
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from videogen_desktop.storage import schema

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "videogen_desktop"
# Of Windows: <https://learn.microsoft.com/windows/win32/fileio/naming-a-file>.
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$')
# Of 260 characters, a folder such as C:\Users\a-name-of-twenty-chars\Documents\projects\videogen
# and what git adds while it writes take the rest.
LONGEST = 150


def test_every_system_can_check_the_files_out(committed: list[Path]) -> None:
    names = [path.relative_to(ROOT).as_posix() for path in committed]
    parts = {part for name in names for part in PurePosixPath(name).parts}
    assert [part for part in parts if RESERVED.match(part) or FORBIDDEN.search(part)] == []
    assert [name for name in names if len(name) > LONGEST] == []
    # Windows and macOS take them for one.
    alike = Counter(name.casefold() for name in names)
    assert [name for name, times in alike.items() if times > 1] == []


def test_the_files_have_the_same_bytes_on_every_system(committed: list[Path]) -> None:
    """A git of Windows turns line ends, if it is not told: then digests and signatures differ."""
    command = ["git", "ls-files", "--eol", "-z", "--cached"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.decode()
    for line in filter(None, listed.split("\0")):
        facts, _, name = line.partition("\t")
        assert facts.split()[0] in {"i/lf", "i/-text", "i/none"}, name
        assert "eol=lf" in facts, name


def test_every_text_file_is_read_and_written_in_a_named_encoding() -> None:
    """Elsewhere it is UTF-8 anyway; Windows takes a code page of eight bits, cp1258 in Vietnam."""
    careless = [
        f"{path.relative_to(ROOT)}:{line}"
        for folder in (PROGRAM, ROOT / "packaging")
        for path in sorted(folder.rglob("*.py"))
        for line in _without_encoding(path)
    ]
    assert careless == []


def _without_encoding(path: Path) -> Iterator[int]:
    for call in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        given = {keyword.arg for keyword in call.keywords}
        positional = [ast.unparse(argument) for argument in call.args]
        # The encoding is the first argument of the one and the second of the other.
        if (
            (name == "read_text" and not positional)
            or (name == "write_text" and len(positional) < 2)
            or (name in {"run", "Popen", "check_output"} and given & {"text", "universal_newlines"})
        ):
            if "encoding" not in given:
                yield call.lineno
        elif name == "open" and _opens_text(call) and "encoding" not in given:
            yield call.lineno


def _opens_text(call: ast.Call) -> bool:
    """Of a path or by name; `os.open`, `tarfile.open` and the like take no mode of this kind."""
    is_of_module = isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name)
    if is_of_module and ast.unparse(call.func).partition(".")[0] in {
        "os",
        "tarfile",
        "av",
        "Image",
    }:
        return False
    mode = call.args[0] if isinstance(call.func, ast.Attribute) and call.args else None
    modes = [mode, *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
    said = [one.value for one in modes if isinstance(one, ast.Constant)]
    return any(isinstance(one, str) and re.fullmatch(r"[rwax]\+?t?", one) for one in said)


_RULES_OF = """
import sys
from pathlib import Path
from videogen_desktop.storage import schema
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.library import open_library
library = open_library(directories(Path(sys.argv[1])), 1)
with library.reading() as rows:
    print(schema.__file__, schema.fingerprint(rows.connection))
"""


def test_the_rules_of_the_ledger_are_the_same_with_line_ends_of_windows(tmp_path: Path) -> None:
    copy = tmp_path / "code" / "videogen_desktop"
    shutil.copytree(PROGRAM, copy, ignore=shutil.ignore_patterns("__pycache__", "ui"))
    for path in copy.rglob("*.sql"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    done = subprocess.run(
        [sys.executable, "-P", "-c", _RULES_OF, str(tmp_path / "library")],
        capture_output=True,
        check=True,
        encoding="utf-8",
        cwd=tmp_path / "code",
        env={"PYTHONPATH": str(tmp_path / "code"), "PATH": "", "HOME": str(tmp_path)},
    )
    file, _, rules = done.stdout.strip().rpartition(" ")
    assert Path(file).is_relative_to(copy)
    assert rules == schema.FINGERPRINT
