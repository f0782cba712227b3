"""Two runs compared: what a stored report says, and what has changed since."""
