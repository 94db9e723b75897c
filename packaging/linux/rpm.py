"""`make rpm`: the package for Fedora, openSUSE and their relatives.

    PYTHONPATH=packaging python -m linux.rpm [--folder FOLDER]

It lies in dist/. Needs rpmbuild (Debian: rpm).
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from string import Template

from bundle.build import DIST, NAME, commit_time
from compile_translations import ROOT
from linux.package_tree import asked_folder, lay_out, least_glibc
from linux.shares import HERE, HOMEPAGE

from videogen_desktop import __version__
from videogen_desktop.program.system_libraries import LIBRARIES

_SPECIFICATION = f"{NAME}.spec"
# Every one of these distributions finds a package by the name of a library in it.
_COMPILERS = ("libgcc_s.so.1", "libstdc++.so.6")


def requires(folder: Path) -> list[str]:
    names = [f"{name}()(64bit)" for name in sorted([*LIBRARIES, *_COMPILERS])]
    return [f"libc.so.6(GLIBC_{least_glibc(folder)})(64bit)", *names]


def build_rpm(folder: Path, target: Path = DIST, *, level: int = 19) -> Path:
    """Pack `folder`; returns the package. Raises CalledProcessError."""
    command = ["rpm", "--eval", "%{_arch}"]
    architecture = subprocess.check_output(command, encoding="utf-8").strip()
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        tree = work / "tree"
        tree.mkdir()
        lay_out(folder, tree, "dnf", with_libraries=False)
        # Where zsh looks on these systems.
        (tree / "share" / "zsh" / "vendor-completions").rename(
            tree / "share" / "zsh" / "site-functions"
        )
        licences = tree / "share" / "licenses" / NAME
        licences.mkdir(parents=True)
        shutil.copyfile(ROOT / "LICENSE", licences / "LICENSE")
        facts = {"version": __version__, "architecture": architecture, "homepage": HOMEPAGE}
        lines = "\n".join(f"Requires: {one}" for one in requires(folder))
        template = Template((HERE / "rpm" / f"{_SPECIFICATION}.in").read_text("utf-8"))
        text = template.substitute(facts, requires=lines, tree=tree)
        (work / _SPECIFICATION).write_text(text, "utf-8")
        macros = {"_topdir": str(work / "top"), "_rpmdir": str(work / "rpms")}
        macros["_binary_payload"] = f"w{level}.zstdio"
        defined = [word for name in macros for word in ("--define", f"{name} {macros[name]}")]
        command = ["rpmbuild", "--quiet", "-bb", *defined, str(work / _SPECIFICATION)]
        subprocess.run(command, check=True, env=os.environ | {"SOURCE_DATE_EPOCH": commit_time()})
        (built,) = (work / "rpms").rglob("*.rpm")
        return Path(shutil.move(built, target / built.name))


def main() -> int:
    package = build_rpm(asked_folder("Build the package for Fedora and openSUSE."))
    print(f"{package}: {package.stat().st_size / 1_000_000:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
