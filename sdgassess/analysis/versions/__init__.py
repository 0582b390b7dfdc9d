"""Questionnaires beside each other: what a new version changes, also for older answers."""
