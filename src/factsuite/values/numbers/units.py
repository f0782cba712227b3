"""Units of measure: the ways English writes them, each under one canonical name.

Canonical names are British singulars: *kilometre*, *percentage point*. Words are matched in lower case,
symbols as written, since mg is not Mg. Prefixed units (kilowatt, kW) are made from the prefixes and bases of
the SI.
"""

from enum import Enum
from fractions import Fraction

from msgspec import Struct

from factsuite.values.numbers.tokens import listed, paired


class Dimension(Enum):
    """What a unit measures."""

    SHARE = "share"
    MONEY = "money"
    TIME = "time"
    TEMPERATURE = "temperature"
    ANGLE = "angle"
    MEASURE = "measure"
    COUNT = "count"

    __hash__ = object.__hash__  # the one of Enum is Python code, and every figure looks its kind up by this


class Unit(Struct, frozen=True):
    """A unit: its canonical name, what it measures, and how many of it the word is (0.01 USD for a cent)."""

    name: str
    dimension: Dimension
    factor: Fraction = Fraction(1)


_PREFIXES = paired(
    """a:atto f:femto p:pico n:nano μ:micro m:milli c:centi d:deci k:kilo M:mega G:giga T:tera P:peta E:exa"""
)

_PREFIXED = """
m afpnμmcdk metre metres meter meters; g npμmkM gram grams gramme grammes; L μmcd litre litres liter liters; s
fpnμm second seconds sec secs; W nμmkMGT watt watts; V μmkM volt volts; A nμmk ampere amperes amp amps; J
nμmkMGTPE joule joules; Hz mkMGT hertz; Pa μmkMG pascal pascals; N μmkM newton newtons; eV mkMGT
electronvolt electronvolts; bar nμm bar bars; mol pnμmk mole moles; T pnμm tesla teslas; B kMGTPE byte
bytes; bit kMGT bit bits; Wh kMGT watt-hour watt-hours; t kMG tonne tonnes; Bq kMGTP becquerel becquerels;
Sv nμm sievert sieverts; pc kMG parsec parsecs; Ω mkM ohm ohms; M pnμm molar; H nμm henry; R k rayleigh; Da
kM dalton daltons; U m enzyme-unit; yr kMG year years; tons km ton; b f barn barns
"""
"""Symbol, the prefixes it is written with, its canonical name and other words."""

_LONG_PREFIXED = listed(
    """metre meter gram gramme litre liter second watt volt ampere amp joule hertz pascal newton electronvolt
    bar mole byte bit watt-hour tonne ton becquerel sievert parsec ohm year pixel calorie"""
)

_WORDS = """
minute: minute minutes min mins; hour: hour hours hr hrs; day: day days; night: night nights; week: week
weeks wk wks; fortnight: fortnight fortnights; month: month months; year: year years yr yrs; decade: decade
decades; quarter: quarters; century: century centuries; millennium: millennium millennia; weekend: weekend
weekends; gigayear: gigaannum byr; kilometre: kms; micrometre: micron microns; mile: mile miles mi; foot:
foot feet ft; inch: inch inches; yard: yard yards yd yds; nautical mile: nmi; light-year: lightyear
lightyears; fathom: fathom fathoms; furlong: furlong furlongs; kilogram: kilo kilos kgs kg; ton: ton tons;
pound: lb lbs; ounce: ounce ounces oz; stone: stones; carat: carat carats; gallon: gallon gallons gal; pint:
pint pints; quart: quart quarts; cup: cup cups; tablespoon: tablespoon tablespoons tbsp; teaspoon: teaspoon
teaspoons tsp; barrel: barrel barrels bbl; bushel: bushel bushels; hectare: hectare hectares ha; acre: acre
acres; horsepower: horsepower hp bhp; decibel: decibel decibels db; knot: knot knots; astronomical unit: au;
ppm: ppm; ppb: ppb; ppt: ppt; ppq: ppq; kelvin: kelvin kelvins; torr: torr; calorie: calorie calories;
kilocalorie: kcal; pixel: pixel pixels; lumen: lumen lumens; radian: radian radians rad; dram: drachma
drachmas dram drams; turn: turns; permille: permille; satoshi: satoshi satoshis; kilometre per hour: kph kmh
kmph; mile per hour: mph; revolution per minute: rpm; pound per square inch: psi; mile per gallon: mpg; microgram: mcg;
second: sec secs; millilitre: ml
"""
"""Canonical name: the words and lower-case symbols it is written with."""

