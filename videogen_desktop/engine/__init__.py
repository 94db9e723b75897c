"""Builds storage, provider, media and services for both roots: the window and the terminal."""
