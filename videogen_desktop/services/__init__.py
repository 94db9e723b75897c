"""The verbs: generate, poll, finish, download, recover. asyncio, no Qt."""
