"""The user's choices: the settings dialog, the welcome, and what keeps them."""
