"""Batches: read, checked and priced, reserved all or none, and sent in their order."""
