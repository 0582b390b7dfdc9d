"""Charts as values: what they show, and every number of it in words; a medium draws them."""
