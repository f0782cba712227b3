"""Every fact is reached by mouse, by keyboard, by filter and by link; without a script every fact can be read."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import FIRST, Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page

CARD = "article.card"
HERE = "decodeURIComponent(location.hash.slice(1))"


def cards(page: "Page") -> list[dict[str, str]]:
    return page.eval_on_selector_all(
        CARD, "all => all.map(card => ({id: card.id, ...card.dataset, fix: card.hasAttribute('data-fix')}))"
    )


def shown(page: "Page") -> list[str]:
    return page.eval_on_selector_all(f"{CARD}:not([hidden])", "all => all.filter(c => c.offsetHeight).map(c => c.id)")


def settled(page: "Page") -> None:
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def in_sight(page: "Page", id: str) -> bool:
    """Whether the head of a card stands in the window, and it is the one with the focus."""
    settled(page)
    return page.evaluate(
        "id => { const box = document.getElementById(id).getBoundingClientRect();"
        " return document.activeElement.id === id && box.top >= -1 && box.top < innerHeight; }",
        id,
    )


@pytest.mark.parametrize("width", [1440, 390])
def test_every_fact_is_reached_by_a_click_in_the_text(real: Path, opened: Opener, width: int) -> None:
    page = opened(real / FIRST, width=width)
    refs = page.eval_on_selector_all("#text a.ref[id]", "all => all.map(a => [a.id, a.hash.slice(1)])")
    assert sorted(id for _, id in refs) == sorted(card["id"] for card in cards(page))
    for ref, id in refs[:: 1 if width == 1440 else 7]:
        page.locator(f"[id='{ref}']").click()
        assert in_sight(page, id), id
        assert page.evaluate(HERE) == id


def test_a_click_on_marked_words_and_on_what_to_correct_leads_to_the_card(real: Path, opened: Opener) -> None:
    page = opened(real / FIRST)
    mark = page.locator("#text mark.contradicted", has_text="since early October")
    id = (mark.get_attribute("data-for") or "").split(" ")[0]
    mark.click()
    assert in_sight(page, id)
    assert "current" in (mark.get_attribute("class") or "")
    link = page.locator("#correct .to-fix a").last
    link.click()
    assert in_sight(page, (link.get_attribute("href") or "")[1:])


def test_every_fact_is_reached_by_keyboard(real: Path, opened: Opener) -> None:
    page = opened(real / FIRST)
    everything = cards(page)
    for card in everything:
        page.keyboard.press("j")
        assert in_sight(page, card["id"])
    page.keyboard.press("j")
    assert page.evaluate(HERE) == everything[-1]["id"], "after the last there is none"
    page.keyboard.press("k")
    assert page.evaluate(HERE) == everything[-2]["id"]


def test_n_and_p_go_through_what_is_to_correct(real: Path, opened: Opener) -> None:
    page = opened(real / FIRST)
    wanted = [card["id"] for card in cards(page) if card["fix"]]
    assert len(wanted) == 19
    for id in wanted:
        page.keyboard.press("n")
        assert page.evaluate(HERE) == id
    for id in reversed(wanted[:-1]):
        page.keyboard.press("p")
        assert page.evaluate(HERE) == id


def test_the_keys_leave_a_reader_who_types_alone_and_can_be_switched_off(real: Path, opened: Opener) -> None:
    page = opened(real / FIRST)
    page.keyboard.press("/")
    page.keyboard.type("jnk")
    assert page.input_value("#words") == "jnk"
    assert page.evaluate(HERE) == ""
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.evaluate(HERE) == "", "nothing fits the words, so there is nothing to go to"
    page.get_by_role("button", name="Show all").click()
    settled(page)
    page.keyboard.press("j")
    before = page.evaluate(HERE)
    page.uncheck("#keys")
    page.keyboard.press("j")
    assert page.evaluate(HERE) == before != ""


def test_links_in_the_text_are_followed_by_keyboard_alone(real: Path, opened: Opener) -> None:
    page = opened(real / FIRST)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the facts"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "facts"
    page.focus("#text a.ref[id]")
    page.keyboard.press("Enter")
    assert in_sight(page, cards(page)[0]["id"])


def test_filters_one_by_one_and_together(real: Path, opened: Opener) -> None:
    page = opened(real / FIRST)
    everything = cards(page)
    kinds = sorted({card["kind"] for card in everything})
    sources = sorted({source for card in everything for source in card["sources"].split()})
    rules = sorted({rule for card in everything for rule in card["rules"].split()})
    assert len(kinds) > 5
    for kind in ["", *kinds[:4]]:
        for source in ["", *sources[::12]]:
            page.select_option("select[name=kind]", kind)
            page.select_option("select[name=source]", source)
            settled(page)
            expected = [
                c["id"]
                for c in everything
                if kind in ("", c["kind"]) and (not source or source in c["sources"].split())
            ]
            assert shown(page) == expected
            assert page.inner_text("#shown") == f"{len(expected)} of {len(everything)} facts shown"
    page.get_by_role("button", name="Show all").click()
    page.uncheck("input[value=supported]")
    page.select_option("select[name=kind]", "quotation")
    settled(page)
    assert shown(page) == [c["id"] for c in everything if c["kind"] == "quotation" and c["verdict"] != "supported"]
    page.get_by_role("button", name="Show all").click()
    page.select_option("select[name=rule]", rules[0])
    page.fill("#words", "austin")
    settled(page)
    fits = {c["id"] for c in everything if rules[0] in c["rules"].split()}
    words = page.eval_on_selector_all(CARD, "all => all.filter(c => /austin/i.test(c.textContent)).map(c => c.id)")
    assert set(shown(page)) == fits & set(words)
    page.get_by_role("button", name="Show all").click()
    settled(page)
    assert len(shown(page)) == len(everything)


def test_deep_links_lead_to_the_fact_and_undo_a_filter_that_hides_it(real: Path, opened: Opener) -> None:
    page = opened(real / FIRST)
    ids = [card["id"] for card in cards(page)]
    for id in ids[::10]:
        there = opened(real / FIRST, f"#{id}")
        assert in_sight(there, id)
        marked = there.locator("mark.current").first
        assert marked.bounding_box()["y"] < 900, "and its words stand in sight beside it"  # type: ignore[index]
    page.fill("#words", "no such words in any card")
    settled(page)
    assert shown(page) == []
    page.evaluate("id => { location.hash = id; }", ids[7])
    assert in_sight(page, ids[7])
    assert len(shown(page)) == len(ids)


def test_without_a_script_every_fact_is_there(real: Path, opened: Opener) -> None:
    page = opened(real / FIRST, script=False)
    assert len(shown(page)) == len(cards(page)) == 53
    assert not page.locator("#filters").is_visible()
    assert not page.locator("#theme").is_visible()
    page.locator("#text a.ref[id]").nth(20).click()
    assert page.locator(":target").get_attribute("class").startswith("card")  # type: ignore[union-attr]


def test_the_choice_of_colours_is_kept_from_page_to_page(real: Path, opened: Opener) -> None:
    page = opened(real / FIRST)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    button = page.locator("#theme")
    button.click()
    button.click()
    assert button.inner_text() == "Colours: dark"
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    page.get_by_role("link", name="All articles").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
