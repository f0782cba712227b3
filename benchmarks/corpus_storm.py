"""What happened in a made-up town, and what people say of it: the second half of an article."""

from collections.abc import Iterator

from benchmarks import corpus_words as words
from benchmarks.corpus_cast import Entry
from benchmarks.corpus_writing import Story


def storm(story: Story) -> Iterator[str]:
    cast = story.cast
    day = cast.before(cast.draw.randrange(21, 60))
    storm = story.event("storm", f"the storm in {cast.town}", day, "log wire radio")
    printed = f"{day:%-d %B}" if day.year == cast.published.year else f"{day:%-d %B %Y}"
    anchor = f"A storm struck the town on {printed}"
    story.fact(
        "storm-day",
        "date",
        f"{anchor}.",
        anchor,
        {"event": storm, "on": printed},
        story.reported("log gazette radio", {"on": day.isoformat()}, f"{day:%-d %B %Y}, storm"),
    )
    wind = cast.draw.randrange(95, 170)
    story.quantity(
        "wind",
        "kilometre per hour",
        f"{wind} kilometres an hour",
        f"The wind reached {wind} kilometres an hour.",
        f"the wind reached {wind} kilometres an hour, the fire service said",
        "log wire radio",
        f"Gusts of {wind} kilometres an hour at the harbour mast.",
        according_to=cast.of("fire-service"),
    )
    yield f"{anchor}, and the wind reached {wind} kilometres an hour, the fire service said."
    homes = cast.draw.randrange(30, 900)
    story.quantity(
        "homes",
        "home:homes",
        f"at least {homes} homes",
        f"At least {homes} homes lost their power.",
        f"At least {homes} homes in {cast.quarter} lost their power",
        "log wire echo",
        f"at least {homes} homes without power",
    )
    yield f"At least {homes} homes in {cast.quarter} lost their power."
    closing = story.event("closing", f"the closing of the old {cast.thing}", cast.before(15), "report echo radio")
    story.fact(
        "closed-after-storm",
        "order",
        f"The old {cast.thing} was closed after the storm.",
        f"The old {cast.thing} was closed after the storm",
        {"earlier": storm, "later": closing},
        story.reported("report echo", {"earlier": storm, "later": closing}),
    )
    yield f"The old {cast.thing} was closed after the storm."


