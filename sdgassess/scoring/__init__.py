"""From answers to levels, with the reason for every level (domain model §3.5-§3.9)."""
