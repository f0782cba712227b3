"""The openly fictional town of Larkhaven, in which the examples on the rules' pages are set."""
