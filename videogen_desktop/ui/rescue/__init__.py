"""Videos that are brought in by the provider's task ids."""
