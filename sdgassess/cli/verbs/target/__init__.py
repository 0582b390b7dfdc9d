"""The verb `target`: picks, their targets, and what the room thinks of candidates."""
