"""The command line: options, help, exit codes, and the one boundary for errors."""
