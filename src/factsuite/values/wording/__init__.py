"""How words are compared: tokens, spelling, alignment, edits, and what must not be lost."""
