"""Text against text: what a claim's numbers and dates are to a passage's."""
