"""Playing clips inside cards: at most two players, each a small state machine."""
