"""How a part of a sitting looks."""