_SYMBOLS = """
hour: h; year: a; day: d; inch: in; megayear: Ma; kiloyear: ka; gigayear: Ga; angstrom: Å; permille: ‰; bit:
b; candela: cd; pH: pH; kelvin: K; litre: l; coulomb: C; farad: F; centilitre: cl; decilitre: dl;
microlitre: μl; nautical mile: NM; decibel: dB; megabit per second: Mbps; gigabit per second: Gbps; kilobit
per second: kbps; kilobit: kb; megabit: Mb; gigabit: Gb; percent by weight: wt; percent by volume: vol;
metre below sea level: mbsl; millibar: mBar mb; kilobyte: KB; kilowatt: KW; kilohertz: KHz; kilometre: Km
KM; millidegree: mdeg; femtobarn: fb; millivolt: mv
"""
"""Canonical name: symbols whose case matters."""

_TIMES = listed("second minute hour day night week fortnight month year decade century millennium weekend quarter")
PERCENT = Unit("percent", Dimension.SHARE)
PERCENTAGE_POINT = Unit("percentage point", Dimension.SHARE)
BASIS_POINT = Unit("basis point", Dimension.SHARE)
BY_WEIGHT = Unit("percent by weight", Dimension.SHARE)
BY_VOLUME = Unit("percent by volume", Dimension.SHARE)
CELSIUS = Unit("degree Celsius", Dimension.TEMPERATURE)
FAHRENHEIT = Unit("degree Fahrenheit", Dimension.TEMPERATURE)
DEGREE = Unit("degree", Dimension.ANGLE)
ARC_MINUTE = Unit("arc minute", Dimension.ANGLE)
ARC_SECOND = Unit("arc second", Dimension.ANGLE)
DEGREES_TOWARDS = {side[0]: Unit(f"degree {side}", Dimension.ANGLE) for side in ("north", "south", "east", "west")}
"""Latitudes and longitudes by the letter of their side."""
TIMES = Unit("times", Dimension.COUNT)
PLAIN = Unit("", Dimension.COUNT)
ORDINAL = Unit("ordinal", Dimension.COUNT)
RATIO = Unit("ratio", Dimension.COUNT)

_SIGNED = frozenset(
    unit.name for unit in (PERCENT, PERCENTAGE_POINT, BASIS_POINT, BY_WEIGHT, BY_VOLUME, CELSIUS, FAHRENHEIT, DEGREE)
)


def is_signed(name: str) -> bool:
    """Tell whether a number of the unit can be below zero: less than 5 percent, not fewer than 5 men."""
    return name in _SIGNED


def _unit(name: str) -> Unit:
    is_time = name in _TIMES or (name.endswith(("second", "year")) and "-" not in name and " " not in name)
    return Unit(name, Dimension.TIME if is_time else Dimension.MEASURE)


def _table(text: str) -> list[tuple[str, list[str]]]:
    entries = (entry.partition(":") for entry in text.split(";"))
    return [(" ".join(name.split()), words.split()) for name, _, words in entries]


def _words() -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for entry in _PREFIXED.split(";"):
        _, _, name, *others = entry.split()
        for word in (name, *others):
            found[word] = _unit(name)
            if word.rstrip("s") in _LONG_PREFIXED or word in _LONG_PREFIXED:
                found |= {prefix + word: _unit(prefix + name) for prefix in _PREFIXES.values()}
    for name, words in _table(_WORDS):
        found |= dict.fromkeys(words, _unit(name))
    for not_a_word in ("molar", "henry", "bar", "enzyme-unit", "rayleigh"):
        del found[not_a_word]
    return found


