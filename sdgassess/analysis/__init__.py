"""What a score means beside something else: references, priorities, years."""
