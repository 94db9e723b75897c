"""The set-up runs with any bare Python, and knows when there is nothing to do."""

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import privileged_install
import pytest
import pythons
import setup_environment
import system_libraries

from videogen_desktop.program import system_libraries as shipped
from videogen_desktop.program.system_libraries import Packages

SCRIPTS = Path(setup_environment.__file__).parent
BARE = [
    *("compile_translations.py", "privileged_install.py", "pythons.py"),
    "setup_environment.py",
]


@pytest.mark.parametrize("name", BARE)
def test_the_set_up_needs_nothing_but_the_standard_library(name: str) -> None:
    nodes = list(ast.walk(ast.parse((SCRIPTS / name).read_text("utf-8"))))
    modules = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    own = {Path(script).stem for script in BARE}
    assert {module.partition(".")[0] for module in modules} <= sys.stdlib_module_names | own


@pytest.mark.parametrize("name", ["setup_environment.py", "pythons.py"])
def test_an_old_python_can_read_the_sentence_that_refuses_it(name: str) -> None:
    ast.parse((SCRIPTS / name).read_text("utf-8"), feature_version=(3, 7))
    source = (SCRIPTS / "setup_environment.py").read_text("utf-8")
    assert source.index("pythons.refusal") < source.index("import privileged_install")


# A Python that says it is another one, with the arguments that follow.
OF_VERSION = """
import runpy, sys
sys.version_info = {version}
{then}
"""


@pytest.mark.parametrize("version", [(3, 10), (3, 14), (4, 0)])
def test_a_python_that_nobody_tested_is_refused_with_one_sentence(version: tuple[int, int]) -> None:
    script = SCRIPTS / "setup_environment.py"
    then = (
        f"sys.path.insert(0, {str(SCRIPTS)!r}); runpy.run_path({str(script)!r}, {{}}, '__main__')"
    )
    command = [sys.executable, "-c", OF_VERSION.format(version=(*version, 0), then=then)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [pythons.refusal(version)]
    assert f"3.11 to 3.13 and on no other; this one is {pythons.name(version)}." in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sh")
def test_where_only_an_untested_python_is_on_path_the_set_up_says_which_it_needs(
    tmp_path: Path,
) -> None:
    shell = tmp_path / "packaging" / "setup.sh"
    shell.parent.mkdir()
    shutil.copy(SCRIPTS / "setup.sh", shell)
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "dirname").symlink_to(shutil.which("dirname") or "")
    newer = OF_VERSION.format(version=(3, 14, 0), then="exec(sys.argv[1])")
    (programs / "python3").write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{newer}" "$2"\n')
    (programs / "python3").chmod(0o755)
    command = ["/bin/sh", str(shell)]
    done = subprocess.run(command, capture_output=True, text=True, env={"PATH": str(programs)})
    assert (done.returncode, done.stdout) == (1, "")
    assert "tested on Python 3.11 to 3.13, and none of them is on PATH." in done.stderr


def test_every_place_names_the_same_pythons() -> None:
    root = setup_environment.ROOT
    first, last = pythons.TESTED[0], pythons.TESTED[-1]
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["requires-python"] == f">={pythons.name(first)},<{last[0]}.{last[1] + 1}"
    shell = (root / "packaging" / "setup.sh").read_text("utf-8")
    assert f"{first} <= sys.version_info[:2] <= {last}" in shell
    wanted = [f"python{pythons.name(version)}" for version in reversed(pythons.TESTED)]
    assert " ".join(wanted) in shell
    sentence = f"Python {pythons.name(first)} to {pythons.name(last)}"
    assert sentence in shell
    assert sentence in (root / "README.md").read_text("utf-8")


def test_a_python_is_found_where_pyenv_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    own = sys.version_info[:2]
    assert pythons.installed(own) is None
    name = pythons.name(own)
    program = tmp_path / "versions" / f"{name}.7" / "bin" / f"python{name}"
    stand_in_for_python(program)
    found = pythons.installed(own)
    assert found is not None
    assert Path(found).name.startswith("python")


def test_a_changed_lock_and_a_moved_folder_renew_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("one")
    monkeypatch.setattr(setup_environment, "LOCK", lock)
    environment = setup_environment.Environment(tmp_path / "environment")
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    assert not environment.is_complete()
    environment.mark.write_text(setup_environment.wanted_mark())
    assert environment.is_complete()

    lock.write_text("two")
    assert not environment.is_complete()

    lock.write_text("one")
    moved = tmp_path / "moved"
    moved.mkdir()
    (moved / "pyproject.toml").write_bytes((setup_environment.ROOT / "pyproject.toml").read_bytes())
    monkeypatch.setattr(setup_environment, "ROOT", moved)
    assert not environment.is_complete()


