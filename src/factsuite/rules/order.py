"""The order of evaluation: what happens to a finding between the rule that makes it and the end of a run."""

ORDER = (
    ("rule", "A rule finds something."),
    ("severity", "Policy may give it another severity, by rule and path; `off` drops it, and counts it."),
    (
        "known inaccuracy",
        "Where a fact states the verdict the evidence comes to, what explains that verdict is expected; "
        "not under `--publish`.",
    ),
    ("waiver", "A waiver in `facts/waivers.yaml` that is in force lets it pass, until its last day."),
    ("baseline", "What stands in `factsuite-baseline.json` is old: reported, not failing."),
    ("since", "With `--since BASE`, what was there at BASE and is not touched by the change is old as well."),
    ("fail_on", "What is left fails its test and the run if it is as grave as `fail_on`, or graver."),
)
"""Each step by its name, in order. Every finding goes this one way, whoever asks."""
