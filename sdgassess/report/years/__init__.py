"""The comparison of years, and of municipalities side by side."""
