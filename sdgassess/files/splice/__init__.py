"""Changes set into a text at their positions; everything else stays as people wrote it."""
