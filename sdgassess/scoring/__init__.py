"""From answers to levels, with the reason for every level."""
