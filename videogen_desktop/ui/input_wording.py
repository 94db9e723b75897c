"""The sentences for files that cannot go into a request, and what to do about each."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

# How the names of pictures and of sounds end; what a file is, the media helper says.
PICTURE_NAMES = (
    *(".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif"),
    *(".gif", ".bmp", ".tif", ".tiff"),
)
SOUND_NAMES = (".mp3", ".wav", ".m4a", ".aac", ".ogg", ".flac")

# By the reason of an InputRefusedError; before their values are put in, as in `ui.errors`.
REFUSED_INPUTS: dict[str, object] = {
    "missing": QT_TRANSLATE_NOOP("Errors", "“{name}” is no longer there. Choose another file."),
    "forbidden": QT_TRANSLATE_NOOP(
        "Errors", "“{name}” may not be read. Check its access rights, or choose another file."
    ),
    "unreadable": QT_TRANSLATE_NOOP(
        "Errors", "“{name}” could not be read. Check the drive that it is on, and try again."
    ),
    "not_a_file": QT_TRANSLATE_NOOP("Errors", "“{name}” is not a file. Choose a file."),
    "empty": QT_TRANSLATE_NOOP("Errors", "“{name}” is empty. Choose another file."),
    "no_picture": QT_TRANSLATE_NOOP(
        "Errors",
        "“{name}” is not a picture that can be used. Choose a JPEG, PNG, WebP or HEIC picture, or "
        "an MP4 video to take a frame of.",
    ),
    "no_video": QT_TRANSLATE_NOOP(
        "Errors", "“{name}” is not a video that can be used. Choose an MP4 or MOV video."
    ),
    "no_sound": QT_TRANSLATE_NOOP(
        "Errors", "“{name}” is not a sound that can be used. Choose an MP3, WAV or M4A file."
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "Errors", "“{name}” is damaged or cut off. Save it anew, or choose another file."
    ),
    "unfit": QT_TRANSLATE_NOOP(
        "Errors", "“{name}” cannot be made small enough for this model. Choose another picture."
    ),
    "metadata": QT_TRANSLATE_NOOP(
        "Errors",
        "“{name}” may say where it was taken, and that cannot be removed. Save it anew, then try "
        "again.",
    ),
    "unexamined": QT_TRANSLATE_NOOP(
        "Errors", "“{name}” could not be examined. Save it in another format, then try again."
    ),
}

# By the class of the error; where a reason has no sentence of its own, this one speaks.
FILE_REFUSED = QT_TRANSLATE_NOOP("Errors", "“{name}” cannot be used. Choose another file.")
FILE_TOO_LARGE = QT_TRANSLATE_NOOP(
    "Errors", "“{name}” is too large ({size}); at most {most_bytes} can be used."
)
TOO_MANY_PIXELS = QT_TRANSLATE_NOOP(
    "Errors",
    "“{name}” has too many pixels ({width} × {height}). Make the picture smaller, then try again.",
)
FILE_LOST = QT_TRANSLATE_NOOP(
    "Errors", "A file that goes into this video is no longer in the library. Choose it again."
)
NOT_IN_REQUEST = QT_TRANSLATE_NOOP("Errors", "This file cannot go into the video.")
