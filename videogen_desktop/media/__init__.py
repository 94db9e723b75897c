"""The media helper: a child process that opens files of unknown origin, and its client."""
