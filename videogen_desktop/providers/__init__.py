"""Vendors over HTTP; the only place that knows httpx, beside a server of our own."""
