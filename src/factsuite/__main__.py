"""`python -m factsuite` is `factsuite`: for a Python whose scripts are not on the path."""

import sys

from factsuite.cli import main

if __name__ == "__main__":
    sys.exit(main())
