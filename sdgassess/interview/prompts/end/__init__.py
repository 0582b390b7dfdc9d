"""The prompts after the last question."""
