"""What was agreed: a sheet for each who does something, and the days that it is due."""