def test_an_environment_made_elsewhere_is_not_used(tmp_path: Path) -> None:
    environment = setup_environment.Environment(tmp_path)
    assert not environment.is_usable()
    stand_in_for_python(environment.python)
    configuration = tmp_path / "pyvenv.cfg"
    configuration.write_text("command = python3 -m venv elsewhere")
    assert not environment.is_usable()
    configuration.write_text(f"command = python3 -m venv {tmp_path}")
    assert environment.is_usable()


def test_the_set_up_compiles_the_texts_of_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """README's steps for Windows started an English window: only `make run` compiled them."""
    for name in ("packaging", "i18n"):
        shutil.copytree(setup_environment.ROOT / name, tmp_path / name)
    for name in ("pyproject.toml", "requirements.lock"):
        shutil.copy(setup_environment.ROOT / name, tmp_path)
    monkeypatch.setattr(setup_environment, "ROOT", tmp_path)
    environment = setup_environment.Environment(tmp_path / ".venv")
    stand_in_for_python(environment.python)
    environment.mark.write_text(setup_environment.wanted_mark())
    set_up = [sys.executable, str(tmp_path / "packaging" / "setup_environment.py")]
    assert subprocess.run([*set_up, "--check"]).returncode == 1
    subprocess.run(set_up, check=True, stdout=subprocess.DEVNULL)
    compiled = {path.stem for path in (tmp_path / "build" / "i18n").glob("*.qm")}
    assert compiled == {path.stem for path in (tmp_path / "i18n").glob("*.ts")}
    assert subprocess.run([*set_up, "--check"]).returncode == 0


def stand_in_for_python(program: Path) -> None:
    """The Python that runs the tests, at another place."""
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    program.chmod(0o755)


def test_a_python_without_an_environment_can_look_for_libraries() -> None:
    script = SCRIPTS / "system_libraries.py"
    # No site-packages, and so no program that was installed.
    bare = [sys.executable, "-I", "-S", "-c", f"import runpy; runpy.run_path({str(script)!r})"]
    path = f"import sys; sys.path.insert(0, {str(SCRIPTS)!r});"
    bare[-1] = f"{path} {bare[-1]}"
    assert subprocess.run(bare, capture_output=True).returncode == 0


def test_a_missing_library_is_named_with_the_one_command_that_brings_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shipped, "LIBRARIES", {"libabsent.so.9": Packages("libabsent9", "absent")})
    monkeypatch.setattr(privileged_install, "possible", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    assert not system_libraries.ensure_libraries()
    said = capsys.readouterr().err
    assert "libabsent.so.9" in said
    assert "sudo apt-get install libabsent9" in said


def test_a_run_that_watches_nobody_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(privileged_install, "possible", lambda: False)
    assert not system_libraries.ensure_tracer()
    assert "tests/watching is skipped" in capsys.readouterr().out


def test_as_root_a_missing_library_is_installed_and_looked_for_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shipped, "LIBRARIES", {"libabsent.so.9": Packages("libabsent9", "absent")})
    monkeypatch.setattr(privileged_install, "possible", lambda: True)
    installed: list[str] = []

    def install(packages: list[str]) -> bool:
        installed.extend(packages)
        monkeypatch.setattr(shipped, "LIBRARIES", {})
        return True

    monkeypatch.setattr(privileged_install, "install", install)
    assert system_libraries.ensure_libraries()
    assert installed == ["libabsent9"]


def test_what_the_hands_need_is_installed_as_root_and_else_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tool = tmp_path / "xpointer"
    monkeypatch.setattr(system_libraries, "DESKTOP_TOOLS", {str(tool): "xpointer-tools"})
    monkeypatch.setattr(privileged_install, "possible", lambda: False)
    system_libraries.ensure_desktop_tools()
    assert "sudo apt-get install xpointer-tools" in capsys.readouterr().out
    monkeypatch.setattr(privileged_install, "possible", lambda: True)
    monkeypatch.setattr(privileged_install, "install", lambda _packages: tool.write_bytes(b""))
    system_libraries.ensure_desktop_tools()
    assert system_libraries.missing_desktop_tools() == []
    assert capsys.readouterr().out == ""


def test_what_the_packages_are_checked_with_is_installed_as_root_and_else_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_libraries, "FILE_CHECKERS", {"absent-checker": "checkers"})
    monkeypatch.setattr(system_libraries, "PACKAGERS", {"absent-packager": "packagers"})
    monkeypatch.setattr(privileged_install, "possible", lambda: False)
    system_libraries.ensure_packagers(full=False)
    assert capsys.readouterr().out.endswith("sudo apt-get install checkers\n")
    installed: list[str] = []
    monkeypatch.setattr(privileged_install, "possible", lambda: True)

    def install(packages: list[str]) -> bool:
        installed.extend(packages)
        return True

    monkeypatch.setattr(privileged_install, "install", install)
    system_libraries.ensure_packagers(full=True)
    assert installed == ["checkers", "packagers"]
    assert capsys.readouterr().out == ""
