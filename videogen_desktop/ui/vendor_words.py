"""The vendor's own name in a sentence: people know whom they have an account with."""

from PySide6.QtCore import QCoreApplication


def by_vendor(text: str, vendor: str) -> str:
    """The text with `vendor` in the place of {vendor}, or with a word for it where nobody knows
    which one it is. Main thread."""
    name = vendor or QCoreApplication.translate("Errors", "the provider")
    filled = text.replace("{vendor}", name)
    return filled[:1].upper() + filled[1:]
