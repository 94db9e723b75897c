"""A faithful loopback Kie AI: a program with its own books, which only the CLI starts."""
