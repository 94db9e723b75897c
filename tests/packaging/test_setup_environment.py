"""The set-up runs with any bare Python, and knows when there is nothing to do."""

import ast
import shutil
import sys
import tomllib
from pathlib import Path

import compile_translations
import privileged_install
import pytest
import pythons
import setup_environment
import system_libraries

SCRIPTS = Path(setup_environment.__file__).parent
BARE = [
    *("compile_translations.py", "privileged_install.py", "pythons.py"),
    *("setup_environment.py", "system_libraries.py"),
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


@pytest.mark.parametrize("version", [(3, 10), (3, 14), (4, 0)])
def test_a_python_that_nobody_tested_is_refused_with_one_sentence(version: tuple[int, int]) -> None:
    said = pythons.refusal(version)
    assert said is not None
    assert pythons.name(version) in said
    assert "3.11 to 3.13" in said


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
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    program.chmod(0o755)
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
    environment.python.parent.mkdir()
    environment.python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    environment.python.chmod(0o755)
    configuration = tmp_path / "pyvenv.cfg"
    configuration.write_text("command = python3 -m venv elsewhere")
    assert not environment.is_usable()
    configuration.write_text(f"command = python3 -m venv {tmp_path}")
    assert environment.is_usable()


def test_the_set_up_compiles_the_texts_of_the_window(tmp_path: Path) -> None:
    """README's steps for Windows started an English window: only `make run` compiled them."""
    source = (SCRIPTS / "setup_environment.py").read_text("utf-8")
    assert "packaging/compile_translations.py" in source
    texts = {path.stem for path in (setup_environment.ROOT / "i18n").glob("*.ts")}
    assert {path.stem for path in compile_translations.stale_compilations(tmp_path)} == texts
    compile_translations.compile_catalogues(tmp_path)
    assert compile_translations.stale_compilations(tmp_path) == {}


def test_a_missing_library_is_named_with_the_one_command_that_brings_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_libraries, "LIBRARIES", {"libabsent.so.9": "libabsent9"})
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
    monkeypatch.setattr(system_libraries, "LIBRARIES", {"libabsent.so.9": "libabsent9"})
    monkeypatch.setattr(privileged_install, "possible", lambda: True)
    installed: list[str] = []

    def install(packages: list[str]) -> bool:
        installed.extend(packages)
        monkeypatch.setattr(system_libraries, "LIBRARIES", {})
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
