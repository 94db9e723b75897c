"""Many videos at once: their table, descriptions with variables, and the queue."""
