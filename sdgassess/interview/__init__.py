"""The sitting: an engine without input or output, and the drivers that lend it a terminal."""
