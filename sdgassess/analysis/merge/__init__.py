"""What people answered alone, brought into one profile, and opened there."""
