"""What a run is asked for that cannot be done: told once, as pytest tells usage, before the first check."""

from pathlib import Path

import pytest

from factsuite.engine import baseline_of, policy_of, store_of
from factsuite.load.errors import FactsuiteError
from factsuite.load.revisions import refuse_unknown_revision


def refuse_unusable(config: pytest.Config, root: Path) -> None:
    """Raise pytest's usage error for a setting, a baseline or a revision that cannot be used.

    No rule is loaded for it: what a house rule breaks is told by the first check, with its traceback.
    """
    base: str | None = config.option.factsuite_since
    try:
        policy_of(root)
        store_of(root)
        baseline_of(root)
        if base is not None:
            refuse_unknown_revision(root, base)
    except FactsuiteError as error:
        raise pytest.UsageError(str(error)) from error
