"""Agreement: of everything several lines report on, whether they can all be right, and who is the outlier if not."""
