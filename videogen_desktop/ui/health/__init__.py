"""When the library does not open, and what is done for its safety."""
