"""Which revision of the library's schema this version of the program makes."""

HEAD = "0003"
KNOWN_REVISIONS = ("0001", "0002", "0003")
