"""Files in, positioned values out: every problem reported, nothing judged."""
