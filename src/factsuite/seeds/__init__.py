"""The seed corpus: small fictional dossiers with one defect each, and their near misses that must stay green."""
