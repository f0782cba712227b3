"""Abbreviations whose full stop does not end a sentence."""

from factsuite.values.wording.word_lists import listed

BEFORE_A_NAME = frozenset(
    listed(
        "adm amb atty brig bro capt cmdr col congressman cpl cpt dr esq fr gen gov hon insp jr lt ltgen "
        "maj messrs mgr mlle mme mr mrs ms mt mx pfc pres prof pte pvt rep reps rev rt sec secy sen sens "
        "sgt sr st supt"
    )
)
"""Titles: a name follows, so the sentence goes on."""

BEFORE_A_NUMBER = frozenset(listed("art ca ch cl eq fig figs no nos nr op p para pp sec vol"))
"""*No. 3*, *pp. 4*: the sentence goes on where a number follows."""

MONTHS = frozenset(listed("jan feb mar apr jun jul aug sep sept oct nov dec"))
"""Short months: the sentence goes on where a number follows."""

INSIDE_A_SENTENCE = frozenset(
    listed(
        "al approx asst ave blvd bldg cf comdr dept dist ed eds est etc ft hwy i.e e.g inst intl mfg misc "
        "natl univ viz vs v mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del "
        "fla ga ill ind kan ky la md mich minn miss mont neb nev okla ore pa penn tenn tex va vt wash wis "
        "wyo"
    )
)
"""The sentence goes on unless a word with a capital follows."""

AT_AN_END = frozenset(
    listed("bros co corp inc llc ltd plc jr sr esq a.m p.m u.s u.k u.n d.c e.u u.s.a ph.d m.d b.c a.d")
)
"""These may end a sentence: it ends where a word that usually begins one follows."""
