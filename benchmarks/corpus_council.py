"""What the council of a made-up town decides: the first half of an article."""

from collections.abc import Iterator

from benchmarks import corpus_words as words
from benchmarks.corpus_writing import Story


def vote(story: Story) -> Iterator[str]:
    cast = story.cast
    total = 20
    yes = cast.draw.randrange(11, 19)
    vote = story.event(
        "vote", f"the vote on the {cast.thing}", cast.before(3), "minutes wire echo", who=cast.of("council")
    )
    tuesday = f"{cast.before(3):%A}"
    story.fact(
        "vote-day",
        "date",
        f"The council of {cast.town} voted on {cast.before(3):%A, %-d %B %Y}.",
        f"voted on {tuesday}",
        {"event": vote, "on": tuesday},
        story.reported(
            "minutes wire echo", {"on": cast.before(3).isoformat()}, f"Sitting of {cast.before(3):%-d %B %Y}"
        ),
    )
    story.fact(
        "voters",
        "event",
        f"It was the council of {cast.town} that voted.",
        f"The council of {cast.town} voted",
        {"event": vote, "who": cast.of("council")},
        story.reported("minutes gazette radio", {"who": cast.of("council")}),
    )
    yield f"The council of {cast.town} voted on {tuesday} to build a new {cast.thing} on {cast.square}."
    sources = "minutes echo radio"
    story.quantity(
        "yes",
        "person:councillors",
        f"{yes} councillors",
        f"{yes} councillors voted for the {cast.thing}.",
        f"{yes} of the {total} councillors",
        sources,
        f"For: {yes}. Against: {total - yes}.",
        of="councillors",
    )
    story.quantity(
        "councillors",
        "person:councillors",
        f"{total} councillors",
        f"{total} councillors voted.",
        f"the {total} councillors",
        "minutes wire weekly",
        f"Present: {total} councillors.",
    )
    story.derived(
        "share",
        "percent",
        f"{5 * yes} percent",
        "share(yes, councillors)",
        f"{5 * yes} percent of the councillors voted for the {cast.thing}.",
        f"or {5 * yes} percent",
    )
    story.quantity(
        "no",
        "person:councillors",
        f"{total - yes} councillors",
        f"{total - yes} councillors voted against it.",
        f"{total - yes} voted against it, the minutes show",
        sources,
        of="councillors",
    )
    yes_no = f"voted for it; {total - yes} voted against it, the minutes show."
    yield f"{yes} of the {total} councillors, or {5 * yes} percent, {yes_no}"
    where = {"where": cast.of("hall")}
    story.fact(
        "vote-place",
        "place",
        "The vote was held in the town hall.",
        "The vote was held in the town hall",
        {"what": vote, **where},
        story.reported("minutes mail echo", where, "held in the town hall"),
    )
    yield "The vote was held in the town hall."


def money(story: Story) -> Iterator[str]:
    cast = story.cast
    cost = cast.draw.randrange(6, 40)
    share = cast.draw.randrange(2, cost)
    council = {"according_to": cast.of("council")}
    story.quantity(
        "cost",
        "dollar",
        f"{cost} million dollars",
        f"The {cast.thing} will cost {cost} million dollars.",
        f"will cost {cost} million dollars, the council said",
        "briefing wire weekly",
        f"The {cast.thing} will cost {cost} million dollars.",
        **council,
    )
    yield f"The {cast.thing} will cost {cost} million dollars, the council said."
    story.quantity(
        "county-share",
        "dollar",
        f"{share} million dollars",
        f"The county will pay {share} million dollars of it.",
        f"The county will pay {share} million dollars of it",
        "briefing gazette echo",
        f"the county bears {share} million dollars",
        of="cost",
    )
    story.derived(
        "rest",
        "dollar",
        f"{cost - share} million dollars",
        "cost - county-share",
        f"{cost - share} million dollars are left for the town.",
        f"leaves {cost - share} million dollars for the town",
    )
    rest = f"which leaves {cost - share} million dollars for the town."
    yield f"The county will pay {share} million dollars of it, {rest}"
    long = cast.draw.randrange(40, 600)
    story.quantity(
        "length",
        "metre",
        f"{long} metres",
        f"The new {cast.thing} will be {long} metres long.",
        f"It will be {long} metres long, the report says",
        "report wire echo",
        f"The {cast.thing} has a length of {long} metres between its outer walls.",
    )
    if cast.number % 5 == 4:
        _known_mistake(story, f"{long} metres", f"{long + 20} metres")
    yield f"It will be {long} metres long, the report says."


def _known_mistake(story: Story, printed: str, reported: str) -> None:
    """Let the sources of the fact just written report another value, which the desk knows."""
    fact = story.facts[-1]
    claim = str(fact["claim"])
    entries = story.reported("report wire echo", {"value": reported}, f"It has a length of {reported}.")
    correction = f"{claim[:-1].replace(printed, reported)}, not {printed}."
    more = {"evidence": entries, "verdict": "contradicted", "correction": correction, "corrects": printed}
    story.facts[-1] = fact | more


def mayor(story: Story) -> Iterator[str]:
    cast = story.cast
    mayor = cast.people["mayor"]
    said = cast.draw.choice(words.HOPES).format(thing=cast.thing)
    story.quotation(
        "mayor-hopes",
        "mayor",
        said,
        f'{mayor.name} said, "{said}."',
        f'"{said}," Mayor {mayor.name} said after the vote',
        "minutes gazette radio",
    )
    story.office("mayor", "minutes gazette echo")
    yield f'"{said}," Mayor {mayor.name} said after the vote.'
    promised = cast.draw.choice(words.PROMISED)
    anchor = f"{mayor.surname} promised that {promised[0].lower()}{promised[1:-1]}"
    story.statement("mayor-promises", mayor.id, promised, anchor, "briefing gazette radio", "promised")
    yield f"{anchor}."


def engineer(story: Story) -> Iterator[str]:
    cast = story.cast
    engineer = cast.people["engineer"]
    defect = cast.draw.choice(words.DEFECTS)
    told = f'{engineer.title} {engineer.name} told the council that the old {cast.thing} had "{defect}"'
    story.quotation("defect", "engineer", defect, f"{told}.", told, "minutes wire echo")
    story.office("engineer", "minutes report weekly")
    yield f"{told}."
    warning = cast.draw.choice(words.WARNINGS)
    story.quotation(
        "warning",
        "engineer",
        warning,
        f'{engineer.name} said, "{warning}."',
        f'"{warning}," {engineer.surname} said',
        "minutes mail radio",
    )
    yield f'"{warning}," {engineer.surname} said.'
