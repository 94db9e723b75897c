"""Settling in the window a video whose end nobody knows: hint, task id, the owner's word."""
