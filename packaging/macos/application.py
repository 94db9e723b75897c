"""What macOS is told of the program: its Info.plist, and where things lie in its folder."""

from pathlib import Path

from videogen_desktop import __version__

HERE = Path(__file__).resolve().parent
NAME = "VideoGen Desktop"
# Settings, permissions and the keychain go by it: it never changes.
IDENTIFIER = "io.github.videogen-desktop.videogen"
WINDOW, TERMINAL = "videogen-desktop", "videogen"
# PyAV's wheels: macosx_14_0_arm64 and macosx_13_0_x86_64; Qt's are older.
OLDEST_SYSTEM = {"arm64": "14.0", "x86_64": "13.0"}
# A picture may lie anywhere, and so may the folder of videos. vi.lproj has the same.
_USAGE = {
    "NSDesktopFolderUsageDescription": "To open pictures that you choose on the desktop, "
    "and to save videos there.",
    "NSDocumentsFolderUsageDescription": "To open pictures that you choose in Documents, "
    "and to save videos there.",
    "NSDownloadsFolderUsageDescription": "To open pictures that you choose in Downloads, "
    "and to save videos there.",
    "NSNetworkVolumesUsageDescription": "To open pictures that you choose on a network volume, "
    "and to save videos there.",
    "NSRemovableVolumesUsageDescription": "To open pictures that you choose on a removable "
    "volume, and to save videos there.",
}


def information(machine: str) -> dict[str, object]:
    """Info.plist for the build of `machine`, as `platform.machine()` says it."""
    return {
        "CFBundleName": NAME,
        "CFBundleDisplayName": NAME,
        "CFBundleIdentifier": IDENTIFIER,
        # PyInstaller would take the first of the two programs, and hide it from the Dock.
        "CFBundleExecutable": WINDOW,
        "LSBackgroundOnly": False,
        "CFBundleShortVersionString": __version__,
        "CFBundleVersion": __version__,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["vi", "en"],
        "LSApplicationCategoryType": "public.app-category.video",
        "LSMinimumSystemVersion": OLDEST_SYSTEM[machine],
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "VideoGen Desktop contributors",
        **_USAGE,
    }


def localized() -> list[tuple[str, str, str]]:
    """PyInstaller's table of what goes into Contents/Resources."""
    return [
        (path.relative_to(HERE).as_posix(), str(path), "DATA")
        for path in sorted(HERE.glob("*.lproj/*.strings"))
    ]
