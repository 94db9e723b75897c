"""Vendors over HTTP; the only place, beside the sandbox, that knows httpx."""