def night(story: Story) -> Iterator[str]:
    cast = story.cast
    chief = cast.people["chief"]
    people = cast.draw.randrange(40, 480)
    children = cast.draw.randrange(5, people // 2)
    story.quantity(
        "taken-out",
        "person:people",
        f"{people} people",
        f"Firefighters took {people} people out of {cast.quarter}.",
        f"Firefighters took {people} people out of {cast.quarter}",
        "log gazette radio",
        f"{people} people brought to the school",
    )
    story.quantity(
        "children",
        "person:children",
        f"{children} children",
        f"{children} of them were children.",
        f"{children} of them children, the fire service said",
        "log mail echo",
        of="taken-out",
        according_to=cast.of("fire-service"),
    )
    among = f"{children} of them children, the fire service said."
    yield f"Firefighters took {people} people out of {cast.quarter}, {among}"
    memory = cast.draw.choice(words.MEMORIES)
    story.quotation(
        "memory",
        "chief",
        memory,
        f'{chief.name} said, "{memory}."',
        f'"{memory}," Fire Chief {chief.name} told reporters',
        "briefing echo radio",
    )
    story.office("chief", "briefing echo log")
    yield f'"{memory}," Fire Chief {chief.name} told reporters.'
    said = cast.draw.choice(words.SAID)
    anchor = f"The fire service said that {said[0].lower()}{said[1:-1]}"
    story.statement("fire-service-says", cast.of("fire-service"), said, anchor, "log wire echo")
    yield f"{anchor}."


def march(story: Story) -> Iterator[str]:
    cast = story.cast
    marchers = 50 * cast.draw.randrange(3, 30)
    saturday = cast.before(6)
    march = story.event("march", f"the march for the {cast.thing}", saturday, "wire echo radio")
    story.quantity(
        "marchers",
        "person:people",
        f"about {marchers:,} people",
        f"About {marchers:,} people marched for the {cast.thing}.",
        f"About {marchers:,} people marched",
        "radio echo wire",
        f"about {marchers:,} people came",
    )
    story.fact(
        "march-day",
        "event",
        f"The march was on {saturday:%A, %-d %B %Y}.",
        "to the town hall on Saturday",
        {"event": march, "on": "Saturday"},
        story.reported("radio echo wire", {"on": saturday.isoformat()}, f"{saturday:%A, %-d %B}"),
    )
    story.fact(
        "march-end",
        "place",
        "The march ended at the town hall.",
        "marched from " + cast.quarter + " to the town hall",
        {"what": march, "where": cast.of("hall")},
        story.reported("radio echo mail", {"where": cast.of("hall")}, "as far as the town hall"),
    )
    vote = cast.of("vote")
    story.fact(
        "vote-after-march",
        "order",
        "The council voted after the march.",
        "on Saturday, before the vote",
        {"earlier": march, "later": vote},
        story.reported("radio echo", {"earlier": march, "later": vote}),
    )
    yield f"About {marchers:,} people marched from {cast.quarter} to the town hall on Saturday, before the vote."


def company(story: Story) -> Iterator[str]:
    cast = story.cast
    director = cast.people["director"]
    denied = cast.draw.choice(words.DENIED)
    anchor = f"{cast.company_name} denied that {denied[0].lower()}{denied[1:-1]}"
    story.statement("company-denies", cast.of("company"), denied, anchor, "statement mail echo", "denied")
    yield f"{anchor}."
    praise = cast.draw.choice(words.PRAISE)
    called = f'Director {director.name} called the plan "{praise}"'
    story.quotation("praise", "director", praise, f"{called}.", called, "briefing gazette weekly")
    yield f"{called}."
    workers = cast.draw.randrange(30, 300)
    company = {"according_to": cast.of("company")}
    story.quantity(
        "workers",
        "person:people",
        f"up to {workers} people",
        f"Up to {workers} people will work on the site.",
        f"Up to {workers} people will work on the site, the company said",
        "statement wire weekly",
        f"up to {workers} people on the site",
        **company,
    )
    yield f"Up to {workers} people will work on the site, the company said."


def poll(story: Story) -> Iterator[str]:
    cast = story.cast
    asked, now = 100 * cast.draw.randrange(4, 13), cast.draw.randrange(52, 80)
    story.quantity(
        "asked",
        "person:people",
        f"{asked:,} people",
        f"The institute asked {asked:,} people.",
        f"In a poll of {asked:,} people",
        "poll wire echo",
        f"{asked:,} people were asked between 3 and 9 of the month.",
    )
    story.quantity(
        "support",
        "percent",
        f"{now} percent",
        f"{now} percent of them were for the {cast.thing}.",
        f"{now} percent were for the {cast.thing}, the institute said",
        "poll wire weekly",
        f"In favour of a new {cast.thing}: {now} percent of those asked.",
        of="asked",
        according_to=cast.of("institute"),
    )
    yield f"In a poll of {asked:,} people {now} percent were for the {cast.thing}, the institute said."
    year = 2010 + cast.draw.randrange(20)
    people = 180_000 + 25_000 * cast.county + 1_200 * (year - 2010)
    county = words.COUNTIES[cast.county]
    asserts: Entry = {"measure": f"{county.lower()}-people", "value": f"{people:,} people", "as_of": str(year)}
    anchor = f"{county} had {people:,} people in {year}"
    story.fact(
        "county-people",
        "quantity",
        f"{anchor}.",
        anchor,
        asserts,
        [
            {
                "source": "county-yearbook",
                "locator": f"table of {year}",
                "excerpt": f"{people:,} people",
                "reports": {"value": f"{people:,} people", "as_of": str(year)},
            },
            *story.reported("report weekly", {"value": f"{people:,} people"}),
        ],
    )
    yield f"{anchor}."


def work(story: Story) -> Iterator[str]:
    cast = story.cast
    signed = cast.before(cast.draw.randrange(100, 330))
    contract = story.event("contract", f"the signing of the contract for the {cast.thing}", signed, "statement weekly")
    month = f"{signed:%B %Y}"
    story.fact(
        "contract-signed",
        "date",
        f"The contract was signed in {month}.",
        f"The contract was signed in {month}",
        {"event": contract, "on": month},
        story.reported("statement weekly report", {"on": signed.isoformat()}, f"signed on {signed:%-d %B %Y}"),
    )
    yield f"The contract was signed in {month}."
    councillor = cast.people["councillor"]
    doubt = cast.draw.choice(words.ESTIMATED)
    anchor = f"Councillor {councillor.name} said that {doubt[0].lower()}{doubt[1:-1]}"
    story.statement("councillor-says", councillor.id, doubt, anchor, "minutes mail radio")
    story.office("councillor", "minutes gazette echo")
    yield f"{anchor}."
    start = f"March {cast.published.year + 1}"
    work = cast.of("work")
    story.events.append({"id": work, "name": f"the beginning of the work on the {cast.thing}"})
    story.fact(
        "work-begins",
        "date",
        f"The work is expected to begin by {start}.",
        f"The work may begin by {start}",
        {"event": work, "on": f"by {start}"},
        story.reported("report echo weekly", {"on": f"by {start}"}, f"may begin by {start}"),
    )
    yield f"The work may begin by {start}."
