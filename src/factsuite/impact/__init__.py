"""Blast radius: what falls if a source, an entity's record or a fact falls."""
