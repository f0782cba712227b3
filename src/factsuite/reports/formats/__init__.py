"""Findings in the formats that other tools read: code scanning, pipelines, review bots, editors."""
