"""Root of the terminal: one file per command group; no Qt."""
