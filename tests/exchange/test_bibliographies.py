"""Sources from a reference manager, and reviews of claims."""

import json
from pathlib import Path
from typing import Any

import pytest
from fictional_town import write_town

from factsuite.cli import main
from factsuite.exchange.source_records import id_of

BIB = r"""
@string{gaz = "The Larkhaven Gazette"}
@article{quill:2031,
  author = {Quill, Ada and {The {\'E}quipe}},
  title = {On {DNA} \& more -- caf{\'e}},
  journal = gaz, year = 2031, month = mar, doi = {10.1000/x}
}
@online{page, title = {A page}, organization = {Larkhaven City Council}, url = {https://example.org/a_b~c},
  date = {2031-05-03}}
"""

CSL: dict[str, Any] = {
    "id": "vane2031",
    "type": "article-newspaper",
    "container-title": "The Larkhaven Gazette",
    "title": "The   bridge",
    "author": [{"given": "Noor", "family": "Vane"}, {"literal": "Harbour desk"}],
    "URL": "https://example.org/bridge",
    "issued": {"date-parts": [[2031, 6, 2]]},
    "language": "en",
}


@pytest.fixture(autouse=True)
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_town(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def bring(content: object, name: str, *more: str) -> int:
    Path(name).write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return main(["import", name, "--into", "bridge", *more])


def sources() -> str:
    return Path("facts/bridge/sources.yaml").read_text(encoding="utf-8")


def facts() -> str:
    return Path("facts/bridge/facts.yaml").read_text(encoding="utf-8")


def test_an_entry_of_csl_json_is_a_source(capsys: pytest.CaptureFixture[str]) -> None:
    before = sources()
    assert bring([CSL], "library.json") == 0
    assert sources().startswith(before)
    assert sources().endswith(
        "  - id: vane2031\n"
        "    publisher: The Larkhaven Gazette\n"
        "    title: The bridge\n"
        "    author: Noor Vane; Harbour desk\n"
        "    url: https://example.org/bridge\n"
        "    published: 2031-06-02\n"
        "    language: en\n"
        "    kind: newspaper\n"
    )
    assert "vane2031: the source is added, kind `newspaper`" in capsys.readouterr().out
    after = sources()
    assert bring({"items": [CSL]}, "library.json") == 0
    assert "vane2031: already there, as `vane2031`" in capsys.readouterr().out
    assert sources() == after


@pytest.mark.parametrize(
    ("issued", "published"),
    [
        ({"date-parts": [[2031]]}, "2031"),
        ({"date-parts": [["2031", "6"]]}, "2031-06"),
        ({"date-parts": [[2031, 6, 2], [2031, 6, 4]]}, "2031-06-02/2031-06-04"),
        ({"date-parts": [[2031]], "circa": True}, "2031~"),
        ({"date-parts": [[2031]], "season": 2}, "2031-22"),
        ({"date-parts": [[2031]], "season": "Winter"}, "2031-24"),
        ({"date-parts": [[]]}, None),
        ({"literal": "last spring"}, None),
        ({"raw": "June 2031"}, None),
        ("2031", None),
    ],
)
def test_dates_are_taken_as_they_are_given_or_left_out(issued: object, published: str | None) -> None:
    assert bring([{**CSL, "issued": issued}], "library.json") == 0
    given = [line.split(": ")[1] for line in sources().splitlines() if "published:" in line]
    assert given == ([published] if published else [])


def test_what_is_left_out_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    odd = {**CSL, "issued": {"literal": "last spring"}, "language": "English (UK)"}
    assert bring([odd], "library.json") == 0
    printed = capsys.readouterr().out
    assert "vane2031: the date 'last spring' is left out" in printed
    assert "vane2031: language 'English (UK)' is left out" in printed


def test_no_kind_is_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    before = sources()
    assert bring([{**CSL, "type": "article"}], "library.json") == 1
    assert "library.json:1:1: error: missing-field\n  `vane2031`: its type does not say" in capsys.readouterr().out
    assert sources() == before
    assert bring([{**CSL, "type": "article"}], "library.json", "--kind", "wire") == 0
    assert "kind: wire" in sources()
    assert bring([CSL], "library.json", "--kind", "wier") == 2
    assert "did you mean `wire`?" in capsys.readouterr().err


def test_an_entry_without_a_publisher_stops_all_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    before = sources()
    other = {**CSL, "id": "other", "container-title": "", "URL": "https://example.org/2"}
    assert bring(json.dumps([CSL, other], indent=1), "library.json") == 1
    assert "library.json:29:1: error: missing-field" in capsys.readouterr().out
    assert sources() == before


def test_an_id_that_is_another_source_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert bring([{**CSL, "id": "Hearing"}], "library.json") == 1
    assert "`Hearing` would be the source `hearing`, which is another one" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[1, 2", "library.json:1:6: the file is no JSON"),
        ('"text"', "the file is no CSL-JSON"),
        ("[1]", "the file is no CSL-JSON"),
        ("[" * 100_000, "library.json:1:1: the file is nested too deeply"),
    ],
)
def test_a_file_that_is_no_library_is_refused(text: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert bring(text, "library.json") == 2
    assert told in capsys.readouterr().err


def test_entries_of_bibtex_are_sources() -> None:
    assert bring(BIB, "old.bib") == 0
    assert sources().endswith(
        "  - id: quill-2031\n"
        "    publisher: The Larkhaven Gazette\n"
        "    title: On DNA & more – café\n"
        "    author: Ada Quill; The Équipe\n"
        "    url: https://doi.org/10.1000/x\n"
        "    published: 2031-03\n"
        "    kind: academic article\n"
        "  - id: page\n"
        "    publisher: Larkhaven City Council\n"
        "    title: A page\n"
        "    url: https://example.org/a_b~c\n"
        "    published: 2031-05-03\n"
        "    kind: web page\n"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("@misc{x, title = {no\n", "old.bib:1:1: the entry cannot be read"),
        (BIB + "@online{page, title = {B}}", "old.bib:10:1: the entry cannot be read: Duplicate"),
        ("no entries at all", "old.bib:1:1: the file has no entries"),
    ],
)
def test_bibtex_that_cannot_be_read_is_refused(text: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert bring(text, "old.bib") == 2
    printed = capsys.readouterr()
    assert told in printed.err
    assert not printed.out


def review(claim: str, value: object = 1, **more: object) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": ["ClaimReview"],
        "claimReviewed": claim,
        "url": f"https://example.org/{id_of(claim)}",
        "author": {"@type": "Organization", "name": "Larkhaven Checks"},
        "datePublished": "2031-06-05T08:00:00Z",
        "reviewRating": {"ratingValue": value, "worstRating": 1, "bestRating": 5, "alternateName": "False"},
        **more,
    }


