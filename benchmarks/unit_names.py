"""One name for each unit, whichever system or data set names it: *kilometre*, *USD*, *degree Celsius*."""

_SYMBOLS = {
    "%": "percent", "wt.%": "percent by weight", "wt. %": "percent by weight", "wt%": "percent by weight",
    "‰": "permille", "C": "degree celsius", "°C": "degree celsius", "F": "degree fahrenheit", "°": "degree",
    "K": "kelvin", "m": "metre", "mm": "millimetre", "cm": "centimetre", "km": "kilometre", "μm": "micrometre",
    "nm": "nanometre", "kg": "kilogram", "g": "gram", "s": "second", "ms": "millisecond", "min": "minute",
    "h": "hour", "hr": "hour", "hrs": "hour", "Hz": "hertz", "Ma": "megayear", "ka": "kiloyear", "yr": "year",
    "yrs": "year",
    "×": "times", "V": "volt", "kV": "kilovolt", "eV": "electronvolt", "keV": "kiloelectronvolt", "MPa": "megapascal",
    "m s−1": "metre per second", "m/s": "metre per second", "km s−1": "kilometre per second",
}  # fmt: skip
"""Symbols as they are printed."""
_NAMES = {
    "percentage": "percent", "per cent": "percent", "degrees": "degree",
    "dollar": "usd", "united states dollar": "usd", "us dollar": "usd", "pound sterling": "gbp",
    "british pound": "gbp", "euro": "eur", "japanese yen": "jpy", "chinese yuan": "cny", "canadian dollar": "cad",
    "hong kong dollar": "hkd", "swiss franc": "chf", "finnish markka": "fim", "australian dollar": "aud",
    "mexican peso": "mxn", "turkish lira": "try", "bitcoin": "btc", "lao kip": "lak", "sri lankan rupee": "lkr",
    "inr": "rupee", "penny": "cent", "pence": "cent", "pound mass": "pound", "minute of arc": "arc minute",
    "second of arc": "arc second", "count per week": "times per week", "metric ton": "tonne", "dimensionless": "",
    "kibibyte": "kilobyte", "cubic centimetre": "millilitre",
}  # fmt: skip
"""Names in lower case. The dollar alone is that of the United States."""
_PLURALS = frozenset(("days", "years", "months", "weeks", "hours", "minutes", "seconds", "decades", "metres"))


def unit_name(name: str) -> str:
    """The name that all ways of naming the unit share."""
    if name in _SYMBOLS:
        return _SYMBOLS[name]
    lowered = " ".join(name.lower().replace("-", " ").split())
    if lowered in _PLURALS:
        lowered = lowered[:-1]
    for american, british in (("meter", "metre"), ("liter", "litre")):
        lowered = lowered.replace(american, british)
    return _NAMES.get(lowered, lowered)


def symbol_name(symbol: str) -> str | None:
    """The name of a unit that is given as it is printed; None for one that is not listed."""
    if symbol in _SYMBOLS:
        return _SYMBOLS[symbol]
    return unit_name(symbol) if symbol in _PLURALS or symbol + "s" in _PLURALS else None
