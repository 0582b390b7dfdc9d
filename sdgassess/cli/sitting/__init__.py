"""What a sitting needs around it: its file, its minutes, last year, the words of its result."""
