"""`factsuite pin`: what it prints, how it ends, what it refuses."""

from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from fictional_town import FILES, write_town
from loopback import page, sent_on, serving
from test_extracting import pdf

from factsuite.cli import main

PAGE = b"<title>x</title><p>QUILL: I never saw that memo.<p>We counted 412 people."


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace, and the directory the command is started in."""
    write_town(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def pin(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error."""
    capsys.readouterr()
    code = main(["pin", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_a_page_is_fetched_told_and_kept(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving({"/old": sent_on("/hearing", 301), "/hearing": page(PAGE)}) as server:
        code, out, err = pin(capsys, "hearing", f"{server}/old", "--allow-private", "--retrieved", "2031-06-03")
    assert (code, err) == (0, "")
    digest = out.partition("sha256 ")[2][:64]
    assert out.split("\n") == [
        f"hearing: {server}/old",
        f"  301, sent on to {server}/hearing",
        f"  text/html, {len(PAGE)} bytes, sha256 {digest}",
        "  53 characters of text, by stdlib-html 1",
        "  excerpts: 2 of 2 stand",
        "  pinned in facts/bridge/exhibits.yaml",
        "",
    ]
    listed = (town / "facts/bridge/exhibits.yaml").read_text()
    assert f'    from: "{server}/old"\n    redirects:\n      - "{server}/hearing"\n' in listed
    assert main(["check"]) == 0


def test_the_address_in_the_list_of_sources_is_the_default(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pin(capsys, "hearing") == (
        2,
        "",
        "factsuite: `hearing` has no url in sources.yaml\n  hint: say where it is: a file, or a URL\n",
    )
    with serving({"/hearing": page(PAGE)}) as server:
        listed = FILES["sources.yaml"].replace("{id: hearing,", f'{{id: hearing, url: "{server}/hearing",')
        (town / "facts/bridge/sources.yaml").write_text(listed)
        assert pin(capsys, "hearing", "--allow-private")[0] == 0


def test_excerpts_that_do_not_stand_are_shown_at_once(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (town / "hearing.txt").write_text("QUILL: I never saw that memo. We counted 421 people. I never saw that memo.")
    code, out, _ = pin(capsys, "hearing", "hearing.txt")
    assert code == 1
    assert (
        "  excerpts: 1 of 2 stand, 1 gone\n    gone: facts/bridge/facts.yaml:16:36: 'We counted 412 people.'\n" in out
    )
    assert "      nearest: We counted [-412-][+421+] people.\n" in out


def test_a_changed_source_is_told_and_left(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = town / "hearing.txt"
    file.write_text("QUILL: I never saw that memo. We counted 412 people.")
    assert pin(capsys, "hearing", "hearing.txt", "--retrieved", "2031-06-03")[0] == 0
    file.write_text("QUILL: I saw it. We counted 412 people.")
    code, out, _ = pin(capsys, "hearing", "hearing.txt")
    assert code == 1
    assert "changed: it is not what was pinned on 2031-06-03; nothing was written" in out
    assert "1 of 2 stand, 1 gone" in out
    assert pin(capsys, "hearing", "hearing.txt", "--replace")[1].endswith(
        "replaced what was pinned on 2031-06-03, in facts/bridge/exhibits.yaml\n"
    )


def test_a_source_without_words_is_kept_and_fails(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (town / "scan.html").write_text("<html><script>load()</script></html>")
    code, out, _ = pin(capsys, "hearing", "scan.html")
    assert code == 1
    assert "no text could be read from it" in out
    assert "2 could not look" in out
    assert main(["check"]) == 1
    assert "could not look into the pinned copy of `hearing`: no text could be read from it" in capsys.readouterr().out


def test_pages_are_told_and_a_locator_chooses(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (town / "report.pdf").write_bytes(
        pdf("QUILL: I never saw that memo. We counted 412 people.", "We counted 412 people.")
    )
    code, out, _ = pin(capsys, "hearing", "report.pdf")
    assert code == 1
    assert " of text on 2 pages, by pypdf " in out
    assert "1 ambiguous" in out
    facts = town / "facts/bridge/facts.yaml"
    facts.write_text(facts.read_text().replace("412 people., reports", "412 people., locator: page 2, reports"))
    assert pin(capsys, "hearing", "report.pdf")[0] == 0
    assert main(["check"]) == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("hearin", "x.txt"), "no source has the id `hearin`\n  hint: did you mean `hearing`?"),
        (("hearing", "no-such-file.txt"), "there is no such file"),
        (("hearing", "ftp://larkhaven.example/x"), "is no http or https URL"),
        (("hearing", "http://127.0.0.1:9/"), "127.0.0.1 is no public address"),
        (("hearing", "x.txt", "--article", "brigde"), "did you mean `bridge`?"),
        (("hearing", "x.txt", "--retrieved", "yesterday"), "'yesterday' is no day"),
        (("hearing", "x.txt", "--max-bytes", "0"), "from 1 to 100,000,000"),
        (("hearing", "x.txt", "--timeout", "nan"), "above 0"),
        (("hearing", "x.bin"), "neither HTML, text, PDF nor WARC"),
        (("hearing", "x.txt", "--max-bytes", "3"), "larger than 3 bytes"),
    ],
)
def test_what_cannot_be_pinned_ends_with_two_and_writes_nothing(
    town: Path, arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (town / "x.txt").write_text("words")
    (town / "x.bin").write_bytes(b"\0\1\2")
    code, _, err = pin(capsys, *arguments)
    assert code == 2
    assert told in err
    assert not (town / "facts/bridge/exhibits.yaml").exists()


def test_what_a_server_says_is_shown_and_never_obeyed(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page, an address or a reason may hold terminal escapes."""

    def rude(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(500, "No \x1b[31mway")
        handler.end_headers()

    answers = {
        "/a": page(b"<p>We counted \x1b]0;412\x07 people, more or less, it seems."),
        "/b": rude,
        "/c": sent_on("http://x\x1b[2J.example/"),
    }
    with serving(answers) as server:
        for path in ("/b", "/c"):
            code, out, err = pin(capsys, "hearing", f"{server}{path}", "--allow-private")
            assert code == 2
            assert "\x1b" not in out + err
            assert "\\u001b" in err
        code, out, _ = pin(capsys, "hearing", f"{server}/a", "--allow-private")
    assert code == 1
    assert "\x1b" not in out
    assert (town / "facts/bridge/exhibits.yaml").is_file()


def test_a_disk_that_is_full_is_told(
    town: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    (town / "x.txt").write_text("QUILL: I never saw that memo. We counted 412 people.")

    def full(handle: int) -> None:
        del handle
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    code, _, err = pin(capsys, "hearing", "x.txt")
    assert code == 2
    assert "could not be written" in err
    assert "No space left" in err


def test_several_articles_with_one_source_need_a_choice(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = town / "facts" / "harbour"
    other.mkdir()
    for file in (town / "facts/bridge").iterdir():
        (other / file.name).write_bytes(file.read_bytes())
    (town / "x.txt").write_text("QUILL: I never saw that memo. We counted 412 people.")
    code, _, err = pin(capsys, "hearing", "x.txt")
    assert (code, "choose one with --article" in err) == (2, True)
    assert pin(capsys, "hearing", "x.txt", "--article", "harbour")[0] == 0
    assert (other / "exhibits.yaml").is_file()
