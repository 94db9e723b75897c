"""Finding videos and doing something with many: search, filters, selection, copies, delete."""
