"""Relations between what sources report and what the article asserts, and one verdict per fact."""
