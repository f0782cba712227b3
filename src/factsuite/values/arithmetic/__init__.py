"""The arithmetic of derived figures: intervals, units, elapsed time, and the functions an expression may use."""
