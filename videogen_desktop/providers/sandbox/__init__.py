"""The embedded default provider: a loopback Kie in a child process."""
