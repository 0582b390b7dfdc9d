"""One prompt a module: `show` says what it asks, `take` what a line does."""
