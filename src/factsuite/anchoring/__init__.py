"""Anchors after an edit: which words still stand in the article, which moved, what became of the rest."""
