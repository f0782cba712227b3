"""One timeline: all events, orders and dates of an article as one network of times that must have a solution."""
