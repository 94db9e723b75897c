"""Around both programs, window and terminal: their options, their log, their streams."""
