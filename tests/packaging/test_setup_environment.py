"""The set-up runs with any bare Python, and knows when there is nothing to do."""

import ast
import shutil
import sys
from pathlib import Path

import privileged_install
import pytest
import setup_environment
import system_libraries

SCRIPTS = Path(setup_environment.__file__).parent
BARE = ["privileged_install.py", "setup_environment.py", "system_libraries.py"]


@pytest.mark.parametrize("name", BARE)
def test_the_set_up_needs_nothing_but_the_standard_library(name: str) -> None:
    nodes = list(ast.walk(ast.parse((SCRIPTS / name).read_text("utf-8"))))
    modules = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    own = {Path(script).stem for script in BARE}
    assert {module.partition(".")[0] for module in modules} <= sys.stdlib_module_names | own


def test_an_old_python_can_read_the_sentence_that_refuses_it() -> None:
    source = (SCRIPTS / "setup_environment.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 7))
    assert source.index("sys.version_info < (3, 11)") < source.index("import privileged_install")


def test_a_changed_lock_and_a_moved_folder_renew_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, mark = tmp_path / "requirements.lock", tmp_path / "setup-complete"
    lock.write_text("one")
    monkeypatch.setattr(setup_environment, "LOCK", lock)
    monkeypatch.setattr(setup_environment, "MARK", mark)
    assert not setup_environment.is_complete()
    mark.write_text(setup_environment.wanted_mark())
    assert setup_environment.is_complete()

    lock.write_text("two")
    assert not setup_environment.is_complete()

    lock.write_text("one")
    moved = tmp_path / "moved"
    moved.mkdir()
    (moved / "pyproject.toml").write_bytes((setup_environment.ROOT / "pyproject.toml").read_bytes())
    monkeypatch.setattr(setup_environment, "ROOT", moved)
    assert not setup_environment.is_complete()


def test_an_environment_made_elsewhere_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup_environment, "ENVIRONMENT", tmp_path)
    assert not setup_environment.is_usable()
    configuration = tmp_path / "pyvenv.cfg"
    configuration.write_text("command = python3 -m venv elsewhere")
    assert not setup_environment.is_usable()
    configuration.write_text(f"command = python3 -m venv {tmp_path}")
    monkeypatch.setattr(setup_environment, "PYTHON", Path(sys.executable))
    assert setup_environment.is_usable()


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
