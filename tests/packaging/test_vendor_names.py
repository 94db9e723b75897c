"""A vendor is a package and one line: nothing else in the program says a vendor's name."""

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from videogen_desktop.providers.vendors import vendors

ROOT = Path(__file__).parents[2] / "videogen_desktop"
# The packages of the vendors, their list, and the program that is the embedded vendor's server.
AT_HOME = (
    *(f"providers/{vendor.name}/" for vendor in vendors()),
    "providers/vendors.py",
    "sandbox/",
)
WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
# Elsewhere, with the reason.
EXCEPTIONS = {
    ("cli/sandbox.py", None): "the command that starts that program",
    ("cli/main.py", '"sandbox"'): "the command's name",
    ("program/options.py", '"VIDEOGEN_SANDBOX_ARGUMENTS"'): "the options of that program",
    ("storage/private_paths.py", '"sandbox"'): "a folder that earlier versions left open",
    ("storage/earlier_requests.py", None): "requests as libraries before revision 0003 have them",
    # In these the word is not a name but English for the wallet of play money; Vietnamese says
    # "ví thử nghiệm" and "máy chủ thử nghiệm".
    ("cli/errors.py", '"The sandbox did not start or has ended."'): "English for play money",
    ("ui/errors.py", '"The sandbox stopped. Start the program again."'): "English for play money",
    ("ui/account/wording.py", '"Sandbox"'): "English for play money",
    (
        "ui/header.py",
        '"This is the sandbox: its credits are not real and nothing costs anything."',
    ): "English for play money",
}


def elsewhere() -> Iterator[tuple[str, str]]:
    """Files and words that name a vendor: names, texts and comments alike."""
    names = {word.lower() for vendor in vendors() for word in WORDS.findall(vendor.name)}
    names |= {word.lower() for vendor in vendors() for word in WORDS.findall(vendor.short_title)}
    spellings = {model.id for vendor in vendors() for model in vendor.models}
    spellings |= {vendor.title for vendor in vendors()}
    for path in sorted(ROOT.rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        text = path.read_text("utf-8")
        lower = text.lower()
        if file.startswith(AT_HOME) or not any(one.lower() in lower for one in names | spellings):
            continue
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            said = {word.lower() for word in WORDS.findall(token.string)}
            if said & names or any(spelling in token.string for spelling in spellings):
                yield file, token.string


def test_nothing_but_its_package_and_the_list_names_a_vendor() -> None:
    found = set(elsewhere())
    allowed = {one for one in found if one in EXCEPTIONS or (one[0], None) in EXCEPTIONS}
    assert sorted(found - allowed) == []
    # An exception that nobody needs any more would let the next one in.
    needed = {one if one in EXCEPTIONS else (one[0], None) for one in allowed}
    assert set(EXCEPTIONS) - needed == set()
