"""Fact diff: what changed between two versions of a workspace, said as facts, and what of it a gate stops."""
