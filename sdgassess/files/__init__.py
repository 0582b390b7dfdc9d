"""From bytes to the model and back: strict reading, named rules, one writer.

Data passes once: `read` (bytes to a tree with positions, and its shape), `rules` (what a schema
cannot say), `build` (tree to model); and back: `splice` (model to tree, and the tree into the text
people wrote), `write`. `load` and `siblings` go that way with a path in hand; `catalogue` knows
which file an id means.
"""
