"""The kinds of error that newsrooms make, and the seeds that stand for each.

The list was put together from the practice of fact-checking desks, published corrections, and studies of misquotation
and of numbers in the news. What no rule sees stands in `seeds/gaps.py`.
"""

from msgspec import Struct


class Kind(Struct, frozen=True, kw_only=True):
    """One kind of error."""

    group: str
    """What goes wrong: quotation, number, date, attribution, source, process."""
    name: str
    seeds: tuple[str, ...]
    """Ids of seeds that make this error."""


def _kinds(group: str, **seeds: tuple[str, ...]) -> tuple[Kind, ...]:
    return tuple(Kind(group=group, name=name.replace("_", " "), seeds=ids) for name, ids in seeds.items())


KINDS = (
    *_kinds(
        "quotation",
        a_word_dropped_without_a_mark=("word-dropped",),
        a_paraphrase_inside_quotation_marks=("paraphrase-in-marks", "plural-we-for-i", "tense-changed"),
        words_that_stand_in_no_source=("words-of-nobody",),
        the_right_words_from_the_wrong_source=("right-words-wrong-source",),
        the_right_words_from_the_wrong_speaker=("words-of-the-chairman", "said-by-two"),
        relayed_words_told_as_first_hand=("relayed-words",),
        a_cut_that_turns_the_meaning=("negation-outside-the-cut", "unless-cut-off"),
        a_condition_left_out=("without-the-condition",),
        a_bracket_that_replaces_the_meaning=("bracket-changes-the-meaning",),
        two_remarks_spliced=("two-remarks-spliced", "splice-of-two-passages"),
        scare_quotes_told_as_a_quotation=("scare-quotes",),
        a_translation_not_declared=("translation-not-declared",),
        a_quotation_cut_inside_a_number=("quotation-ends-inside-a-number",),
        a_sign_lost=("minus-sign-lost", "sign-lost"),
    ),
    *_kinds(
        "number",
        digits_exchanged=("calls-digits-turned",),
        the_wrong_scale=("damage-million-for-thousand", "decimal-point-moved", "subsidy-above-the-cost"),
        the_wrong_unit=("heath-acres-for-hectares", "kilometres-for-metres", "hours-for-minutes"),
        percent_for_percentage_points=("points-called-percent", "difference-for-change"),
        a_share_of_another_whole=("share-upside-down", "rate-by-another-base"),
        a_hedge_dropped=("hedge-dropped", "at-least-dropped", "up-to-dropped"),
        a_hedge_turned_round=("turnout-at-most-for-at-least", "fewer-for-more"),
        more_precise_than_the_source=("false-precision", "grim-decimal"),
        cut_off_for_rounded=("turnout-cut-for-rounded", "mean-of-two-rounded-away"),
        sums_and_shares_that_do_not_close=("sum-does-not-close", "breakdown-over-hundred"),
        a_range_told_by_one_end=("range-collapsed",),
        growth_from_another_base=("growth-from-another-year", "fall-by-the-wrong-base"),
        a_tie_told_as_a_rank=("a-tie-told-as-a-lead",),
        another_currency=("damage-pounds-for-dollars",),
    ),
    *_kinds(
        "date",
        a_weekday_that_does_not_fit=("game-wrong-weekday",),
        off_by_one_day=("game-off-by-a-day", "event-moved-by-a-day"),
        the_wrong_year=("game-wrong-year", "mistyped-year-of-a-source"),
        a_figure_of_another_day=("last-weeks-count", "figure-for-another-day"),
        a_relative_date_gone_stale=("last-year-read-next-year", "weekday-read-a-fortnight-later"),
        an_order_turned_round=("confession-before-the-verdict", "three-orders-make-a-ring"),
        an_age_against_the_birth_date=("age-against-the-birth-date", "age-before-the-birthday"),
    ),
    *_kinds(
        "attribution",
        the_wrong_person=("scorer-mistaken", "headline-names-the-predecessor"),
        the_wrong_title=("prosecutor-made-judge", "titles-exchanged"),
        the_wrong_party_or_employer=("spoke-for-another-party", "strike-by-another-union"),
        a_title_out_of_date=("former-office-of-the-judge", "former-mayor-still-mayor"),
        several_sources_where_there_is_one=("sources-in-the-plural", "experts-in-the-plural"),
        unnamed_without_saying_so=("single-unnamed-source",),
        changed_along_a_chain_of_copies=("attribution-changed-along-the-chain", "copies-of-the-minutes-differ"),
    ),
    *_kinds(
        "source",
        circular=("circle-of-three-blogs", "own-copy-cited"),
        one_dispatch_taken_for_several=("two-copies-of-one-dispatch", "undeclared-wire-copy"),
        an_earlier_version=("record-from-an-old-page", "the-date-as-announced"),
        changed_since_it_was_read=("copy-edited", "text-made-to-fit"),
        not_what_it_claims_to_be=("page-without-words",),
        a_press_release_taken_for_a_report=("press-release-printed", "study-behind-the-press-release"),
        an_excerpt_that_could_stand_anywhere=("line-of-a-table",),
    ),
    *_kinds(
        "process",
        nothing_was_checked=("never-looked-up", "excerpt-about-something-else", "article-without-facts"),
        an_anchor_that_moved=("sentence-turned-round", "lead-in-cut"),
        a_waiver_that_has_expired=("day-after-the-last-day",),
        checked_by_the_author=("reporter-signs-own-figure", "editor-signs-own-article"),
        a_source_nobody_opened=("dispatch-nobody-saw",),
        a_fact_the_article_no_longer_has=("passage-cut-for-length",),
        a_known_error_left_in=("known-and-not-corrected", "overstated-without-a-word"),
    ),
)
"""Every kind of error the corpus makes."""
