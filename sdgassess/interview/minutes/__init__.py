"""The minutes of a sitting, line by line."""
