"""What people and programs get to read: screens, JSON results, the words of problems."""
