"""Which container of videos a file is that no demuxer of ours reads: by its first bytes alone."""

from videogen_desktop.media.protocol import Refusal

SIGNATURE_BYTES = 512
_EBML = b"\x1aE\xdf\xa3"
# Its DocType element, whose value is "webm" or "matroska".
_WEBM = b"\x42\x82\x84webm"
_ASF = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
_TS_SYNC, _TS_PACKET_BYTES = b"G", 188


def other_container(beginning: bytes) -> Refusal:
    """CONTAINER for what is none. `beginning` is the file's first `SIGNATURE_BYTES`."""
    if beginning.startswith(_EBML):
        return Refusal.WEBM if _WEBM in beginning else Refusal.MATROSKA
    if beginning.startswith(b"RIFF") and beginning[8:12] == b"AVI ":
        return Refusal.AVI
    if beginning.startswith(b"FLV\x01"):
        return Refusal.FLASH
    # The same container holds sound alone, too.
    if beginning.startswith(b"OggS") and b"theora" in beginning:
        return Refusal.OGG
    if beginning.startswith(_ASF):
        return Refusal.WINDOWS_MEDIA
    packets = [beginning[at : at + 1] for at in range(0, SIGNATURE_BYTES, _TS_PACKET_BYTES)]
    return Refusal.MPEG_TS if set(packets) == {_TS_SYNC} else Refusal.CONTAINER
