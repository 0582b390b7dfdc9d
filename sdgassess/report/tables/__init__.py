"""Tables for programs: one per kind of row, with names that are the same in every language."""
