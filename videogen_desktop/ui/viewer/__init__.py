"""One video large: its player, its details, and what can be done with it."""
