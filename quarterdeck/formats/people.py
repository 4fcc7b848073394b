"""People from the rows of a table."""

import re
from collections.abc import Iterator

from .checks import Names, refuse_cycles
from .durations import parse_number
from .ledger import Ledger
from .plans import Plan
from .records import PersonRow
from .rows import Row
from .tables import Table

_SKILL = re.compile(r"(?P<name>.+?)\s*(?:[:=]\s*|\()(?P<level>\d+(?:[.,]\d+)?)\)?")
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")
SAME_NAME = "no number or e-mail address tells it apart from"
_NOT_PEOPLE = {
    "material": "it is a material, not a person",
    "cost": "it is a cost, not a person",
    "kosten": "it is a cost, not a person",
    "equipment": "it is equipment, not a person",
}


def read_people(table: Table, plan: Plan, ledger: Ledger) -> tuple[PersonRow, ...]:
    """Turn every row into a person or a dropped row.

    Refused when managers run in a circle.
    """
    names = Names()
    rows = list(_identified(table, plan, ledger, names))
    people = tuple(_person(row, key, names) for row, key in rows)
    titles = {person.external_id: person.name for person in people}
    managers = {p.external_id: [p.manager] for p in people if p.manager}
    refuse_cycles(managers, "The managers", titles.__getitem__)
    return people


def _identified(
    table: Table, plan: Plan, ledger: Ledger, names: Names
) -> Iterator[tuple[Row, str]]:
    seen: dict[str, int] = {}
    for number, cells in table.records:
        row = Row(number, cells, plan, ledger)
        name = _name(row)
        given = [cell for _, cell in row.cells("external_id")]
        given = given or [cell.casefold() for _, cell in row.cells("email")]
        key = (given or [name])[0]
        kind = row.text("kind").casefold()
        if not name:
            ledger.drop_row(number, row.named(), "it has no name")
        elif kind in _NOT_PEOPLE:
            ledger.drop_row(number, name, _NOT_PEOPLE[kind])
        elif key in seen and not given:
            ledger.drop_row(number, name, f"{SAME_NAME} row {seen[key]}")
        elif key in seen:
            reason = f"its id “{key[:60]}” is already that of row {seen[key]}"
            ledger.drop_row(number, name, reason)
        else:
            seen[key] = number
            others = [*given[1:], *(cell for _, cell in row.cells("email"))]
            others += _other_orders(name)
            names.add(key, others=others, name=name)
            yield row, key


def _name(row: Row) -> str:
    name = row.text("name")
    if not name:
        name = f"{row.text('first_name')} {row.text('last_name')}"
    return " ".join(name.split())


def _other_orders(name: str) -> list[str]:
    """ "Moreau, Inès K" is also known as "Inès Moreau"."""
    last, comma, first = name.partition(",")
    if not comma or not first.strip():
        return []
    given = first.split()
    return [f"{' '.join(given)} {last.strip()}", f"{given[0]} {last.strip()}"]


def _person(row: Row, key: str, names: Names) -> PersonRow:
    return PersonRow(
        external_id=key,
        row=row.number,
        name=_name(row),
        email=_email(row),
        position=row.text("position"),
        department=row.text("department"),
        team=row.text("team"),
        manager=_manager(row, key, names),
        employment_type=row.text("employment_type"),
        starts_on=row.day("starts_on"),
        ends_on=row.day("ends_on"),
        weekly_hours=row.number_in("weekly_hours", 0, 168),
        capacity=_share(row),
        calendar=row.text("calendar") or None,
        location=row.text("location"),
        skills=_skills(row),
    )


def _email(row: Row) -> str:
    for use, cell in row.cells("email"):
        if _ADDRESS.fullmatch(cell):
            return cell
        row.remark(use, cell, "it is not an e-mail address")
    return ""


def _manager(row: Row, key: str, names: Names) -> str | None:
    cells = row.cells("manager")
    for _, cell in cells:
        found = names.find(cell)
        if found is not None and found != key:
            return found
    for use, cell in cells[:1]:
        own = names.find(cell) == key
        reason = "nobody is their own manager" if own else "the file has no such person"
        row.remark(use, cell, reason)
    return None


def _share(row: Row) -> float | None:
    """A share of full time: 0.8, 80 and "80%" are the same."""
    number = row.number_in("capacity", 0, 1000)
    if number is None:
        return None
    written = row.cells("capacity")[0][1]
    return round(number / 100, 6) if "%" in written or number > 3 else number


def _skills(row: Row) -> tuple[tuple[str, float | None], ...]:
    skills: dict[str, float | None] = {}
    for text in row.labels("skills"):
        found = _SKILL.fullmatch(text) if len(text) < 200 else None
        if found:
            skills[found["name"]] = parse_number(found["level"])
        else:
            skills[text] = None
    return tuple(skills.items())
