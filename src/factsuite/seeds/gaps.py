"""Errors that no rule notices: each with an example that comes out green, so that the list stays honest.

A gap that a rule learns to see is moved to the corpus as a seed.
"""

from msgspec import Struct


class Gap(Struct, frozen=True, kw_only=True):
    """A kind of error that the rules do not notice."""

    name: str
    because: str
    """Why not, with an example in words."""
    example: str
    """Fields of a fact with the error, as an example on a rule's page has them; no rule finds an error in it."""


GAPS = (
    Gap(
        name="a statement turned into its opposite by the checker",
        because="what a statement says is not read: *had never been inspected*, recorded as *had been inspected*",
        example="""\
claim: The wall had been inspected.
anchor: {exact: the wall had been inspected}
asserts: {that: The wall had been inspected.}
evidence:
  - source: hearing
    excerpt: The wall had never been inspected.
    reports: {that: The wall had been inspected.}
""",
    ),
    Gap(
        name="a claim that says the opposite of its statement",
        because="claim and statement are compared in figures, dates and names: *open* beside *closed* is not seen",
        example="""\
claim: The pier is open.
anchor: {exact: The pier is closed}
asserts: {that: The pier is closed.}
evidence: [{source: hearing, reports: {that: The pier is closed.}}]
""",
    ),
    Gap(
        name="a rank in words",
        because="*the second largest* is no figure, and is not compared with *the largest*",
        example="""\
claim: Larkhaven has the largest harbour of the coast.
anchor: {exact: the largest harbour of the coast}
asserts: {that: Larkhaven has the largest harbour of the coast.}
evidence:
  - source: hearing
    excerpt: It is the second largest harbour of the coast.
    reports: {that: Larkhaven has the largest harbour of the coast.}
""",
    ),
    Gap(
        name="the right figure of another thing",
        because="the number is compared, not the verb beside it: three *injured*, recorded for three *killed*",
        example="""\
kind: quantity
claim: Three people were killed.
anchor: {exact: Three people were killed}
asserts: {measure: bridge-visitors, value: three people}
evidence: [{source: hearing, excerpt: Three people were injured., reports: {value: three people}}]
""",
    ),
    Gap(
        name="the right figure of another period",
        because="where a fact gives no `as_of`, *last month* in an excerpt passes for *last week* in the article",
        example="""\
kind: quantity
claim: Last week 300 people crossed the bridge.
anchor: {exact: last week 300 people crossed the bridge}
asserts: {measure: bridge-visitors, value: 300 people}
evidence: [{source: hearing, excerpt: Last month 300 people crossed., reports: {value: 300 people}}]
""",
    ),
    Gap(
        name="none in an excerpt",
        because="*no people* is not read as a figure, and does not contradict *two people*",
        example="""\
kind: quantity
claim: Two people crossed the bridge.
anchor: {exact: Two people crossed the bridge}
asserts: {measure: bridge-visitors, value: two people}
evidence: [{source: hearing, excerpt: No people crossed the bridge., reports: {value: two people}}]
""",
    ),
    Gap(
        name="a condition two sentences earlier",
        because="only the sentence that the words of a quotation are cut from is looked at",
        example="""\
kind: quotation
claim: The mayor said, "We will close the bridge."
anchor: {exact: '"We will close the bridge," the mayor said'}
asserts: {speaker: mayor, words: We will close the bridge}
evidence:
  - source: hearing
    excerpt: "MAYOR: That is only if the river rises. Nobody wants it. We will close the bridge."
    reports: {speaker: mayor}
""",
    ),
)
"""Every gap that is known."""
