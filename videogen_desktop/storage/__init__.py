"""The database, files on disk, settings and the keyring; rows never leave this package."""
