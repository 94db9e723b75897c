"""Sentences for what is wrong with a request, and for the limits that it would pass."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from videogen_desktop.domain import errors as domain

REQUEST_TEXTS: dict[type[BaseException], object] = {
    domain.InvalidRequestError: QT_TRANSLATE_NOOP("Errors", "The request cannot be used as it is."),
    domain.UnreadablePromptError: QT_TRANSLATE_NOOP(
        "Errors", "The prompt has broken characters that cannot be read. Enter it again."
    ),
    domain.EmptyPromptError: QT_TRANSLATE_NOOP("Errors", "Describe the video you want first."),
    domain.PromptTooLongError: QT_TRANSLATE_NOOP(
        "Errors",
        "The prompt has {length} characters; this model takes at most {limit}. Please shorten it.",
    ),
    domain.UnknownOptionError: QT_TRANSLATE_NOOP(
        "Errors", "This model has no option “{role}”. Leave it out, or choose another model."
    ),
    domain.OptionValueError: QT_TRANSLATE_NOOP(
        "Errors", "This model does not take “{given}” for “{role}”. Choose another value."
    ),
    domain.PromptTooShortError: QT_TRANSLATE_NOOP(
        "Errors",
        "The prompt has {length} characters; this model wants at least {least}. Say a little more.",
    ),
    domain.RuleBrokenError: QT_TRANSLATE_NOOP(
        "Errors", "These choices do not go together: {names}. Change one of them."
    ),
    domain.NoneOfNeededError: QT_TRANSLATE_NOOP(
        "Errors", "This model needs at least one of these: {names}."
    ),
    domain.EntryIncompleteError: QT_TRANSLATE_NOOP(
        "Errors",
        "Each of “{names}” needs a name, a description and at least {limits} pictures of its own.",
    ),
    domain.NotTogetherError: QT_TRANSLATE_NOOP(
        "Errors", "{names} cannot be used together with {because}. Take one of them away."
    ),
    domain.OneOfGroupsError: QT_TRANSLATE_NOOP(
        "Errors", "Only one of these can be used at a time: {names}."
    ),
    domain.ValueNotTogetherError: QT_TRANSLATE_NOOP(
        "Errors", "{names} must be {limits} together with {because}."
    ),
    domain.TooManyFilesError: QT_TRANSLATE_NOOP(
        "Errors", "At most {limits} files fit here together: {names}."
    ),
    domain.TooManySecondsError: QT_TRANSLATE_NOOP(
        "Errors", "At most {limits} seconds fit here together: {names}."
    ),
    domain.SlotCountError: QT_TRANSLATE_NOOP(
        "Errors", "“{slot}” takes {least} to {most} files with this model, and there are {count}."
    ),
    domain.NoSuchSlotError: QT_TRANSLATE_NOOP(
        "Errors", "This model takes no file as “{slot}”. Take it away, or choose another model."
    ),
    domain.SlotFileError: QT_TRANSLATE_NOOP(
        "Errors", "A file in “{slot}” does not fit this model. Choose another one."
    ),
    domain.ParentMissingError: QT_TRANSLATE_NOOP(
        "Errors", "This model continues a finished video: open one and choose what to do with it."
    ),
    domain.NoFollowUpError: QT_TRANSLATE_NOOP(
        "Errors", "No model on offer here goes on with this video in this way."
    ),
    domain.PriceAboveMostError: QT_TRANSLATE_NOOP(
        "Errors", "One video costs {price} now, and you agreed to {most_held} for it at most."
    ),
    domain.PriceUnknownError: QT_TRANSLATE_NOOP(
        "Errors", "The price of this choice is not known, so nothing was sent. Choose another one."
    ),
    domain.UnknownModelError: QT_TRANSLATE_NOOP(
        "Errors", "The model “{given}” is not on offer here. Choose another model."
    ),
    domain.UnknownPresetError: QT_TRANSLATE_NOOP(
        "Errors", "There is no style “{given}”. Choose one from the list."
    ),
    domain.BatchUnreadableError: QT_TRANSLATE_NOOP("Errors", "This cannot be read as a batch."),
    domain.UnknownColumnError: QT_TRANSLATE_NOOP(
        "Errors", "The column “{header}” says nothing that is known here. Choose what it means."
    ),
    domain.FileAddressError: QT_TRANSLATE_NOOP(
        "Errors", "“{address}” is not a file on this machine. Enter its whole path."
    ),
    domain.TitleTooLongError: QT_TRANSLATE_NOOP(
        "Errors", "The file name has {length} characters; at most {limit} fit. Please shorten it."
    ),
    domain.BatchNotReadyError: QT_TRANSLATE_NOOP(
        "Errors", "{rows} rows still have something wrong, so none was sent."
    ),
    domain.BatchTooLargeError: QT_TRANSLATE_NOOP(
        "Errors", "These are {videos} videos, and a batch takes at most {limit}. Make it smaller."
    ),
    domain.OutputRefusedError: QT_TRANSLATE_NOOP(
        "Errors", "The file {path} cannot be written. Choose another place."
    ),
    domain.NotEnoughCreditsError: QT_TRANSLATE_NOOP(
        "Errors", "Not enough credits: {price} needed, {available} available. Top up and try again."
    ),
    domain.VideoNotFoundError: QT_TRANSLATE_NOOP("Errors", "This video is no longer here."),
    domain.IllegalTransitionError: QT_TRANSLATE_NOOP(
        "Errors", "The video has moved on meanwhile, so this can no longer be done."
    ),
    domain.NameTemplateError: QT_TRANSLATE_NOOP(
        "Errors", "“{field}” is no part of a file name. Between braces may stand: {known}."
    ),
    domain.ExportRefusedError: QT_TRANSLATE_NOOP(
        "Errors", "No such video can be made of these clips. Choose others."
    ),
}

# Why a file does not fit its place, where more can be said.
UNFIT_FILES: dict[str, object] = {
    "kind": QT_TRANSLATE_NOOP("Errors", "“{slot}” takes another kind of file with this model."),
    "type": QT_TRANSLATE_NOOP("Errors", "“{slot}” does not take {given}; it takes {limits}."),
    "bytes": QT_TRANSLATE_NOOP(
        "Errors", "The file in “{slot}” is too large for this model: {given} of {limits}."
    ),
    "side_least": QT_TRANSLATE_NOOP(
        "Errors", "The picture in “{slot}” is too small: {given} pixels, and {limits} are needed."
    ),
    "side_largest": QT_TRANSLATE_NOOP(
        "Errors", "The picture in “{slot}” is too large: {given} pixels, and {limits} are allowed."
    ),
    "ratio": QT_TRANSLATE_NOOP(
        "Errors", "The picture in “{slot}” is too narrow: its sides may be 1 to {limits} at most."
    ),
    "shortest": QT_TRANSLATE_NOOP(
        "Errors", "The file in “{slot}” is too short: {given}, and {limits} are needed."
    ),
    "longest": QT_TRANSLATE_NOOP(
        "Errors", "The file in “{slot}” is too long: {given}, and {limits} are allowed."
    ),
    "total": QT_TRANSLATE_NOOP(
        "Errors", "The files in “{slot}” are too long together: {given} of {limits}."
    ),
}

# Why a text or a file is no batch, where more can be said.
UNREADABLE_BATCHES: dict[str, object] = {
    "nothing": QT_TRANSLATE_NOOP("Errors", "There is nothing in it."),
    "too_large": QT_TRANSLATE_NOOP("Errors", "It is too large to be a batch (16 MB at most)."),
    "too_many_rows": QT_TRANSLATE_NOOP(
        "Errors", "It has more than {limit} rows. Make several batches of it."
    ),
    "too_many_columns": QT_TRANSLATE_NOOP("Errors", "It has more than {limit} columns."),
    "cell_too_long": QT_TRANSLATE_NOOP(
        "Errors", "The text in row {place} is too long for a description."
    ),
    "not_text": QT_TRANSLATE_NOOP(
        "Errors", "The file is no table: CSV, TSV, JSONL and Excel (.xlsx) can be opened."
    ),
    "not_json": QT_TRANSLATE_NOOP("Errors", "Line {place} is not a JSON object."),
    "not_a_workbook": QT_TRANSLATE_NOOP(
        "Errors", "The file is no Excel workbook that can be read. Save it again as .xlsx."
    ),
    "formula": QT_TRANSLATE_NOOP(
        "Errors", "The formula in cell {place} has no value yet. Open and save the file in Excel."
    ),
    "no_file": QT_TRANSLATE_NOOP("Errors", "The file cannot be opened."),
}

# Why a file cannot be written, where more can be said than that it cannot.
REFUSED_OUTPUTS: dict[str, object] = {
    "exists": QT_TRANSLATE_NOOP(
        "Errors", "There is a file {path} already, and nothing is overwritten. Choose another name."
    ),
    "folder_missing": QT_TRANSLATE_NOOP(
        "Errors", "The folder of {path} is no longer there. Choose another place."
    ),
    "full": QT_TRANSLATE_NOOP(
        "Errors", "There is no space left for {path}. Free some, or choose another place."
    ),
    "in_library": QT_TRANSLATE_NOOP(
        "Errors", "{path} is one of the library's own files. Choose another place."
    ),
}

REFUSED_EXPORTS: dict[str, object] = {
    "nothing_left": QT_TRANSLATE_NOOP(
        "Errors", "Nothing is left of a clip that was cut. Move its ends apart."
    ),
    "too_long": QT_TRANSLATE_NOOP(
        "Errors", "The video is too long for the size that is taken there. Cut it, or send a part."
    ),
    "no_clips": QT_TRANSLATE_NOOP("Errors", "Choose 1 to 500 videos whose files are here."),
}

# Which of the owner's caps would be passed.
SPEND_CAPS: dict[str, object] = {
    "day": QT_TRANSLATE_NOOP(
        "Errors",
        "This costs {price} and would pass your cap of {cap} a day; {spent} are used today.",
    ),
    "month": QT_TRANSLATE_NOOP(
        "Errors",
        "This costs {price} and would pass your cap of {cap} a month; {spent} are used this month.",
    ),
}
