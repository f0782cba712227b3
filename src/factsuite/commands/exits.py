"""Exit codes of every command."""

EXIT_OK, EXIT_FINDINGS, EXIT_USAGE = 0, 1, 2
"""Nothing failed; findings; it was asked for in a way that cannot be done."""
