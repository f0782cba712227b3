"""How well the project reads numbers, dates, quotations and speakers, measured on published data."""
