"""Callbacks of the provider, for users who run a tunnel to this machine; off by default."""