def test_a_review_is_a_source_and_evidence_for_the_fact_of_its_claim() -> None:
    assert bring({"@graph": [review("More than 300 people crossed the bridge")]}, "review.json") == 0
    assert "    kind: fact check\n" in sources()
    assert "    published: 2031-06-05\n" in sources()
    added = (
        "      - source: larkhaven-checks-more-than-300-people-crossed-the-bridge\n"
        "        stance: contradicts\n"
        "        because: Larkhaven Checks rates the claim 'False'.\n"
        "        of: More than 300 people crossed it\n"
    )
    assert added in facts()


def test_a_claim_the_article_makes_in_these_words_becomes_a_statement() -> None:
    page = f'<html><script type="application/ld+json">{json.dumps(review("the bridge opened", 5))}</script></html>'
    assert bring(page, "review.html") == 0
    assert "    anchor: {exact: The bridge opened}\n    asserts: {that: the bridge opened}\n" in facts()
    assert "stance: supports" in facts()


def test_reviews_that_match_nothing_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    before = facts()
    assert (
        bring([review("The bridge fell down"), review("More than 300 people crossed the bridge", "x")], "r.json") == 0
    )
    printed = capsys.readouterr().out
    assert "'The bridge fell down': not taken as evidence: no fact makes this claim" in printed
    assert "its rating 'False' has no place on a scale" in printed
    assert facts() == before


@pytest.mark.parametrize(
    ("value", "worst", "best", "stance"),
    [
        (1, 1, 5, "contradicts"),
        (5, 1, 5, "supports"),
        (3, 1, 5, "partly"),
        (5, 5, 1, "contradicts"),
        ("4", "1", "4", "supports"),
    ],
)
def test_a_rating_is_read_on_its_own_scale(value: object, worst: object, best: object, stance: str) -> None:
    rating = {"ratingValue": value, "worstRating": worst, "bestRating": best}
    assert bring(review("More than 300 people crossed the bridge", reviewRating=rating), "r.jsonld") == 0
    assert f"stance: {stance}" in facts()


@pytest.mark.parametrize("rating", [{}, {"ratingValue": -1, "worstRating": 1, "bestRating": 5}, "False"])
def test_a_rating_in_words_alone_is_no_stance(rating: object) -> None:
    assert bring(review("More than 300 people crossed the bridge", reviewRating=rating), "r.jsonld") == 0
    assert "stance" not in facts()


def test_a_file_without_reviews_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert bring("<html></html>", "r.html") == 2
    assert "there is no ClaimReview in the file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "id"),
    [("Müller: 2031", "muller-2031"), ("http://zotero.org/1/A", "http-zotero-org-1-a"), ("日本", "source")],
)
def test_a_key_becomes_an_id(text: str, id: str) -> None:
    assert id_of(text) == id
