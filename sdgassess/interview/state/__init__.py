"""What a sitting is: its phase, its profile, its way through the questions."""
