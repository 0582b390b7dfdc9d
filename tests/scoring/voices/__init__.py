"""Voices: whose count, who was heard, and how many sources stand behind a level."""
