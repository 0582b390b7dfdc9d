"""What is told, in which order, for one deliverable; made of document values, never of bytes."""
