"""Pinning a source: fetching it, extracting its text, keeping both. The one stage that may use a network or a clock."""
