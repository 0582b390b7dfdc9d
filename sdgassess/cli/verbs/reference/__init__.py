"""The verbs below `reference`."""
