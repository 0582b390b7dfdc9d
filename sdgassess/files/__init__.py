"""From bytes to the model and back: strict reading, named rules, one writer.

Data passes once: reader (bytes to a tree with positions), schema and rules (problems), build
(tree to model); and back: layout (model to tree), edit (tree into the text people wrote), writer.
"""
