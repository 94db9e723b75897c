"""What runs in the measured processes themselves; each prints one line of JSON and ends."""
