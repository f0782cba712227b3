"""What running English text says: the quantities, dates, quotations and names found in it."""
