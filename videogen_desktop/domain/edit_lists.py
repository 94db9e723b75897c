"""The order of clips for an editing program: an EDL (CMX 3600) and an FCPXML 1.10.

Times of the EDL are frames as hours:minutes:seconds:frames without drop frame; those of the FCPXML
are exact fractions of a second on the frames of the sequence, whose rate is the first clip's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import PurePath
from xml.sax.saxutils import quoteattr

from videogen_desktop.domain.export import PartFacts

# Where programmes begin, by the custom of television.
_FIRST_HOUR = 1


@dataclass(frozen=True, slots=True)
class EditedClip:
    """A clip in the order, at its absolute path."""

    path: PurePath
    facts: PartFacts


def edl(title: str, clips: Sequence[EditedClip]) -> str:
    """As text with CRLF. Readers that know no Unicode see the numbers all the same."""
    rate = clips[0].facts.rate
    nominal = max(round(rate), 1)
    at = _FIRST_HOUR * 3600 * nominal
    lines = [f"TITLE: {_one_line(title)}", "FCM: NON-DROP FRAME"]
    for number, clip in enumerate(clips, 1):
        facts = clip.facts
        own = max(round(facts.rate), 1)
        length = _frames(Fraction(facts.count) / facts.rate, rate)
        source = (facts.first, facts.first + facts.count)
        places = [*(_timecode(one, own) for one in source)]
        places += [_timecode(at, nominal), _timecode(at + length, nominal)]
        tracks = "AA/V" if facts.has_sound else "V"
        lines += [
            "",
            f"{number:03}  AX       {tracks:<5} C        {' '.join(places)}",
            f"* FROM CLIP NAME: {_one_line(clip.path.name)}",
        ]
        at += length
    return "\r\n".join([*lines, ""])


def fcpxml(title: str, clips: Sequence[EditedClip]) -> str:
    """As UTF-8 text, for Final Cut Pro and DaVinci Resolve."""
    rate = clips[0].facts.rate
    formats = list(dict.fromkeys(_format_of(clip.facts) for clip in clips))
    sequence = _format_of(clips[0].facts)
    resources = [_format(one, f"r{number}") for number, one in enumerate(formats, 1)]
    spine, at = [], 0
    for number, clip in enumerate(clips, len(formats) + 1):
        facts, name = clip.facts, f"r{number}"
        known = f"r{formats.index(_format_of(facts)) + 1}"
        resources.append(_asset(clip, name, known))
        length = _frames(Fraction(facts.count) / facts.rate, rate)
        start = _frames(Fraction(facts.first) / facts.rate, rate)
        times = f'offset="{_time(at, rate)}" start="{_time(start, rate)}"'
        spine.append(
            f'<asset-clip ref="{name}" name={quoteattr(clip.path.stem)} {times}'
            f' duration="{_time(length, rate)}" tcFormat="NDF"/>'
        )
        at += length
    wanted, shown = f"r{formats.index(sequence) + 1}", quoteattr(title)
    head = f'format="{wanted}" duration="{_time(at, rate)}" tcStart="0s" tcFormat="NDF"'
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            "<!DOCTYPE fcpxml>",
            '<fcpxml version="1.10">',
            "<resources>",
            *resources,
            "</resources>",
            f"<library><event name={shown}><project name={shown}>",
            f"<sequence {head}><spine>",
            *spine,
            "</spine></sequence>",
            "</project></event></library>",
            "</fcpxml>",
            "",
        ]
    )


def _asset(clip: EditedClip, name: str, format_name: str) -> str:
    facts = clip.facts
    sound = ' hasAudio="1" audioSources="1" audioChannels="2"' if facts.has_sound else ""
    length = _time(facts.frames, facts.rate)
    return (
        f'<asset id="{name}" name={quoteattr(clip.path.stem)} start="0s" duration="{length}"'
        f' hasVideo="1" format="{format_name}" videoSources="1"{sound}>'
        f'<media-rep kind="original-media" src={quoteattr(clip.path.as_uri())}/></asset>'
    )


def _format_of(facts: PartFacts) -> tuple[int, int, Fraction]:
    return facts.width, facts.height, facts.rate


def _format(one: tuple[int, int, Fraction], name: str) -> str:
    width, height, rate = one
    return (
        f'<format id="{name}" frameDuration="{_time(1, rate)}" width="{width}" height="{height}"/>'
    )


def _frames(seconds: Fraction, rate: Fraction) -> int:
    return max(round(seconds * rate), 0)


def _time(frames: int, rate: Fraction) -> str:
    """Not shortened: 48/24s says that it is on a frame."""
    return f"{frames * rate.denominator}/{rate.numerator}s" if frames else "0s"


def _timecode(frames: int, nominal: int) -> str:
    seconds, rest = divmod(frames, nominal)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour % 24:02}:{minute:02}:{second:02}:{rest:02}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
