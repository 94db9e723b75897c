"""Places to share a clip with: their pages for it, as data.

None of them takes a file by an address (read on 2026-11-30): a person drops or pastes it there.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SharePlace:
    """`page` opens in the browser. `takes_pasted_file`: a paste there sends the file itself, so
    that one goes to the clipboard; elsewhere the description does, for the page's own field."""

    name: str
    title: str
    page: str
    takes_pasted_file: bool = False


SHARE_PLACES = (
    SharePlace("tiktok", "TikTok", "https://www.tiktok.com/tiktokstudio/upload"),
    SharePlace("youtube", "YouTube", "https://www.youtube.com/upload"),
    SharePlace("facebook", "Facebook", "https://www.facebook.com/reels/create"),
    SharePlace("zalo", "Zalo", "https://chat.zalo.me/", takes_pasted_file=True),
)
