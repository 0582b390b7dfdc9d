"""The prompts before the first question."""
