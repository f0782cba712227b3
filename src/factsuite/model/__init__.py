"""Articles, facts, sources and entities as frozen objects; knows no YAML and no pytest."""
