"""From bytes to a tree with positions, checked against its schema."""
