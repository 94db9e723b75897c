from pathlib import Path

import pytest

from videogen_desktop.ui.input_method import replace_missing_input_method


@pytest.fixture
def plugins(tmp_path: Path) -> Path:
    folder = tmp_path / "platforminputcontexts"
    folder.mkdir()
    (folder / "libibusplatforminputcontextplugin.so").touch()
    return tmp_path


@pytest.mark.parametrize("asked", ["fcitx", "fcitx5", "uim"])
def test_a_method_without_a_plugin_becomes_ibus(plugins: Path, asked: str) -> None:
    environment = {"QT_IM_MODULE": asked}
    assert replace_missing_input_method(environment, plugins, "linux")
    assert environment == {"QT_IM_MODULE": "ibus"}


@pytest.mark.parametrize("asked", ["ibus", "compose", "xim", "none", ""])
def test_a_method_that_is_there_stays(plugins: Path, asked: str) -> None:
    environment = {"QT_IM_MODULE": asked}
    assert not replace_missing_input_method(environment, plugins, "linux")
    assert environment == {"QT_IM_MODULE": asked}


def test_one_known_method_of_several_is_enough(plugins: Path) -> None:
    environment = {"QT_IM_MODULES": "wayland;fcitx"}
    assert not replace_missing_input_method(environment, plugins, "linux")
    environment = {"QT_IM_MODULES": "fcitx;uim"}
    assert replace_missing_input_method(environment, plugins, "linux")
    assert environment == {"QT_IM_MODULES": "ibus"}


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_are_left_alone(plugins: Path, platform: str) -> None:
    environment = {"QT_IM_MODULE": "fcitx"}
    assert not replace_missing_input_method(environment, plugins, platform)
