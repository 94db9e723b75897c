"""The order of clips as editing programs read it."""

from fractions import Fraction
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from videogen_desktop.domain.edit_lists import EditedClip, edl, fcpxml
from videogen_desktop.domain.export import PartFacts

NTSC = Fraction(30000, 1001)
FOLDER = PurePosixPath("/home/thư/Phim & <ảnh>")
WHOLE = PartFacts(192, 0, 192, Fraction(24), 1080, 1920, has_sound=True)
CUT = PartFacts(240, 30, 75, NTSC, 1920, 1080, has_sound=False)
CLIPS = (EditedClip(FOLDER / '01 "Mèo".mp4', WHOLE), EditedClip(FOLDER / "02 Chó 100%.mp4", CUT))

# What FCPXMLv1_10.dtd lets stand in each of these elements, and which attributes they have.
MAY_HOLD = {
    "fcpxml": ({"resources", "library"}, {"version"}),
    "resources": ({"asset", "format"}, set()),
    "format": (set(), {"id", "name", "frameDuration", "width", "height"}),
    "asset": (
        {"media-rep"},
        {"id", "name", "start", "duration", "hasVideo", "format", "hasAudio", "videoSources"}
        | {"audioSources", "audioChannels", "audioRate"},
    ),
    "media-rep": (set(), {"kind", "src"}),
    "library": ({"event"}, {"location"}),
    "event": ({"project"}, {"name"}),
    "project": ({"sequence"}, {"name"}),
    "sequence": ({"spine"}, {"format", "duration", "tcStart", "tcFormat"}),
    "spine": ({"asset-clip"}, set()),
    "asset-clip": (
        set(),
        {"ref", "name", "offset", "start", "duration", "format", "tcFormat", "lane"},
    ),
}


def seconds(text: str) -> Fraction:
    assert text.endswith("s")
    return Fraction(text[:-1])


def test_an_edl_says_which_frames_follow_each_other() -> None:
    assert edl("Phim\nmột", CLIPS).split("\r\n") == [
        "TITLE: Phim một",
        "FCM: NON-DROP FRAME",
        "",
        "001  AX       AA/V  C        00:00:00:00 00:00:08:00 01:00:00:00 01:00:08:00",
        '* FROM CLIP NAME: 01 "Mèo".mp4',
        "",
        # 75 frames at 29.97 a second are 60 at 24.
        "002  AX       V     C        00:00:01:00 00:00:03:15 01:00:08:00 01:00:10:12",
        "* FROM CLIP NAME: 02 Chó 100%.mp4",
        "",
    ]


def test_an_fcpxml_holds_what_its_dtd_lets_stand_there() -> None:
    root = ElementTree.fromstring(fcpxml("Phim", CLIPS).encode())
    assert root.get("version") == "1.10"
    names = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(set(names)) == len(names)
    for element in root.iter():
        children, attributes = MAY_HOLD[element.tag]
        assert {child.tag for child in element} <= children
        assert set(element.keys()) <= attributes
        for name in ("ref", "format"):
            assert element.get(name) in (None, *names)


def test_an_fcpxml_stands_on_exact_frames_and_names_the_files() -> None:
    root = ElementTree.fromstring(fcpxml("Phim & ảnh", CLIPS).encode())
    first, second = root.iter("asset-clip")
    assert (first.get("offset"), first.get("start")) == ("0s", "0s")
    assert first.get("duration") == "192/24s"
    assert second.get("offset") == "192/24s"
    sequence = next(root.iter("sequence"))
    whole = sum(seconds(one.get("duration") or "") for one in (first, second))
    assert seconds(sequence.get("duration") or "") == whole
    for one in (first, second):
        for name in ("offset", "start", "duration"):
            assert (seconds(one.get(name) or "") * 24).denominator == 1
    asset = next(one for one in root.iter("asset") if one.get("id") == second.get("ref"))
    assert asset.get("duration") == "240240/30000s"
    assert asset.get("hasAudio") is None
    sources = [one.get("src") or "" for one in root.iter("media-rep")]
    assert all(source.isascii() for source in sources)
    assert [unquote(source) for source in sources] == [f"file://{one.path}" for one in CLIPS]
    assert next(root.iter("project")).get("name") == "Phim & ảnh"


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("C:\\Phim của tôi\\01 a&b.mp4", "file:///C:/Phim%20c%E1%BB%A7a%20t%C3%B4i/01%20a%26b.mp4"),
        ("\\\\nas\\phim\\01.mp4", "file://nas/phim/01.mp4"),
    ],
)
def test_files_of_windows_have_addresses_too(path: str, source: str) -> None:
    written = fcpxml("Phim", [EditedClip(PureWindowsPath(path), WHOLE)])
    root = ElementTree.fromstring(written.encode())
    assert [one.get("src") for one in root.iter("media-rep")] == [source]
