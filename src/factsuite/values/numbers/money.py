"""Currencies: signs, names and codes of ISO 4217, and their hundredths.

A bare $ or *dollar* is read as USD, a bare £ or *pound* of money as GBP, ¥ and *yen* as JPY, *yuan* as CNY.
*Franc*, *peso*, *rupee* and *krona* without a country are not told apart: their unit is the word itself.
"""

from fractions import Fraction

from factsuite.values.numbers.tokens import listed, paired
from factsuite.values.numbers.units import Dimension, Unit

CODES = listed(
    """AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTC BTN BWP BYN BZD
    CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
    GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT
    LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR
    NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SOS SRD SSP SYP
    SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR
    ZMW ZWL"""
)

SIGNS: dict[str, str] = paired(
    """$:USD £:GBP €:EUR ¥:JPY ￥:JPY ₹:INR ₽:RUB ₩:KRW ₪:ILS ₺:TRY ₴:UAH ₿:BTC ₫:VND ₦:NGN ₱:PHP ฿:THB ₭:LAK
    元:CNY ₡:CRC ₲:PYG ரூ:LKR"""
)
"""Signs, before or after the number."""

DOLLARS: dict[str, str] = paired(
    """us:USD u.s:USD u.s.:USD usd:USD a:AUD au:AUD aud:AUD c:CAD ca:CAD can:CAD cad:CAD cdn:CAD hk:HKD nz:NZD
    s:SGD sg:SGD nt:TWD mxn:MXN mx:MXN r:BRL"""
)
"""What stands before a $ and says whose dollar it is."""

_COUNTRIES = {
    "dollar": "us:USD u.s.:USD american:USD states:USD australian:AUD canadian:CAD singapore:SGD zealand:NZD"
    " kong:HKD taiwan:TWD",
    "pound": "british:GBP egyptian:EGP lebanese:LBP sudanese:SDG syrian:SYP sterling:GBP",
    "franc": "swiss:CHF cfa:XOF congolese:CDF",
    "yen": "japanese:JPY",
    "yuan": "chinese:CNY",
    "peso": "mexican:MXN argentine:ARS philippine:PHP colombian:COP chilean:CLP cuban:CUP uruguayan:UYU",
    "rupee": "indian:INR pakistani:PKR lankan:LKR nepalese:NPR",
    "krona": "swedish:SEK icelandic:ISK",
    "krone": "norwegian:NOK danish:DKK",
    "won": "korean:KRW",
    "lira": "turkish:TRY",
    "real": "brazilian:BRL",
    "markka": "finnish:FIM",
    "kip": "lao:LAK",
    "rial": "iranian:IRR omani:OMR",
    "dinar": "kuwaiti:KWD iraqi:IQD serbian:RSD",
    "dirham": "uae:AED emirati:AED moroccan:MAD",
    "rouble": "russian:RUB",
}
"""Currency: the last word of a country before its name, and the code."""

_NAMES = """
USD: dollar dollars buck bucks; GBP: quid; EUR: euro euros; JPY: yen; CNY: yuan renminbi rmb kuai; KRW: won;
RUB: ruble rubles rouble roubles; INR: rs; ILS: shekel shekels; UAH: hryvnia hryvnias; TRY: lira; BRL:
reais; PLN: zloty zlotys; HUF: forint forints; THB: baht; ZAR: rand; BTC: bitcoin bitcoins; NGN: naira; IDR:
rupiah; MYR: ringgit; VND: dong; CHF: chf; FIM: markka; LAK: kip; franc: franc francs; peso: peso pesos;
rupee: rupee rupees; krona: krona kronor; krone: krone kroner; peseta: peseta pesetas; mark: marks
deutschmarks; rial: rial rials riyal riyals; dinar: dinar dinars; dirham: dirham dirhams; guilder: guilders;
crown: crowns; sen: sen
"""

_HUNDREDTHS = {"cent": "USD", "cents": "USD", "penny": "GBP", "pence": "GBP", "pennies": "USD"}
_PENCE_SIGNS = {"¢": "USD", "p": "GBP"}


def _currency(name: str, factor: Fraction = Fraction(1)) -> Unit:
    return Unit(name, Dimension.MONEY, factor)


def _names() -> dict[str, Unit]:
    found: dict[str, Unit] = {code.lower(): _currency(code) for code in CODES}
    for not_money in (
        "all",
        "top",
        "try",
        "cup",
        "mad",
        "pen",
        "sos",
        "lak",
        "bob",
        "mop",
        "gel",
        "bam",
        "ron",
        "cop",
    ):
        del found[not_money]
    for entry in _NAMES.split(";"):
        name, _, words = entry.partition(":")
        found |= dict.fromkeys(words.split(), _currency(name.strip()))
    found |= {word: _currency(name, Fraction(1, 100)) for word, name in _HUNDREDTHS.items()}
    return found


NAMES: dict[str, Unit] = _names()
"""Currencies by the word that follows the number, in lower case."""

BY_COUNTRY: dict[tuple[str, str], Unit] = {
    (pair.split(":")[0], word): _currency(pair.split(":")[1])
    for word, pairs in _COUNTRIES.items()
    for pair in pairs.split()
} | {("swiss", "francs"): _currency("CHF")}
"""Currencies by country and singular name: (australian, dollar)."""

POUND_OF_MONEY = _currency("GBP")
POUND_OF_MASS = Unit("pound", Dimension.MEASURE)
"""*Pounds* alone are money or mass: the words around them decide."""
SINGLE = frozenset(("penny", "cent", "dollar", "euro"))
"""Currencies of which *a* is a figure where no noun follows: a penny, but not a penny stock."""


CODES_IN_MILLIONS = frozenset("m" + name.lower() for name in CODES)
"""The codes written with an M for million before them, in lower case."""


def code(name: str) -> Unit:
    """Return the currency of an ISO 4217 code."""
    return _currency(name)


def in_millions(written: str) -> Unit | None:
    """Return the currency of a code written with an M for million before it: 30 MUSD, 48.5 MGBP."""
    return _currency(written[1:]) if written[:1] == "M" and written[1:] in CODES else None


def hundredth_sign(sign: str) -> Unit | None:
    """Return the hundredth of a currency a sign after the number stands for: 50p, 20¢."""
    name = _PENCE_SIGNS.get(sign)
    return None if name is None else _currency(name, Fraction(1, 100))
