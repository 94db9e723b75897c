"""What Explorer, Task Manager and SmartScreen show of a program: its version resource."""

from pathlib import Path

from videogen_desktop import __version__

# Windows' numbers for US English in UTF-16, in which everybody's Explorer finds the texts.
_TEXT = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable('040904B0', [
      StringStruct('CompanyName', 'VideoGen Desktop contributors'),
      StringStruct('FileDescription', {description!r}),
      StringStruct('FileVersion', {version!r}),
      StringStruct('InternalName', {name!r}),
      StringStruct('OriginalFilename', {file!r}),
      StringStruct('ProductName', 'VideoGen Desktop'),
      StringStruct('ProductVersion', {version!r}),
    ])]),
    VarFileInfo([VarStruct('Translation', [0x409, 1200])]),
  ],
)
"""
# Task Manager lists programs under this.
DESCRIPTIONS = {
    "videogen": "VideoGen Desktop (terminal)",
    "videogen-desktop": "VideoGen Desktop",
}


def numbers(version: str) -> tuple[int, int, int, int]:
    """Of a version such as 1.2.3: Windows has four, and knows no letters."""
    first, second, third = (int(part) for part in version.split("."))
    return first, second, third, 0


def text(program: str, version: str = __version__) -> str:
    """For PyInstaller's EXE, which reads it from a file."""
    return _TEXT.format(
        numbers=numbers(version),
        description=DESCRIPTIONS[program],
        version=version,
        name=program,
        file=f"{program}.exe",
    )


def write(program: str, folder: Path) -> Path:
    target = folder / f"{program}-version.txt"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text(program), "utf-8")
    return target
