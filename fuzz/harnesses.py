"""The harnesses by name. Each takes the bytes of one input, and raises if what reads them does anything wrong."""

from collections.abc import Callable

from fuzz import file_harnesses, reading_harnesses

Harness = Callable[[bytes], None]

HARNESSES: dict[str, Harness] = {
    "yaml": file_harnesses.yaml_tree,
    "documents": file_harnesses.documents,
    "anchors": file_harnesses.anchors,
    "expressions": file_harnesses.expressions,
    "words": file_harnesses.words,
    "quantities": reading_harnesses.quantities,
    "dates": reading_harnesses.dates,
    "edtf": reading_harnesses.edtf,
    "quotations": reading_harnesses.quotations,
    "markdown": reading_harnesses.markdown,
    "comparing": reading_harnesses.comparing,
}
