"""What a key does from anywhere, and what an answer leads to."""
