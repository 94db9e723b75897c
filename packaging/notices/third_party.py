"""THIRD-PARTY-NOTICES.txt of a folder: whose work is in it, under which terms, and its sources.

    PYTHONPATH=packaging python -m notices.third_party FOLDER     writes it there; 1 if it cannot

Generated from what is really there. A native file that belongs to no entry is an error.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from notices.components import Present, UnknownFilesError, present

NAME = "THIRD-PARTY-NOTICES.txt"
# The stand-in for x265 is not among them.
_CODECS = {"x264": "x264", "x265-of-pyav": "x265"}
_LINE = "=" * 100
_TERMS = """\
VideoGen Desktop, and the work of others that it carries

VideoGen Desktop itself is under the MIT licence. This bundle of it carries work that is under the
GNU General Public License: FFmpeg as it is linked with {codecs}. The bundle as a whole is
therefore passed on under the terms of the GNU General Public License, version 3 or (at your option)
any later version. Its text stands below under "GPL-3.0". There is no warranty, to the extent
permitted by law.

Qt and the other libraries under the GNU Lesser General Public License are files of their own in
this folder: each may be replaced by another build of it.

Patents on H.264 and HEVC are a separate question, which these licences do not answer.
"""
_OFFER = """\
SOURCES

The complete sources of each component under the GPL, the LGPL or the MPL, exactly the versions in
this bundle, are published at the addresses below. Where one of them no longer answers, whoever gave
you this bundle gives you its sources on request, for at least three years from the day on which you
got it, for no more than the cost of doing so. The sources of VideoGen Desktop are published beside
this bundle, with the scripts that made it (packaging/bundle) and this list (packaging/notices).
"""


def write(folder: Path) -> Path:
    """Write the file into `folder`; returns it. Raises UnknownFilesError."""
    target = folder / NAME
    target.write_text(notices(present(folder)), encoding="utf-8", newline="\n")
    return target


def notices(found: Sequence[Present]) -> str:
    there = {one.component.name for one in found}
    codecs = " and ".join(title for name, title in _CODECS.items() if name in there)
    parts = [
        _TERMS.format(codecs=codecs),
        "COMPONENTS\n\n" + "".join(map(_entry, found)),
        _sources(found),
    ]
    return f"\n{_LINE}\n\n".join([*parts, *_licences(found)])


def _entry(one: Present) -> str:
    component = one.component
    lines = [f"{component.title} {one.version}", f"    {component.license}"]
    lines += [f"    {line}" for line in (component.copyright,) if line]
    names = sorted({path.name for path in one.files})
    lines += [f"    {name}" for name in names[:8]]
    lines += [f"    and {len(names) - 8} more files"] if len(names) > 8 else []
    lines += [
        f"    with {part.name} {part.version}, {part.license}"
        for part in one.parts()
        if part.license
    ]
    return "\n".join(lines) + "\n"


def _sources(found: Sequence[Present]) -> str:
    lines = [_OFFER]
    for one in found:
        if one.component.needs_source:
            lines.append(f"{one.component.title} {one.version}\n    {one.source}")
            lines += [f"    {one.component.build}"] if one.component.build else []
    return "\n".join(lines) + "\n"


def _licences(found: Sequence[Present]) -> Iterator[str]:
    """Each text once, with all that are under it."""
    titles: dict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    for one in found:
        for name, text in one.texts():
            titles[text].append(one.component.title)
            names.setdefault(text, name)
    for text, used_by in titles.items():
        yield f"{names[text]}\n({', '.join(used_by)})\n\n{text.strip()}\n"


def main() -> int:
    try:
        print(write(Path(sys.argv[1])))
    except UnknownFilesError as error:
        for problem in error.problems:
            print(f"PROBLEM: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
