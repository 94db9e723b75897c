"""No test reaches the desktop, the keyring or the keys of whoever runs it."""

import os
from pathlib import Path

from tests.plugins.isolation import isolated


def test_nothing_personal_is_left_in_the_environment(tmp_path: Path) -> None:
    personal = {
        "HOME": "/home/lan",
        "VIDEOGEN_API_KEY": "a real key",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/user/1000/bus",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.SecretService.Keyring",
        "PATH": "/usr/bin",
        "QT_QPA_PLATFORM": "xcb",
    }
    environment = isolated(personal, tmp_path)
    assert environment["HOME"] == str(tmp_path)
    assert environment["PATH"] == "/usr/bin"
    assert environment["PYTHON_KEYRING_BACKEND"] == "keyring.backends.fail.Keyring"
    assert environment["QT_QPA_PLATFORM"] == "xcb", "a lane with a real screen stays possible"
    assert not {"VIDEOGEN_API_KEY", "DBUS_SESSION_BUS_ADDRESS"} & environment.keys()


def test_this_very_process_is_isolated() -> None:
    assert "videogen-tests-" in Path.home().name
    assert not [name for name in os.environ if name.startswith("VIDEOGEN_")]
