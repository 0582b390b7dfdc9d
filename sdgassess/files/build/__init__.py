"""From a checked tree to the model."""
