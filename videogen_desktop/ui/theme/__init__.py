"""One set of design tokens and what is drawn from it."""
