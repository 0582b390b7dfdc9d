"""On the disk: one writer, the lock beside a file, the minutes."""
