"""Sentences of the terminal for what is wrong with a request, with the code that it ends with."""

from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.domain import errors as domain

_E = ExitCode

REQUEST_TEXTS: dict[type[domain.VideoGenError], tuple[ExitCode, str]] = {
    domain.InvalidRequestError: (_E.USAGE, "The request cannot be used as it is."),
    domain.UnreadablePromptError: (
        _E.USAGE,
        "The prompt is not readable text (it must be UTF-8); nothing was sent.",
    ),
    domain.EmptyPromptError: (_E.USAGE, "The prompt is empty: describe the video you want."),
    domain.PromptTooLongError: (
        _E.USAGE,
        "The prompt has {length} characters; this model takes at most {limit}.",
    ),
    domain.UnknownOptionError: (
        _E.USAGE,
        "This model has no option “{role}”; it has: {known}.",
    ),
    domain.OptionValueError: (
        _E.USAGE,
        "This model does not take “{given}” for {role}; it takes: {allowed}.",
    ),
    domain.PromptTooShortError: (
        _E.USAGE,
        "The prompt has {length} characters; this model wants at least {least}.",
    ),
    domain.RuleBrokenError: (_E.USAGE, "These do not go together with this model: {names}."),
    domain.NoneOfNeededError: (_E.USAGE, "This model needs at least one of: {names}."),
    domain.EntryIncompleteError: (
        _E.USAGE,
        "Each entry wants its words and at least {limits} files of its own: {names}.",
    ),
    domain.NotTogetherError: (_E.USAGE, "With {because} this model does not take: {names}."),
    domain.OneOfGroupsError: (_E.USAGE, "These exclude each other with this model: {names}."),
    domain.ValueNotTogetherError: (
        _E.USAGE,
        "With {because} this model takes for {names} only: {limits}.",
    ),
    domain.TooManyFilesError: (
        _E.USAGE,
        "This model takes at most {limits} files together of: {names}.",
    ),
    domain.TooManySecondsError: (
        _E.USAGE,
        "This model takes at most {limits} seconds together of: {names}.",
    ),
    domain.SlotCountError: (
        _E.USAGE,
        "There are {count} files for {slot}; this model takes {least} to {most} there.",
    ),
    domain.NoSuchSlotError: (_E.USAGE, "This model takes no file as {slot}; it takes: {known}."),
    domain.SlotFileError: (
        _E.USAGE,
        "A file for {slot} does not fit ({fault}: {given}); this model takes: {limits}.",
    ),
    domain.ParentMissingError: (
        _E.USAGE,
        "This model continues a finished video of the same provider; name one.",
    ),
    domain.NoFollowUpError: (
        _E.USAGE,
        "There is no such model to {verb} a clip of {model_id} with; these can: {known}.",
    ),
    domain.PriceUnknownError: (
        _E.USAGE,
        "The price of this choice of {model_id} is not known; say with --max-credits how much may "
        "be held for it at most.",
    ),
    domain.PriceAboveMostError: (
        _E.USAGE,
        "One video costs {price} credits, and at most {most_held} may be held for it.",
    ),
    domain.UnknownModelError: (
        _E.USAGE,
        "There is no model “{given}” here; choose one of: {known}.",
    ),
    domain.UnknownPresetError: (
        _E.USAGE,
        "There is no style “{given}”; `videogen presets` lists them: {known}.",
    ),
    domain.BatchUnreadableError: (_E.USAGE, "The batch cannot be read{place}: {reason}."),
    domain.UnknownColumnError: (_E.USAGE, "There is no such column here: “{header}”."),
    domain.FileAddressError: (
        _E.USAGE,
        "The address “{address}” is of no file of this machine, or not whole; give a whole path.",
    ),
    domain.TitleTooLongError: (
        _E.USAGE,
        "A file name of {length} characters is too long; at most {limit} are taken.",
    ),
    domain.BatchNotReadyError: (
        _E.USAGE,
        "Rows with something wrong: {rows}. Nothing of the batch was reserved.",
    ),
    domain.BatchTooLargeError: (
        _E.USAGE,
        "The batch asks for {videos} videos; one takes at most {limit}.",
    ),
    domain.OutputRefusedError: (_E.USAGE, "The file {path} cannot be written: {reason}."),
    domain.NameTemplateError: (
        _E.USAGE,
        "A template of names knows no “{field}”; between braces may stand: {known}.",
    ),
    domain.DescriptionKeptError: (_E.USAGE, "Left as they are, words and all: {count} files."),
    domain.ExportRefusedError: (_E.USAGE, "Such a file cannot be made: {reason}."),
    domain.InputFileError: (_E.USAGE, "The file {path} cannot be used."),
    domain.InputRefusedError: (_E.USAGE, "The file {path} cannot be used: {reason}."),
    domain.InputTooLargeError: (
        _E.USAGE,
        "The file {path} has {size}; at most {most_bytes} can be used.",
    ),
    domain.PictureTooLargeError: (
        _E.USAGE,
        "The picture {path} says that it is {width} x {height} pixels, more than can be used "
        "(120 megapixels, 32768 a side); make it smaller first.",
    ),
    domain.InputLostError: (
        _E.USAGE,
        "A file that this request needs (SHA-256 {sha256}) is no longer in the library; give it "
        "again.",
    ),
}

# Why a text or a file is no batch.
BATCH_REASONS = {
    "nothing": "there is nothing in it",
    "too_large": "it is larger than 16 MB",
    "too_many_rows": "it has more than {limit} rows",
    "too_many_columns": "it has more than {limit} columns",
    "cell_too_long": "a text in it is longer than {limit} characters",
    "not_text": "it is neither CSV, TSV, JSONL nor an Excel workbook",
    "not_json": "the line is not a JSON object with each name once",
    "not_a_workbook": "it is no Excel workbook (.xlsx) that can be read",
    "formula": "the formula there has no value; open and save the file in a spreadsheet program",
    "no_file": "the file cannot be opened",
}
