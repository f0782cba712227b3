"""The templates of the checking copy; package data, no code."""
