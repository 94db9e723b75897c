"""VideoGen Desktop: short AI videos from a prompt, in a gallery with an honest ledger."""

__version__ = "0.2.0"
