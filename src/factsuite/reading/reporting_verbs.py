"""Verbs that report speech and thought, in all their forms, each with the act it reports."""

from msgspec import Struct

from factsuite.values.wording.word_lists import listed


class ReportingVerb(Struct, frozen=True):
    """One form of a reporting verb."""

    lemma: str
    act: str  # said, alleged, suggested, estimated, confirmed, denied, urged, promised, asked, thought
    ending: str  # base, s, past, ing, participle


_LEMMAS: dict[str, tuple[str, ...]] = {
    "said": listed(
        "say tell speak sing intimate state add note write report announce declare explain inform emphasize "
        "emphasise stress describe argue insist maintain remark comment assert testify post tweet reply answer "
        "continue observe mention call characterize characterise respond recall recount relate warn caution "
        "conclude complain joke quip boast brag lament opine reiterate repeat retort counter elaborate proclaim "
        "pronounce quote read reveal disclose divulge exclaim cry shout yell scream whisper mutter murmur mumble "
        "stammer stutter snap growl grumble groan moan sigh gasp sob laugh chuckle chirp bellow roar bark hiss "
        "snarl sneer drawl falter begin resume proceed pursue interject interpose interrupt rejoin return "
        "ejaculate articulate utter echo chime croak grunt pant breathe wail volunteer clarify specify stipulate "
        "blog muse reason reflect persist protest object venture concede pipe apologize apologise summarize "
        "praise criticize criticise condemn denounce decry deplore defend address brief preach intone bawl call "
        "thunder titter giggle smile grin whine whimper shriek squeal rasp croon purr observe interpolate "
        "expostulate remonstrate vociferate soliloquize soliloquise hail greet welcome"
    ),
    "alleged": listed("allege claim accuse speculate contend purport"),
    "suggested": listed("suggest hint imply indicate signal propose"),
    "estimated": listed("estimate assess predict project forecast judge calculate reckon"),
    "confirmed": listed("confirm acknowledge admit confess verify corroborate concede agree assent affirm avow"),
    "denied": listed("deny reject dismiss refute disavow rebut dispute disclaim"),
    "urged": listed(
        "urge advise recommend encourage exhort demand order command instruct direct implore beseech entreat beg "
        "plead appeal"
    ),
    "promised": listed("promise pledge vow swear guarantee assure"),
    "asked": listed("ask inquire enquire query question wonder request"),
    "thought": listed(
        "think believe feel hope fear expect suppose imagine know realize realise consider assume suspect"
    ),
}

_IRREGULAR: dict[str, tuple[str, str, str, str]] = {
    # lemma: third person, past, participle in -ing, past participle
    "say": ("says", "said", "saying", "said"),
    "tell": ("tells", "told", "telling", "told"),
    "write": ("writes", "wrote", "writing", "written"),
    "begin": ("begins", "began", "beginning", "begun"),
    "read": ("reads", "read", "reading", "read"),
    "think": ("thinks", "thought", "thinking", "thought"),
    "feel": ("feels", "felt", "feeling", "felt"),
    "know": ("knows", "knew", "knowing", "known"),
    "speak": ("speaks", "spoke", "speaking", "spoken"),
    "sing": ("sings", "sang", "singing", "sung"),
    "swear": ("swears", "swore", "swearing", "sworn"),
    "forecast": ("forecasts", "forecast", "forecasting", "forecast"),
    "quip": ("quips", "quipped", "quipping", "quipped"),
    "brag": ("brags", "bragged", "bragging", "bragged"),
    "beg": ("begs", "begged", "begging", "begged"),
    "snap": ("snaps", "snapped", "snapping", "snapped"),
    "sob": ("sobs", "sobbed", "sobbing", "sobbed"),
    "blog": ("blogs", "blogged", "blogging", "blogged"),
    "grin": ("grins", "grinned", "grinning", "grinned"),
    "rebut": ("rebuts", "rebutted", "rebutting", "rebutted"),
    "admit": ("admits", "admitted", "admitting", "admitted"),
    "beseech": ("beseeches", "besought", "beseeching", "besought"),
    "purr": ("purrs", "purred", "purring", "purred"),
    "signal": ("signals", "signaled", "signaling", "signalled"),
}

ONLY_BESIDE_A_QUOTATION = frozenset(
    listed(
        "speak sing call read begin return address brief laugh smile grin sigh hail greet welcome pursue proceed "
        "continue resume breathe pant pipe echo direct order question dispute project judge object signal post "
        "relate know feel expect suppose imagine consider assume bark snap volunteer counter reflect reason "
        "thunder describe direct appeal quote remark comment"
    )
)
"""Verbs with other everyday uses: they report speech where a quotation stands beside them."""

NOUNS_TOO = frozenset(
    listed(
        "account answer call caution claim comment complaint cry demand echo estimate forecast hint judge laugh "
        "laughs lie mention note order post project promise query question reason remark reply report request "
        "return shout sigh signal smile speculation state warning whisper wonder"
    )
)
"""Verbs whose plain form and form in -s are nouns as well."""

PARTICLES: dict[str, frozenset[str]] = {
    "went": frozenset({"on"}),
    "goes": frozenset({"on"}),
    "going": frozenset({"on"}),
    "put": frozenset({"in"}),
    "cut": frozenset({"in"}),
    "broke": frozenset({"in", "out"}),
    "burst": frozenset({"out"}),
    "struck": frozenset({"in"}),
}
"""Verbs that report speech together with a particle: *went on*, *put in*."""

INVERTED_SELDOM = frozenset(listed("tell inform brief describe address call greet welcome accuse assure post"))
"""Verbs that need a hearer or an object: what follows them is not who speaks."""


def _forms(lemma: str) -> tuple[str, str, str, str]:
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma[:-1] + "ing", lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing", lemma[:-1] + "ied"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return third, lemma + "ed", lemma + "ing", lemma + "ed"


def _table() -> dict[str, ReportingVerb]:
    table: dict[str, ReportingVerb] = {}
    for act, lemmas in _LEMMAS.items():
        for lemma in lemmas:
            third, past, ing, participle = _forms(lemma)
            forms = ((lemma, "base"), (third, "s"), (ing, "ing"), (participle, "participle"), (past, "past"))
            for form, ending in forms:
                table.setdefault(form, ReportingVerb(lemma, act, ending))
            table[past] = ReportingVerb(lemma, act, "past")
    for form, lemma in (("signalled", "signal"), ("quoth", "say"), ("ses", "say"), ("sez", "say")):
        table[form] = ReportingVerb(lemma, "suggested" if lemma == "signal" else "said", "past")
    return table


REPORTING_VERBS: dict[str, ReportingVerb] = _table()
"""Every form of every reporting verb."""
