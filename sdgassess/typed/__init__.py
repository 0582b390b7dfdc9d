"""What a person typed, read into a value."""
