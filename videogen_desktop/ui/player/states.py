"""Where a player stands, and why a clip does not play."""

from enum import Enum


class PlayerState(Enum):
    """Where a player stands; only FREE takes another clip."""

    FREE = "free"
    LOADING = "loading"
    PLAYING = "playing"
    PAUSED = "paused"
    STOPPING = "stopping"
    UNLOADING = "unloading"


class PlaybackProblem(Enum):
    """Why a clip does not play."""

    NO_BACKEND = "no_backend"
    # A codec without a decoder: no error is ever reported, and no frame comes (AV1).
    NO_FRAMES = "no_frames"
    MISSING = "missing"
    FAILED = "failed"
