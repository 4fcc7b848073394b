"""What the program can do and what its documentation names are the same."""

import re
from pathlib import Path

import pytest

from quarterdeck.api.v1 import ROUTERS
from quarterdeck.domains.accounts.services.tokens import AREAS
from quarterdeck.web.shell.navigation import PLACES

ROOT = Path(__file__).parents[2]
HOUSE, DOCS = ROOT / "quarterdeck", ROOT / "docs"
# Words with a dot that are no verbs of activities.
NO_VERBS = {"quarterdeck", "allauth", "manifest", "content", "pyproject"}
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)")


def text(name: str) -> str:
    return (DOCS / name).read_text()


def verbs_in_code() -> set[str]:
    found = set()
    for path in (HOUSE / "domains").rglob("*.py"):
        if "services" in path.parts or path.stem == "services":
            found |= set(re.findall(r'"([a-z_]+\.[a-z_]+)"', path.read_text()))
    return {verb for verb in found if verb.partition(".")[0] not in NO_VERBS}


def test_verbs_are_found_in_the_code():
    assert {"goal.closed", "task.delegated", "demo.removed"} <= verbs_in_code()


def test_every_verb_of_an_activity_is_in_the_records():
    told = set(re.findall(r"`([a-z_]+\.[a-z_]+)`", text("reference/records.md")))
    assert verbs_in_code() == told


def test_every_label_of_the_menu_is_in_the_glossary():
    terms = set(re.findall(r"^\*\*(.+?)\*\*", text("glossary.md"), re.M))
    labels = {place.label for place in PLACES}
    labels |= {tab.label for place in PLACES for tab in place.tabs}
    assert labels - terms == set()


def test_every_address_and_scope_of_the_api_is_named():
    page = text("reference/api.md")
    missing = {prefix for prefix, _ in ROUTERS if f"`{prefix}`" not in page}
    assert missing == set()
    assert set(re.findall(r"^\| `([a-z_]+)` \|", page, re.M)) == set(AREAS)


def test_every_domain_is_drawn_in_its_place():
    order = re.findall(
        r"^([a-z_]+)  +\S", (HOUSE / "domains" / "__init__.py").read_text(), re.M
    )
    rooms = text("developers/architecture.md").partition("## The rooms")[2]
    drawn = re.findall(r"^    ([a-z_]+)  +\S", rooms.partition("furniture")[0], re.M)
    assert drawn == order


@pytest.mark.parametrize(
    "page",
    [*sorted(DOCS.rglob("*.md")), *sorted(ROOT.glob("*.md"))],
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_every_link_leads_somewhere(page):
    links = LINK.findall(page.read_text())
    local = [link for link in links if not re.match(r"[a-z]+:", link)]
    gone = [link for link in local if not (page.parent / link).resolve().exists()]
    assert gone == []


def test_every_page_is_reached_from_the_first_ones():
    found, ahead = set(), [ROOT / "README.md", DOCS / "index.md"]
    while ahead:
        page = ahead.pop().resolve()
        if page in found or page.suffix != ".md":
            continue
        found.add(page)
        ahead += [
            page.parent / link
            for link in LINK.findall(page.read_text())
            if not re.match(r"[a-z]+:", link)
        ]
    assert {str(p.relative_to(DOCS)) for p in DOCS.rglob("*.md") if p not in found} == (
        set()
    )


def test_a_decision_has_its_four_parts_and_one_page():
    for page in (DOCS / "developers" / "decisions").glob("0*.md"):
        parts = re.findall(r"^## (.+)$", page.read_text(), re.M)
        assert parts == ["Context", "Decision", "Consequences", "Alternatives"], page
        assert len(page.read_text().splitlines()) <= 60