def _symbols() -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for entry in _PREFIXED.split(";"):
        symbol, shorts, name, *_ = entry.split()
        found |= {} if symbol == "pc" else {symbol: _unit(name)}
        found |= {short + symbol: _unit(_PREFIXES[short] + name) for short in shorts if short in _PREFIXES}
    for name, symbols in _table(_SYMBOLS):
        found |= dict.fromkeys(symbols, _unit(name))
    found |= dict.fromkeys(("x", "X", "×"), TIMES)
    for name in ("wt", "vol"):
        found[name] = Unit(found[name].name, Dimension.SHARE)
    return found | {"µ" + symbol[1:]: unit for symbol, unit in found.items() if symbol[0] == "μ"}


WORDS: dict[str, Unit] = _words()
"""Units by their words, in lower case."""
TIME_WORDS = frozenset(word for word, unit in WORDS.items() if unit.dimension is Dimension.TIME)
"""The words of time among them."""
SYMBOLS: dict[str, Unit] = _symbols()
"""Units by their symbols, as written."""

_PHRASES = """
percentage point: percentage points | percentage point | percent points | percentage - point; basis point:
basis points | basis point | bp | bps; percent: per cent | percent | percentage | pct | %; percent by
weight: wt % | wt . % | % by weight | percent by weight; percent by volume: vol % | % by volume | percent by
volume; degree Celsius: ℃ | celsius | celcius | centigrade; degree Fahrenheit: ℉ | fahrenheit; times: times
| fold | - fold; tonne: metric tons | metric ton | metric tonnes; ton: short tons; long ton: long tons;
nautical mile: nautical miles | nautical mile; fluid ounce: fluid ounces; light-year: light years | light
year | light - years | light - year; astronomical unit: astronomical units; base pair: base pairs;
watt-hour: watt hours; kilowatt-hour: kilowatt hours | kilowatt - hours; megawatt-hour: megawatt hours |
megawatt - hours; gigawatt-hour: gigawatt hours | gigawatt - hours; terawatt-hour: terawatt hours | terawatt
- hours; order of magnitude: orders of magnitude; arc minute: arcminutes | arcminute | arcmin | arc minutes |
arc minute | minutes of arc | minute of arc; arc second: arcseconds | arcsecond | arcsec | arc seconds | arc second |
seconds of arc | second of arc
"""
"""Canonical name: what it is written as where that is several words, or signs."""

_NAMED = {
    unit.name: unit
    for unit in (
        PERCENTAGE_POINT,
        BASIS_POINT,
        PERCENT,
        BY_WEIGHT,
        BY_VOLUME,
        CELSIUS,
        FAHRENHEIT,
        TIMES,
        ARC_MINUTE,
        ARC_SECOND,
    )
} | {"order of magnitude": Unit("order of magnitude", Dimension.COUNT)}


def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], Unit], ...]]:
    phrases: dict[tuple[str, ...], Unit] = {}
    for entry in _PHRASES.split(";"):
        name, _, written = " ".join(entry.split()).partition(":")
        unit = _NAMED.get(name) or _unit(name)
        phrases |= {tuple(words.split()): unit for words in written.split("|")}
    for degree in ("degrees", "degree", "deg", "°", "º", "◦", "- degree"):
        words = tuple(degree.split())
        phrases[words] = DEGREE
        for letter in ("c", "celsius", "celcius", "centigrade"):
            phrases[(*words, letter)] = CELSIUS
        for letter in ("f", "fahrenheit"):
            phrases[(*words, letter)] = FAHRENHEIT
        if degree in ("°", "º"):
            phrases |= {(*words, letter): unit for letter, unit in DEGREES_TOWARDS.items()}
    by_first: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}
    for words, unit in phrases.items():
        by_first.setdefault(words[0], []).append((words, unit))
    return {first: tuple(sorted(each, key=lambda pair: -len(pair[0]))) for first, each in by_first.items()}


PHRASES = _phrases()
"""Units of several words, or of signs, by their first word or sign, the longest first."""

UNITS: frozenset[Unit] = frozenset(
    [*WORDS.values(), *SYMBOLS.values(), *(unit for entries in PHRASES.values() for _, unit in entries)]
)
"""All units but currencies."""
