"""How a level came about, answer by answer."""
