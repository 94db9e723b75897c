"""Which revision of the library's schema this version of the program makes."""

HEAD = "0002"
KNOWN_REVISIONS = ("0001", "0002")
