"""VideoGen Desktop: short AI videos from a prompt, in a gallery with an honest ledger."""

__version__ = "0.2.0"
# What a desktop knows the program by: its window on Wayland, and its files in packaging/linux.
APPLICATION_ID = "io.github.videogen_desktop.videogen"
