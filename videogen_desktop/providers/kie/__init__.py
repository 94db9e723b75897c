"""Kie AI: its envelopes, its refusals and its task records."""
