"""Spelling that differs by region only: two spellings of one word share one key."""

from functools import lru_cache

from factsuite.values.wording.word_lists import listed

_OUR = listed(
    "arbour ardour armour behaviour candour clamour colour demeanour enamour endeavour favour fervour "
    "flavour harbour honour humour labour neighbour odour parlour rancour rigour rumour saviour "
    "savour splendour tumour valour vapour vigour"
)
_DOUBLED = listed(
    "barrel bevel cancel carol channel chisel counsel cruel dial dishevel duel enamel equal equip "
    "fuel funnel gambol gravel grovel initial jewel kidnap kennel label laurel level libel marshal "
    "marvel medal model panel pedal pencil program quarrel rebel revel rival shovel shrivel signal "
    "snivel spiral squirrel stencil swivel total towel travel tunnel unravel victual worship yodel"
)
_PAIRS: dict[str, str] = dict(
    pair.split("/")
    for pair in listed(
        "defence/defense offence/offense licence/license pretence/pretense practise/practice "
        "centre/center centres/centers centred/centered theatre/theater theatres/theaters metre/meter "
        "metres/meters kilometre/kilometer kilometres/kilometers centimetre/centimeter "
        "centimetres/centimeters millimetre/millimeter millimetres/millimeters litre/liter litres/liters "
        "fibre/fiber fibres/fibers calibre/caliber sabre/saber sabres/sabers sombre/somber "
        "spectre/specter lustre/luster meagre/meager sceptre/scepter manoeuvre/maneuver "
        "manoeuvres/maneuvers manoeuvred/maneuvered manoeuvring/maneuvering grey/gray greyer/grayer "
        "plough/plow ploughs/plows ploughed/plowed programme/program programmes/programs tyre/tire "
        "tyres/tires cheque/check cheques/checks kerb/curb kerbs/curbs aluminium/aluminum mum/mom "
        "mums/moms sceptic/skeptic sceptics/skeptics sceptical/skeptical scepticism/skepticism mould/mold "
        "moulds/molds moustache/mustache pyjamas/pajamas towards/toward afterwards/afterward "
        "judgement/judgment judgements/judgments ageing/aging acknowledgement/acknowledgment cosy/cozy "
        "draught/draft draughts/drafts jewellery/jewelry learnt/learned burnt/burned spelt/spelled "
        "dreamt/dreamed leapt/leaped spoilt/spoiled enrol/enroll enrols/enrolls enrolment/enrollment "
        "fulfil/fulfill fulfils/fulfills fulfilment/fulfillment skilful/skillful skilfully/skillfully "
        "wilful/willful wilfully/willfully instalment/installment instalments/installments "
        "dialogue/dialog catalogue/catalog catalogues/catalogs analogue/analog anaemia/anemia "
        "anaesthetic/anesthetic archaeology/archeology diarrhoea/diarrhea encyclopaedia/encyclopedia "
        "foetus/fetus haemorrhage/hemorrhage leukaemia/leukemia mediaeval/medieval oestrogen/estrogen "
        "orthopaedic/orthopedic paediatric/pediatric paedophile/pedophile artefact/artifact "
        "artefacts/artifacts gaol/jail gaoled/jailed whisky/whiskey yoghurt/yogurt axe/ax adviser/advisor "
        "advisers/advisors storey/story storeys/stories ok/okay disc/disk mollusc/mollusk sulphur/sulfur "
        "vice/vise analyse/analyze analysed/analyzed analysing/analyzing paralyse/paralyze "
        "paralysed/paralyzed catalyse/catalyze catalysed/catalyzed kiev/kyiv odessa/odesa kharkov/kharkiv"
    )
)
_ENDINGS_OF_OUR = (
    "s",
    "ed",
    "ing",
    "er",
    "ers",
    "able",
    "ably",
    "ite",
    "ites",
    "al",
    "ally",
    "ful",
    "less",
    "hood",
    "hoods",
)
_ISE_ENDINGS = (
    ("isations", "izations"),
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("iser", "izer"),
    ("isers", "izers"),
    ("ises", "izes"),
    ("ise", "ize"),
)
_KEPT = frozenset(listed("prise prised prises prising raise"))


def _table() -> dict[str, str]:
    table = dict(_PAIRS)
    for british in _OUR:
        american = british[:-3] + "or"
        table[british] = american
        table.update((british + ending, american + ending) for ending in _ENDINGS_OF_OUR)
        for prefix in ("dis", "mis"):
            table.update((prefix + british + ending, prefix + american + ending) for ending in ("", "ed", "s", "able"))
    for stem in _DOUBLED:
        for ending in ("ed", "ing", "er", "ers", "or", "ors", "ation"):
            table[stem + stem[-1] + ending] = stem + ending
    return table


REGIONAL = _table()
"""Spelling to the key both spellings share: *rumour* and *rumor*, *defence* and *defense*, *travelled* and *traveled*.

Beside the table, the endings *-ise, -ised, -ising, -isation* share a key with *-ize* and its kin.
"""


@lru_cache(maxsize=65536)
def regional_key(word: str) -> str:
    """Return the key shared by the regional spellings of a lower-case word."""
    listed = REGIONAL.get(word)
    if listed is not None:
        return listed
    if len(word) > 5 and word not in _KEPT:
        for british, american in _ISE_ENDINGS:
            if word.endswith(british):
                return word[: -len(british)] + american
    return word
