"""The operators: each makes one kind of mistake in a text, everywhere the text offers a chance for it."""
