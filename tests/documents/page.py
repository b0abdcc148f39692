"""Is a page of HTML well made? What a validator and a reader with a screen reader would stumble over."""

import re
from html.parser import HTMLParser

VOID = frozenset({"meta", "br", "img", "link", "input", "hr", "rect", "circle", "line"})
LOADING = frozenset({"src", "srcset", "data", "poster", "background", "formaction", "action"})
ELEMENTS = frozenset(
    "html head title meta style body main h1 h2 h3 h4 p ul li figure a table caption thead tbody tr th td"
    " svg desc text rect line circle".split()
)


class Checker(HTMLParser):
    """Collects what is wrong in `faults`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.open: list[str] = []
        self.ids: list[str] = []
        self.named: list[str] = []
        self.levels: list[int] = []
        self.texts: list[str] = []
        self.links: list[str] = []
        self.languages: list[str | None] = []
        self._svg: dict[str, str] | None = None
        self._captioned = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag not in ELEMENTS or any(name.startswith("on") or name in LOADING for name in values):
            self.faults.append(f"unwanted {tag} {values}")
        if len(values) != len(attrs):
            self.faults.append(f"an attribute twice in {tag}")
        if values.get("id"):
            self.ids.append(str(values["id"]))
        self.named += str(values.get("aria-labelledby") or "").split()
        if tag == "html":
            self.languages.append(values.get("lang"))
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag == "a":
            self.links.append(str(values.get("href")))
        if tag == "th" and values.get("scope") not in {"col", "row"}:
            self.faults.append("a header cell without scope")
        if tag == "svg":
            self._svg = {}
            if values.get("role") != "img" or not values.get("aria-labelledby"):
                self.faults.append("an image without role or name")
        if tag == "table":
            self._captioned = False
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        here = self.open[-1] if self.open else ""
        if data.strip() and here != "style":
            self.texts.append(data)
        if self._svg is not None and here in {"title", "desc"}:
            self._svg[here] = self._svg.get(here, "") + data.strip()
        if here == "caption" and data.strip():
            self._captioned = True

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")
        if tag == "svg":
            if not (self._svg and self._svg.get("title") and self._svg.get("desc")):
                self.faults.append("an image without title and description")
            self._svg = None
        if tag == "table" and not self._captioned:
            self.faults.append("a table without caption")


def check(page: str) -> Checker:
    """What is in a page, and what is wrong with it."""
    found = Checker()
    found.feed(page)
    found.close()
    found.faults += [f"{tag} is not closed" for tag in found.open]
    if len(set(found.ids)) != len(found.ids):
        found.faults.append("an id twice")
    found.faults += [f"no element is called {name}" for name in found.named if name not in found.ids]
    if found.levels[:1] != [1] or found.levels.count(1) != 1:
        found.faults.append("not one heading of level 1 at the head")
    steps = zip(found.levels, found.levels[1:], strict=False)
    found.faults += [f"from heading {before} to {after}" for before, after in steps if after > before + 1]
    if found.languages not in (["en"], ["fr"]):
        found.faults.append(f"languages {found.languages}")
    if not page.startswith("<!DOCTYPE html>\n"):
        found.faults.append("no doctype")
    return found
