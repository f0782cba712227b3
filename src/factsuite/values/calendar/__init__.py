"""How dates are written: EDTF, the phrases of news English, days, times and stretches."""
