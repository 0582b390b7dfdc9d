"""The verbs: one module each, its options and what it does."""
