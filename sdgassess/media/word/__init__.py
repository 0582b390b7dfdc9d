"""The file that staff go on writing in."""
