"""Running other people's code: what it prints is not our output, and where it crashes it has given no answer."""

import io
import warnings
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


def guarded(read: Callable[Arguments, Answer], nothing: Answer) -> Callable[Arguments, Answer]:
    """The same function, quiet, and giving `nothing` where it would raise."""

    def answer(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Answer:
        with redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                return read(*args, **kwargs)
            except Exception:  # whatever it is, it is the library's, and no answer
                return nothing

    return answer
