"""The table of changes: every rule of the diff, its severity, what it means and what to do about it."""

from msgspec import Struct

from factsuite.rules.findings import Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


class Sort(Struct, frozen=True, kw_only=True):
    """One rule of the diff."""

    name: str
    severity: Severity
    topic: str
    """What it is about: changes of one topic, on one fact and its sentence, are told once."""
    meaning: str
    hint: str = ""
    eased: Severity | None = None
    """Its severity where it is less grave."""
    eased_when: str = ""


def _of(
    topic: str, name: str, severity: Severity, meaning: str, hint: str = "", eased: str = "", to: Severity = NOTE
) -> Sort:
    return Sort(
        name=name,
        severity=severity,
        topic=topic,
        meaning=meaning,
        hint=hint,
        eased=to if eased else None,
        eased_when=eased,
    )


_BORNE_OUT = "there is new evidence for it, or the evidence at hand was computed to support it"
_CITE = "cite a source that says so, or go back to the former words"
_TRACE = "update the fact (anchor, asserts, evidence), or go back to the former words"
_SOURCE = "say in the pull request why, or put the evidence back"

SORTS: tuple[Sort, ...] = (
    # What the article or a fact asserts
    _of("figure", "figure-changed", ERROR, "a figure is another one", _CITE, _BORNE_OUT),
    _of("figure", "figure-narrowed", ERROR, "a figure allows less than before, so it says more", _CITE, _BORNE_OUT),
    _of("figure", "figure-widened", NOTE, "a figure allows more than before, so it says less"),
    _of("figure", "figure-added", ERROR, "a figure that was not there", _CITE, "a fact asserts it"),
    _of("figure", "figure-removed", NOTE, "a figure is gone"),
    _of("figure", "hedge-dropped", ERROR, "a hedge or a limit is gone: about, at least, may, reportedly", _CITE,
        _BORNE_OUT),
    _of("figure", "hedge-changed", ERROR, "another limit stands at the same figure: at least, up to", _CITE,
        _BORNE_OUT),
    _of("figure", "hedge-added", NOTE, "a hedge is new: the text says less"),
    _of("date", "date-changed", ERROR, "a date is another one", _CITE, _BORNE_OUT),
    _of("date", "date-narrowed", ERROR, "a date allows less than before, so it says more", _CITE, _BORNE_OUT),
    _of("date", "date-widened", NOTE, "a date allows more than before, so it says less"),
    _of("date", "date-added", ERROR, "a date that was not there", _CITE, "a fact asserts it"),
    _of("date", "date-removed", NOTE, "a date is gone"),
    _of("date", "date-made-relative", ERROR, "a date is now told by the day of the article, which a reader has to know",
        "name the day, the month or the year", "the article says on which day it was published", WARNING),
    _of("speaker", "speaker-changed", ERROR, "it is said by, or of, somebody else", _CITE, _BORNE_OUT),
    _of("speaker", "speaker-narrowed", ERROR, "it is said by one of those who were named before", _CITE, _BORNE_OUT),
    _of("speaker", "speaker-widened", NOTE, "the one who says it is named less exactly: Kirby, the White House"),
    _of("speaker", "attribution-dropped", ERROR, "nobody is named any more who says it",
        "name who says it, or cite sources that make it a plain fact", _BORNE_OUT),
    _of("speaker", "attribution-added", NOTE, "it is now said who says it", "", ""),
    _of("speaker", "speaker-unsourced", ERROR, "the text has somebody say something, and no fact covers it",
        "add a fact for it with its evidence, or take it out", "a fact asserts it"),
    _of("place", "place-changed", ERROR, "it happens somewhere else", _CITE, _BORNE_OUT),
    _of("place", "place-narrowed", ERROR, "the place is named more exactly", _CITE, _BORNE_OUT),
    _of("place", "place-widened", NOTE, "the place is named less exactly"),
    _of("name", "name-changed", ERROR, "another person, organisation or place is named", _TRACE, _BORNE_OUT),
    _of("office", "office-changed", ERROR, "a title or an office is another one", "write the title the sources give",
        _BORNE_OUT),
    _of("quotation", "quotation-altered", ERROR, "the words inside quotation marks are others",
        "quote word for word, or take the marks away", _BORNE_OUT),
    _of("quotation", "quotation-shortened", WARNING, "a piece of what was quoted before", "see that no condition is "
        "cut away", _BORNE_OUT),
    _of("quotation", "quotation-added", ERROR, "words inside quotation marks that were not there",
        "add a fact for the quotation, with the source that prints it", "a fact asserts it"),
    _of("quotation", "quotation-removed", NOTE, "a quotation is gone"),
    _of("strength", "claim-strengthened", ERROR, "it is said more strongly: may, will; said, confirmed; some, most",
        _CITE, _BORNE_OUT),
    _of("strength", "claim-weakened", NOTE, "it is said less strongly"),
    _of("strength", "negation-changed", ERROR, "a negation came or went", _CITE, _BORNE_OUT),
    _of("strength", "meaning-turned", ERROR, "a word became its opposite: rose, fell; before, after; to, from", _CITE,
        _BORNE_OUT),
    _of("strength", "condition-dropped", ERROR, "a condition is gone: if, unless, until", _CITE, _BORNE_OUT),
    _of("strength", "condition-added", NOTE, "a condition is new: the text says less"),
    _of("order", "order-changed", ERROR, "what came first, or what answered what, is another thing", _CITE, _BORNE_OUT),
    _of("assertion", "assertion-changed", ERROR, "the fact is about something else than before",
        "see that the evidence is about the same thing", _BORNE_OUT),
    _of("assertion", "assertion-added", WARNING, "the fact asserts something more", "see that a source reports it",
        _BORNE_OUT),
    _of("assertion", "assertion-removed", NOTE, "the fact asserts something less"),
    _of("assertion", "statement-reworded", WARNING, "what somebody is said to have said is put otherwise",
        "read it beside its sources: no rule compares it"),
    _of("correction", "correction-made", NOTE, "a known inaccuracy is put right, in the article and in its fact"),
    _of("correction", "correction-without-fact", ERROR,
        "the words of a known inaccuracy were changed, and its fact was not",
        "if this is the correction, give the fact the new anchor and asserts, and take out verdict and correction"),
    # The article
    _of("text", "text-without-fact", ERROR, "new text that can be checked, and no fact covers it",
        "add a fact with its evidence, mark it not_checked with a reason, or take the text out"),
    _of("text", "text-added", NOTE, "new text; facts cover it, or nothing in it can be checked"),
    _of("text", "text-removed", NOTE, "text is gone, with its facts"),
    _of("text", "anchored-text-removed", ERROR, "text is gone, and facts about it are still there",
        "take the facts out too, or put the text back"),
    _of("text", "anchored-text-reworded", WARNING, "the words of a fact are put otherwise; no value was read otherwise",
        "factsuite reanchor shows the edit that accepts the new words", "its fact was updated"),
    _of("text", "text-reworded", NOTE, "a sentence is put otherwise; nothing that can be checked was read otherwise"),
    _of("text", "text-moved", NOTE, "the same sentences in another order"),
    _of("text", "spelling-changed", NOTE, "a word is spelt otherwise, or only marks and spaces differ"),
    _of("article", "article-added", NOTE, "a new article"),
    _of("article", "article-removed", WARNING, "an article is gone with its facts", "see that it was meant"),
    _of("article", "article-unreadable", WARNING, "an article cannot be compared: one of its versions cannot be read",
        "factsuite check says what is wrong with it"),
    _of("article", "article-details-changed", WARNING,
        "what the article says of itself is another: its date, publisher, address, or the text it derives from",
        "see that relative dates and lines of evidence still hold"),
    _of("loosened", "not-checked-added", WARNING, "a passage is newly marked as not checked", "see that the reason "
        "holds"),
    _of("article", "not-checked-removed", NOTE, "a passage is no longer marked as not checked"),
    # Facts
    _of("fact", "fact-added", NOTE, "a new fact"),
    _of("fact", "fact-removed", ERROR, "a fact is gone, and the words it was about still stand",
        "put the fact back, or take the words out", "the words are gone too"),
    _of("fact", "fact-moved", NOTE, "a fact stands in another article"),
    _of("fact", "fact-unreadable", WARNING, "an entry cannot be compared: it has no meaning in one version",
        "factsuite check says what is wrong with it"),
    _of("verdict", "verdict-raised", ERROR, "the verdict is stated more confidently, without new evidence",
        "cite what is new, or state the former verdict", "there is new evidence, or the fact asserts less"),
    _of("verdict", "verdict-lowered", NOTE, "the verdict is stated less confidently"),
    _of("verdict", "correction-changed", NOTE, "the correction on file is worded otherwise"),
    _of("verdict", "risk-lowered", WARNING, "the fact is called less risky, so it needs less evidence", "see that "
        "it is"),
    # Evidence
    _of("evidence", "support-removed", ERROR, "evidence is gone, and the verdict hung on it",
        "put it back, find other evidence, or weaken the text"),
    _of("evidence", "contrary-evidence-removed", ERROR, "evidence that spoke against the article is gone",
        "put it back; if it does not count, set it aside with the reason"),
    _of("evidence", "evidence-removed", WARNING, "evidence is gone; the verdict stands without it", _SOURCE),
    _of("new evidence", "evidence-added", NOTE, "new evidence"),
    _of("evidence", "contrary-evidence-set-aside", ERROR, "evidence that spoke against the article no longer counts",
        "state the verdict it leads to, or have a second person agree"),
    _of("evidence", "evidence-set-aside", WARNING, "evidence no longer counts", _SOURCE),
    _of("evidence", "evidence-restored", NOTE, "evidence that was set aside counts again"),
    _of("evidence", "report-bent", ERROR, "what a source is recorded to report fits the article now, not before",
        "pin the source, or go back to what was recorded", "the new excerpt stands in the pinned copy", WARNING),
    _of("evidence", "report-changed", WARNING, "what a source is recorded to report is another thing",
        "see it in the source"),
    _of("evidence", "judgement-raised", ERROR, "a person's judgement is more favourable, without a new excerpt",
        "cite the words it rests on, or leave the judgement", "the excerpt or the reason was changed too", WARNING),
    _of("evidence", "judgement-lowered", NOTE, "a person's judgement is less favourable"),
    # Records
    _of("source", "source-added", NOTE, "a new source"),
    _of("source", "source-removed", ERROR, "a source is gone, and facts still cite it",
        "put it back, or take out what cites it and weaken what hung on it", "nothing cites it any more", WARNING),
    _of("source", "source-changed", NOTE, "what is recorded of a source is another thing"),
    _of("source", "derivation-removed", WARNING, "a source is no longer said to derive from another: it may count as a "
        "line of its own", "see that the two are independent"),
    _of("record", "record-added", NOTE, "a new person, organisation, place, event or measure"),
    _of("record", "record-removed", NOTE, "a person, organisation, place, event or measure is gone"),
    _of("record", "record-changed", WARNING, "what is recorded of a person, organisation, place, event or measure is "
        "another thing", "read the facts that depend on it"),
    # The house
    _of("loosened", "policy-loosened", ERROR, "the policy asks for less than before",
        "have the change of policy agreed apart from changes of facts"),
    _of("policy", "policy-tightened", NOTE, "the policy asks for more than before"),
    _of("policy", "policy-changed", WARNING, "the policy is another one", "see what it lets through"),
    _of("loosened", "waiver-added", WARNING, "a finding is newly waived", "see who answers for it, and until when"),
    _of("policy", "waiver-removed", NOTE, "a waiver is gone"),
    _of("loosened", "baseline-grown", ERROR, "findings are newly counted as old", "mend them, or waive each with a "
        "reason"),
    _of("signature", "signature-added", NOTE, "somebody signed a fact"),
    _of("signature", "signature-removed", WARNING, "a signature is gone", "have the fact signed again: factsuite sign"),
    _of("policy", "baseline-shrunk", NOTE, "findings are no longer counted as old"),
)  # fmt: skip
"""Every rule of the diff. Published in docs/diff.md."""

SORT = {sort.name: sort for sort in SORTS}
