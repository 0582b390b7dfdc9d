"""What a schema cannot say: named rules over a checked tree."""
