"""Two to four clips side by side, playing as one, of which one is picked."""
