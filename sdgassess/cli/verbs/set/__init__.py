"""The verb that records one answer, or name, date and people, without a sitting."""
