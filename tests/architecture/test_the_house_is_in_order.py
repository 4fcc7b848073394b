"""Every room has the same furniture, every screen its place, every file its size."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "quarterdeck"
PAGES_WITHOUT_A_DOMAIN = {
    "account",
    "first_run",
    "home",
    "search",
    "settings",
    "shell",
    "sign_in",
}
FURNITURE = {"apps", "models", "permissions", "queries", "services"}
LONGEST = 300


def folders(path: Path) -> set[str]:
    return {p.name for p in path.iterdir() if (p / "__init__.py").exists()}


def sources() -> list[Path]:
    return sorted(p for p in HOUSE.rglob("*.py") if "migrations" not in p.parts)


def test_every_domain_has_the_same_furniture():
    wrong = {
        room: FURNITURE - {p.stem for p in (HOUSE / "domains" / room).iterdir()}
        for room in folders(HOUSE / "domains")
    }
    assert {room: gap for room, gap in wrong.items() if gap} == {}


def test_every_screen_belongs_to_a_domain_or_is_a_known_page():
    screens = folders(HOUSE / "web")
    assert screens - folders(HOUSE / "domains") - PAGES_WITHOUT_A_DOMAIN == set()


def test_the_docstring_of_the_domains_tells_their_order():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(c for c in contracts if c["id"] == "domains")["layers"]
    order = [name.strip() for line in layers for name in line.split("|")]
    told = (HOUSE / "domains" / "__init__.py").read_text()
    assert re.findall(r"^([a-z_]+)  +\S", told, re.M) == order


def test_nobody_reaches_a_model_by_its_name_in_a_string():
    found = [str(p) for p in sources() if re.search(r"\bget_model\(", p.read_text())]
    assert found == []


def test_nobody_below_the_screens_looks_at_the_clock():
    clock = re.compile(r"timezone\.now\(|datetime\.now\(|date\.today\(|time\.time\(")
    below = [p for p in sources() if {"domains", "engines", "formats"} & set(p.parts)]
    # A lease is held against the machine's clock: the queue is where time comes from.
    excepted = HOUSE / "domains" / "background_jobs"
    found = [
        str(p.relative_to(ROOT))
        for p in below
        if clock.search(p.read_text()) and excepted not in p.parents
    ]
    assert found == []


@pytest.mark.parametrize("path", sources(), ids=lambda p: str(p.relative_to(ROOT)))
def test_file_fits_the_habit(path):
    assert len(path.read_text().splitlines()) <= LONGEST


@pytest.mark.parametrize(
    "path", sorted((HOUSE / "web").rglob("*.html")), ids=lambda p: p.name
)
def test_page_fits_the_habit(path):
    text = path.read_text()
    assert len(text.splitlines()) <= 150
    assert not re.search(r"\sstyle=|\son[a-z]+=|<script(?![^>]*\bsrc=)", text), (
        "the content security policy forbids inline style, script and handlers"
    )


def test_what_runs_once_opens_no_database():
    """The second round of `make test`, on PostgreSQL, leaves these folders out."""
    asks = re.compile(r"\b(django_db|transactional_db|cast|as_user|run_jobs)\b")
    folders_of_tests = [ROOT / "tests" / name for name in ("engines", "formats")]
    files = [path for folder in folders_of_tests for path in folder.rglob("*.py")]
    assert [str(path) for path in files if asks.search(path.read_text())] == []
