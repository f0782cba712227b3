"""One name for each unit, whichever system or data set names it: *kilometre*, *USD*, *degree Celsius*."""

_SAME = {
    "%": "percent", "percentage": "percent", "per cent": "percent", "wt.%": "percent by weight",
    "wt. %": "percent by weight", "wt%": "percent by weight", "‰": "permille",
    "dollar": "usd", "united states dollar": "usd", "us dollar": "usd", "pound sterling": "gbp",
    "british pound": "gbp", "euro": "eur", "japanese yen": "jpy", "chinese yuan": "cny", "canadian dollar": "cad",
    "hong kong dollar": "hkd", "swiss franc": "chf", "finnish markka": "fim", "australian dollar": "aud",
    "mexican peso": "mxn", "turkish lira": "try", "bitcoin": "btc", "lao kip": "lak", "sri lankan rupee": "lkr",
    "inr": "rupee", "penny": "cent", "pence": "cent",
    "c": "degree celsius", "°c": "degree celsius", "f": "degree fahrenheit", "°": "degree", "degrees": "degree",
    "k": "kelvin", "m": "metre", "mm": "millimetre", "cm": "centimetre", "km": "kilometre", "μm": "micrometre",
    "nm": "nanometre", "kg": "kilogram", "g": "gram", "s": "second", "ms": "millisecond", "min": "minute",
    "h": "hour", "hr": "hour", "hz": "hertz", "ma": "megayear", "ka": "kiloyear", "yrs": "year", "×": "times",
    "pound-mass": "pound", "minute of arc": "arc minute", "second of arc": "arc second",
    "count per week": "times per week", "metric ton": "tonne", "dimensionless": "", "kibibyte": "kilobyte",
    "cubic centimetre": "millilitre",
}  # fmt: skip
"""Names in lower case. Signs and symbols stand for what they are in the data sets; the dollar alone is the US one."""
_PLURALS = frozenset(("days", "years", "months", "weeks", "hours", "minutes", "seconds", "decades", "metres"))


def unit_name(name: str) -> str:
    """The name that all ways of naming the unit share."""
    lowered = " ".join(name.lower().replace("_", " ").split())
    if lowered in _PLURALS:
        lowered = lowered[:-1]
    for american, british in (("meter", "metre"), ("liter", "litre")):
        lowered = lowered.replace(american, british)
    if lowered.startswith("metric ton"):
        lowered = "tonne"
    return _SAME.get(lowered, lowered)
