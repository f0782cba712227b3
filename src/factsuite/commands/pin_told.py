"""What `factsuite pin` says: what was fetched, which excerpts stand in it, what was written."""

from pathlib import Path

from factsuite.load.problems import shortened
from factsuite.pinning.acquiring import Material
from factsuite.pinning.keeping import Change, Kept
from factsuite.pinning.manifests import Entry
from factsuite.pinning.sources import Home
from factsuite.reports.explaining import printable
from factsuite.reports.markdown_text import plural
from factsuite.texts.nearest_passage import nearest_passage
from factsuite.verdicts.exhibits import Citation, Standing

_QUOTED, _DIFF = 100, 200


def tell_material(material: Material) -> str:
    """What is at hand."""
    found = material.extracted
    lines = [f"  {found.media_type}, {len(material.data):,} bytes, sha256 {material.sha256}"]
    lines += [f"  record {found.record}"] if found.record else []
    pages = found.text.count("\f") + 1
    of_pages = f" on {plural(pages, 'page')}" if pages > 1 else ""
    lines.append(f"  {len(found.text):,} characters of text{of_pages}, by {found.extractor}")
    if not material.has_text:
        lines.append("  no text could be read from it (a scan, or a page made by scripts): nobody can look it up")
    return printable("\n".join(lines))


def tell_excerpts(citations: tuple[Citation, ...], text: str) -> str:
    """How many excerpts stand, and each that does not."""
    counted = [cited for cited in citations if cited.excerpt]
    if not counted:
        return "  nothing is cited from it word for word yet"
    numbers = {each: sum(cited.standing is each for cited in counted) for each in Standing}
    told = [f"{number} {each.value}" for each, number in numbers.items() if number and each is not Standing.STANDS]
    lines = [f"  excerpts: {', '.join([f'{numbers[Standing.STANDS]} of {len(counted)} stand', *told])}"]
    for cited in counted:
        if cited.standing is Standing.STANDS:
            continue
        lines.append(f"    {cited.standing.value}: {cited.at}: '{shortened(cited.excerpt, _QUOTED)}'")
        near = nearest_passage(cited.excerpt, text) if cited.standing is Standing.GONE else ""
        lines += [f"      nearest: {shortened(near, _DIFF)}"] if near else []
    return printable("\n".join(lines))


def tell_kept(kept: Kept, home: Home, store: Path | None) -> str:
    """What was written, or why nothing was."""
    day = _day(kept.before)
    place = f"{home.shown}/exhibits.yaml"
    told = {
        Change.NEW: f"pinned in {place}",
        Change.UNCHANGED: f"unchanged: it is what was pinned on {day}; nothing was written",
        Change.RESTORED: f"unchanged: it is what was pinned on {day}; what was missing in {place} was written",
        Change.REPLACED: f"replaced what was pinned on {day}, in {place}",
        Change.REFUSED: f"changed: it is not what was pinned on {day}; nothing was written\n"
        "  hint: look at the excerpts above; add --replace to keep this copy from now on",
    }[kept.change]
    lines = [f"  {told}"]
    if store is not None and kept.change is not Change.REFUSED:
        words = plural(kept.sealed_words, "excerpt")
        lines.append(f"  sealed: the copy is in {home.below(store)}, salted hashes of it and of {words} in {place}")
    return printable("\n".join(lines))


def _day(before: Entry | None) -> str:
    return str(before["retrieved"]) if before is not None else ""
