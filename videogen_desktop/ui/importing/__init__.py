"""Clips that come into the window: dropped on it, or read from a folder."""
