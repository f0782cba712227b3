"""Drafting: from an article's text to a dossier whose facts wait for their evidence."""
