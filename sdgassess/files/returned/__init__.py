"""What comes back from people who answered alone, before it is put into a profile."""
