"""Streams and signals: whatever touches a terminal stands in these modules."""
