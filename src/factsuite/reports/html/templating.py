"""The templates of the pages: everything from a file is escaped, and nothing is loaded from anywhere."""

import base64
import hashlib
from functools import lru_cache
from importlib import resources

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from factsuite.reports.html.shown_text import shown

MADE_HERE = '<meta name="generator" content="factsuite">'
"""What every page of ours says at its beginning."""
_TEMPLATES = "factsuite.reports.html.templates"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, read once. Text is shown letter by letter before it is escaped."""
    folder = resources.files(_TEMPLATES)
    files = {each.name: each.read_text(encoding="utf-8") for each in folder.iterdir() if each.name.endswith(".j2")}
    return Environment(
        loader=DictLoader(files),
        autoescape=True,
        finalize=_finalized,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def macro(template: str, name: str, *arguments: object) -> Markup:
    """What a macro of a template makes of its arguments."""
    found = getattr(environment().get_template(template).module, name)
    return Markup(found(*arguments))


def page(template: str, name: str, title: str, *, script: bool = True, **values: object) -> str:
    """A whole page; its policy allows its own style and its own script, told by their digests, and nothing else."""
    style, code = inline("style.css"), inline("script.js") if script else Markup()
    sources = [f"style-src {_digest(style)}", f"script-src {_digest(code)}" if code else "script-src 'none'"]
    policy = "; ".join(["default-src 'none'", *sources, "base-uri 'none'", "form-action 'none'"])
    frame = {
        "made_here": Markup(MADE_HERE),
        "name": name,
        "title": title,
        "policy": policy,
        "style": style,
        "script": code,
    }
    return environment().get_template(template).render(page=frame, **values)


@lru_cache(maxsize=4)
def inline(name: str) -> Markup:
    """Our own style sheet or script, as it stands in the package."""
    return Markup(resources.files(_TEMPLATES).joinpath(name).read_text(encoding="utf-8"))


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _finalized(value: object) -> object:
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value
