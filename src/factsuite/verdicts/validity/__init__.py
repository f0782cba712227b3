"""True as of: what an article says that a later day makes untrue."""
