"""The prompts of a room: votes in turn, and agreeing on a level."""
