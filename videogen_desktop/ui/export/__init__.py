"""Clips leave the window: saved, copied, dragged, joined and shared."""
