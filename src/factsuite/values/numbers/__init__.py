"""How quantities are written: numerals, number words, hedges, units, money."""
