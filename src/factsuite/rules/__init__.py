"""What a rule is, how rules are collected and run, and what a run comes to."""
