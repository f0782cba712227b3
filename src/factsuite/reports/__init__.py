"""Results as JSON, Markdown and terminal text; nothing is recomputed here."""
