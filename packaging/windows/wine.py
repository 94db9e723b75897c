"""Windows on Debian: Wine with both word sizes, in a root of its own and for one command each.

Inno Setup is a program of 32 bits. Its Wine cannot be installed beside that of 64 on a machine
whose libraries were updated by another archive, and a root of its own leaves that machine alone.
Every command runs in namespaces of its own: no mount and no process outlives it.
"""

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

import privileged_install

RELEASE = "bookworm"
PACKAGES = ("wine", "wine32:i386", "wine64", "gcc-mingw-w64-x86-64", "locales", "xvfb")
# DLL of Windows -> its source beside this file, and what it is linked against.
STUBS = {"icuuc": (), "bcryptprimitives": ("-ladvapi32",)}
HERE = Path(__file__).resolve().parent
# Whoever runs it there: half of all users have such a name.
USER = "Nguyễn Ánh"
# Windows' code page is cp1258 then, which has not all of Vietnamese.
LOCALE = "vi_VN.UTF-8"
# `/exchange` of the root is `exchange` of the folder.
_EXCHANGE = "/exchange"
_ENTER = """
set -e
mount --rbind /dev "$ROOT/dev"
mount --bind "$EXCHANGE" "$ROOT/exchange"
mount -t tmpfs none "$ROOT/tmp"
cd /
exec chroot "$ROOT" "$@"
"""
_ENVIRONMENT = {
    "HOME": f"{_EXCHANGE}/home",
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    "LC_ALL": LOCALE,
    "WINEDEBUG": "-all",
}


@dataclass(frozen=True)
class Wine:
    """Below `folder`: the root, and the folder `exchange` that both sides see."""

    folder: Path

    @property
    def root(self) -> Path:
        return self.folder / "root"

    @property
    def exchange(self) -> Path:
        return self.folder / "exchange"

    @property
    def drive(self) -> Path:
        """C: of its user."""
        return self.exchange / "home" / ".wine" / "drive_c"

    def path(self, here: Path) -> str:
        """The name in Windows of what lies below `exchange`."""
        return str(PureWindowsPath("Z:" + self.inner(here)))

    def inner(self, here: Path) -> str:
        """Its name in the root."""
        return f"{_EXCHANGE}/{here.relative_to(self.exchange).as_posix()}"

    def make(self) -> None:
        """What is missing of it. Needs root on Debian; raises CalledProcessError."""
        made = self.folder / "root-is-made"
        if not made.is_file():
            if shutil.which("debootstrap") is None:
                privileged_install.install(["debootstrap"])
            shutil.rmtree(self.root, ignore_errors=True)
            self.root.mkdir(parents=True)
            (self.exchange / "home").mkdir(parents=True, exist_ok=True)
            self._make_root()
            made.touch()
        if not self.drive.is_dir():
            # Its server writes the registry when it ends, and is not to be killed before that.
            settle = "wine wineboot --init && wine winecfg -v win10 && wineserver --wait"
            self.run("sh", "-c", settle)
            self._add_stubs()

    def _make_root(self) -> None:
        command = ["debootstrap", "--variant=minbase", RELEASE, str(self.root)]
        # It mounts /proc, which ends with the namespace.
        subprocess.run(["unshare", "--mount", *command], check=True, stdout=subprocess.DEVNULL)
        (self.root / _EXCHANGE.strip("/")).mkdir()
        quietly = {"DEBIAN_FRONTEND": "noninteractive"}
        self.run("dpkg", "--add-architecture", "i386")
        self.run("apt-get", "-qq", "update")
        install = ("apt-get", "-qq", "install", "--yes", "--no-install-recommends", *PACKAGES)
        self.run(*install, environment=quietly)
        self.run("apt-get", "clean")
        self.run("localedef", "-i", "vi_VN", "-f", "UTF-8", LOCALE)
        users = self.root / "etc" / "passwd"
        users.write_text(users.read_text("utf-8").replace("root:", f"{USER}:", 1), "utf-8")

    def _add_stubs(self) -> None:
        system = self.drive / "windows" / "system32"
        for name, libraries in STUBS.items():
            source = self.exchange / f"{name}.c"
            shutil.copyfile(HERE / f"{name}_stub.c", source)
            inner = [f"{_EXCHANGE}/{name}{suffix}" for suffix in (".dll", ".c")]
            compiler = ("x86_64-w64-mingw32-gcc", "-shared", "-O2", "-s", "-o")
            self.run(*compiler, *inner, *libraries)
            shutil.move(self.exchange / f"{name}.dll", system / f"{name}.dll")
            source.unlink()

    def run(
        self,
        *command: str,
        folder: str = _EXCHANGE,
        environment: Mapping[str, str] | None = None,
        timeout: float | None = None,
        check: bool = True,
    ) -> "subprocess.CompletedProcess[str]":
        """Run it within the root, in `folder` there; what it printed, errors and all, is kept.

        Raises CalledProcessError where `check`, and TimeoutExpired after `timeout` seconds.
        """
        told = _ENVIRONMENT | dict(environment or {})
        inner = ["/usr/bin/env", "-i", "-C", folder, *(f"{k}={v}" for k, v in told.items())]
        isolated = ["--mount", "--pid", "--fork", "--kill-child", f"--mount-proc={self.root}/proc"]
        done = subprocess.run(
            ["unshare", *isolated, "sh", "-c", _ENTER, "sh", *inner, *command],
            env={
                "PATH": _ENVIRONMENT["PATH"],
                "ROOT": str(self.root),
                "EXCHANGE": str(self.exchange),
            },
            check=False,
            timeout=timeout,
            stdin=subprocess.DEVNULL,
            # Programs of Windows take no file in place of these, but a pipe.
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        if check and done.returncode:
            print(done.stdout)
            done.check_returncode()
        return done
