"""The kind of an address in an answer, by the names above it and by its own path.

No document says what each name means. These were seen in Kie's answers and in those of the vendors
behind it; whatever is not known here is tried after everything that is.
"""

import re
from enum import Enum, auto
from urllib.parse import unquote

_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+")
_REQUEST = re.compile(
    r"_(?:inputs?|params?|parameters|request(?:ed|s)?|call_?backs?|web_?hooks?|notify|prompts?"
    r"|source_+(?:urls?|images?|videos?|clips?|files?)|ref(?:erence|erences|s)?"
    r"|first_frames?|start_frames?|init)_"
)
_OTHER_FILE = re.compile(
    r"_(?:images?|imgs?|pictures?|photos?|covers?|posters?|thumbs?|thumbnails?|frames?|sprites?"
    r"|masks?|snapshots?|icons?|avatars?|audios?|music|sounds?|subtitles?|captions?|lyrics)_"
)
# The same clip in another form, or a page about it: beside the clip it would be seen twice.
_SAME_CLIP = re.compile(
    r"_(?:no_)?(?:water_?mark(?:ed|s)?|originals?|origins?|raw|hd|sd|uhd|4k|[0-9]{3,4}p|low|small"
    r"|previews?|proxy|compressed|downloads?|streams?|streaming|hls|dash|play|playback|player"
    r"|mirrors?|backups?|cdn|fallback|shares?|pages?|web|full|upscaled?|uploads?|uploaded)_"
)
_VIDEO = re.compile(
    r"_(?:videos?|clips?|movies?|films?|mp4|media|results?|outputs?|files?|assets?|generated"
    r"|generations?|renders?|rendered|final|works?)_"
)
_VIDEO_FILE = re.compile(r"(?i)\.(?:mp4|m4v|mov|webm|mkv|avi|mpe?g|m2?ts|3gp|ogv|flv)$")
_NO_VIDEO_FILE = re.compile(
    r"(?i)\.(?:png|jpe?g|webp|gif|avif|hei[cf]|bmp|svg|tiff?|ico|mp3|wav|m4a|aac|ogg|flac|opus"
    r"|json|txt|srt|vtt|ass|xml|html?|pdf|zip|m3u8|mpd)$"
)
# What a file host's signature adds. The second ones may also be what names the file, where its
# path does not.
_SIGNATURE = re.compile(
    r"(?i)x-(?:amz|goog|oss|tos|cos|obs|bce|ms)-.+|q-(?:sign|ak|key|header|url).+|response-.+"
    r"|(?:aws|oss|google)access(?:key)?id|accesskeyid|key-pair-id|policy|signature|expires"
    r"|security-token|x-id"
)
_SIGNATURE_OF_A_NAMED_FILE = re.compile(
    r"(?i)s|sig|sign|token|auth|auth_?key|access_?token|exp|expiry|expire|t|ts|e|st|se|sp|spr|sv|sr"
    r"|sks|skt|ske|skv|skoid|sktid|hdnts|hdnea|hmac|hash|verify|wssecret|wstime|nonce|timestamp"
)


class AddressKind(Enum):
    """In the order in which they are tried."""

    CLIP = auto()
    SPARE = auto()
    OTHER_FILE = auto()


def plain_name(name: str) -> str:
    """`firstFrameUrl`, `first-frame.url` as `_first_frame_url_`."""
    return f"_{_WORDS.sub('_', name).strip('_').lower()}_"


def is_of_request(names: str) -> bool:
    """Whether what stands under these plain names, the outermost first, was sent in."""
    return _REQUEST.search(names) is not None


def kind_of(url: str, names: str, name: str) -> AddressKind:
    """What an address is that stands under `names`, the last of which is `name`, where none is
    known to hold results."""
    path = _path(url)
    if _NO_VIDEO_FILE.search(path):
        return AddressKind.OTHER_FILE
    is_clip = _VIDEO_FILE.search(path) or _VIDEO.search(name)
    if _OTHER_FILE.search(names):
        return AddressKind.SPARE if is_clip else AddressKind.OTHER_FILE
    return AddressKind.CLIP if is_clip and not _SAME_CLIP.search(names) else AddressKind.SPARE


def file_of(url: str, *, tokens_count: bool = False) -> str:
    """The address without its signature: two with the same one are one file. `tokens_count`: what
    is a signature in one place and names the file in another is left in."""
    place, _, query = url.partition("#")[0].partition("?")
    is_named = not tokens_count and _VIDEO_FILE.search(place) is not None
    kept = [part for part in query.split("&") if part and not _is_signature(part, is_named)]
    return "?".join((place, "&".join(kept)))


def _is_signature(part: str, is_named: bool) -> bool:
    name = unquote(part.partition("=")[0])
    if _SIGNATURE.fullmatch(name):
        return True
    return is_named and _SIGNATURE_OF_A_NAMED_FILE.fullmatch(name) is not None


def _path(url: str) -> str:
    return url.partition("#")[0].partition("?")[0]
