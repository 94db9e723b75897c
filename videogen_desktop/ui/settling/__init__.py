"""The ways out of "Chưa rõ" in the window: hint, task id, the owner's word."""
