"""What numbers, dates and words mean: texts in, frozen values out."""
