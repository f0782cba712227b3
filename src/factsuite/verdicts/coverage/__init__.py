"""Coverage: what of an article lies under a fact that asserts it, is marked as not checked, or is neither."""
