"""Short results for a window: the finding first, the rest a command away."""
