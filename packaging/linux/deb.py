"""`make deb`: the package for Debian 12 and later, Ubuntu 22.04 and later.

    PYTHONPATH=packaging python -m linux.deb [--folder FOLDER]

It lies in dist/. Needs dpkg-deb (Debian: dpkg), and for the folder what `make bundle` needs.
"""

import gzip
import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from string import Template

from bundle.build import DIST, NAME, commit_time
from compile_translations import ROOT
from linux.package_tree import asked_folder, lay_out, least_glibc
from linux.shares import HERE, HOMEPAGE
from release.versions import released

from videogen_desktop import __version__
from videogen_desktop.domain.updates import HOME
from videogen_desktop.program.system_libraries import LIBRARIES

MAINTAINER = f"VideoGen Desktop contributors <contributors@{HOME}>"
# Debian 13 and Ubuntu 24.04 renamed it with the size of time_t; others of the table kept theirs.
RENAMED = {"libglib2.0-0": "libglib2.0-0t64 | libglib2.0-0"}


def depends(folder: Path) -> str:
    """By the table of system libraries. dpkg-shlibdeps would ask for the versions of the machine
    that builds, and for the libraries that the folder carries."""
    compilers = ["libgcc-s1", "libstdc++6"]
    names = sorted({packages.debian for packages in LIBRARIES.values()} | set(compilers))
    return ", ".join([f"libc6 (>= {least_glibc(folder)})", *(RENAMED.get(n, n) for n in names)])


def build_deb(folder: Path, target: Path = DIST, *, level: int = 9) -> Path:
    """Pack `folder`; returns the package. Raises CalledProcessError."""
    command = ["dpkg", "--print-architecture"]
    architecture = subprocess.check_output(command, encoding="utf-8").strip()
    package = target / f"{NAME}_{__version__}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        root.chmod(0o755)
        (root / "usr").mkdir()
        lay_out(folder, root / "usr", "apt", with_libraries=False)
        _add_documents(root / "usr" / "share")
        facts = {"version": __version__, "architecture": architecture, "homepage": HOMEPAGE}
        facts |= {"maintainer": MAINTAINER, "depends": depends(folder)}
        facts["kibibytes"] = str(sum(map(_kibibytes, root.rglob("*"))))
        control = Template((HERE / "deb" / "control.in").read_text("utf-8"))
        (root / "DEBIAN").mkdir()
        (root / "DEBIAN" / "control").write_text(control.substitute(facts), "utf-8")
        (root / "DEBIAN" / "md5sums").write_text("".join(_checksums(root)), "utf-8")
        options = ["--root-owner-group", "-Zxz", f"-z{level}", "--build"]
        environment = os.environ | {"SOURCE_DATE_EPOCH": commit_time()}
        command = ["dpkg-deb", *options, str(root), str(package)]
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    return package


def _add_documents(share: Path) -> None:
    documents = share / "doc" / NAME
    documents.mkdir(parents=True)
    licence = (ROOT / "LICENSE").read_text("utf-8").split("\n\n", 2)[2]
    paragraphs = "".join(f" {line or '.'}\n" for line in licence.splitlines())
    heading = Template((HERE / "deb" / "copyright.in").read_text("utf-8"))
    text = heading.substitute(homepage=HOMEPAGE)
    (documents / "copyright").write_text(text + paragraphs, "utf-8")
    news = (ROOT / "CHANGELOG.md").read_bytes()
    (documents / "NEWS.md.gz").write_bytes(gzip.compress(news, mtime=0))
    changes = "\n".join(_changes(news.decode()))
    (documents / "changelog.gz").write_bytes(gzip.compress(changes.encode(), mtime=0))
    overrides = share / "lintian" / "overrides"
    overrides.mkdir(parents=True)
    text = (HERE / "deb" / "lintian-overrides").read_text("utf-8")
    (overrides / NAME).write_text(text, "utf-8")


def _changes(changelog: str) -> Iterator[str]:
    """In Debian's form; what changed stands beside it, in ours."""
    for one in released(changelog):
        day = format_datetime(datetime(one.day.year, one.day.month, one.day.day, tzinfo=UTC))
        yield f"{NAME} ({one.number}) stable; urgency=medium\n"
        yield "  * What changed stands in NEWS.md.gz.\n"
        yield f" -- {MAINTAINER}  {day}\n"


def _kibibytes(path: Path) -> int:
    """As Debian counts: whole ones, and one for whatever is no file."""
    is_file = path.is_file() and not path.is_symlink()
    return -(-path.stat().st_size // 1024) if is_file else 1


def _checksums(root: Path) -> Iterator[str]:
    for path in sorted((root / "usr").rglob("*")):
        if path.is_file() and not path.is_symlink():
            digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            yield f"{digest}  {path.relative_to(root)}\n"


def main() -> int:
    package = build_deb(asked_folder("Build the package for Debian and Ubuntu."))
    print(f"{package}: {package.stat().st_size / 1_000_000:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
