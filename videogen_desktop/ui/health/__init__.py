"""The library's health: the page while it does not open, recovery, and the diagnosis."""
