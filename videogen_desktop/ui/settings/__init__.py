"""What the user chooses: the settings dialog, the welcome, and what keeps them."""
