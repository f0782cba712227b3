"""The number words of English: names of numbers, magnitudes, fractions and ordinals."""

from fractions import Fraction

from factsuite.values.numbers.tokens import listed

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

SMALL: dict[str, int] = {
    word: number
    for number, word in enumerate((_ONES + " fifteen sixteen seventeen eighteen nineteen").split(), start=1)
}
SMALL |= {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}
SMALL |= {"zero": 0, "nought": 0, "naught": 0, "fourty": 40}
"""Words below a hundred, each with its number."""

MAGNITUDES: dict[str, int] = {
    "thousand": 10**3,
    "thousands": 10**3,
    "million": 10**6,
    "millions": 10**6,
    "billion": 10**9,
    "billions": 10**9,
    "trillion": 10**12,
    "trillions": 10**12,
    "quadrillion": 10**15,
    "lakh": 10**5,
    "lakhs": 10**5,
    "crore": 10**7,
    "crores": 10**7,
}
"""Magnitude words: a number before one is multiplied by it."""

ABBREVIATED: dict[str, int] = {
    "k": 10**3,
    "mil": 10**6,
    "mln": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "tln": 10**12,
}
"""Magnitudes in short, written against or after digits. A k touches its number."""

MONEY_ABBREVIATED: dict[str, int] = {
    "m": 10**6,
    "mm": 10**6,
    "b": 10**9,
    "t": 10**12,
    "K": 10**3,
    "M": 10**6,
    "MM": 10**6,
    "B": 10**9,
    "T": 10**12,
}
"""Letters that are magnitudes after a sum of money, and units or nothing elsewhere: $5m, $2.1T."""

HUNDRED = 100
SCALE_FROM = 10**6
"""A number written with a magnitude from here up, or in short, is a rounded one: 2 million, 3k."""

ORDINALS: dict[str, int] = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "nineth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
    "thousandth": 10**3,
    "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
}
"""Ranks in words. As the last word of a longer one they add to it: twenty-fifth."""

DENOMINATORS: dict[str, int] = {
    "half": 2,
    "halves": 2,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
}
DENOMINATORS |= {word: number for word, number in ORDINALS.items() if number > 2}
DENOMINATORS |= {word + "s": number for word, number in ORDINALS.items() if number > 2}
"""Names of the parts of a whole: thirds, quarters, hundredths."""

VULGAR: dict[str, Fraction] = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5),
    "⅖": Fraction(2, 5),
    "⅗": Fraction(3, 5),
    "⅘": Fraction(4, 5),
    "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6),
    "⅛": Fraction(1, 8),
    "⅜": Fraction(3, 8),
    "⅝": Fraction(5, 8),
    "⅞": Fraction(7, 8),
}
"""Fractions that are one character."""

MULTIPLES: dict[str, int] = {
    "once": 1,
    "twice": 2,
    "thrice": 3,
    "double": 2,
    "doubled": 2,
    "doubling": 2,
    "twofold": 2,
    "triple": 3,
    "tripled": 3,
    "tripling": 3,
    "trebled": 3,
    "threefold": 3,
    "quadruple": 4,
    "quadrupled": 4,
    "fourfold": 4,
    "quintupled": 5,
    "fivefold": 5,
    "sixfold": 6,
    "sevenfold": 7,
    "eightfold": 8,
    "ninefold": 9,
    "tenfold": 10,
}
"""Words that say how many times as much."""

DOZENS = {"dozen": 12, "dozens": 12, "dz": 12, "dzs": 12}
"""A counted dozen."""

VAGUE_SCALES: dict[str, int] = {"tens": 10, "dozens": 12, "hundreds": 100} | {
    word: size for word, size in MAGNITUDES.items() if word.endswith("s")
}
"""Plurals that name no number: at least two of the scale, and less than where the next word takes over."""

COUNTED_BY_MILLIONS = listed(
    """people persons men women children adults voters votes users customers viewers listeners readers subscribers
    followers fans members passengers visitors tourists workers employees jobs homes households families residents
    inhabitants citizens refugees migrants students pupils patients deaths cases doses tests copies downloads views
    visits shares units vehicles cars animals birds chickens cattle pigs tonnes tons barrels gallons litres hectares
    acres dollars euros pounds years more other others"""
)
"""What an m against a number counts by the million, where it would be metres elsewhere: 1.5m people."""
