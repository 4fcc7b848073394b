"""What somebody looks at before a file is taken over: first rows, and unclear names."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from quarterdeck.domains.people.models import Person
from quarterdeck.formats import PersonRow, Reading, TaskRow
from quarterdeck.formats.people import SAME_NAME

from ..models import ImportRun
from .matching import names_of_several, own_people

FIRST = 8  # rows that are shown as they would be taken over
MOST = 100  # unclear names that are listed
BATCH = 500


def preview_of(reading: Reading) -> dict[str, Any]:
    """The first tasks and people as they were understood."""
    names = {person.external_id: person.name for person in reading.people}
    projects = {project.external_id: project.title for project in reading.projects}
    own = [person for person in reading.people if person.row is not None]
    return {
        "tasks": [_task(row, names, projects) for row in reading.tasks[:FIRST]],
        "people": [_person(row, names) for row in own[:FIRST]],
    }


def _task(
    row: TaskRow, names: dict[str, str], projects: dict[str, str]
) -> dict[str, Any]:
    return {
        "row": row.row,
        "title": row.title[:300],
        "project": projects.get(row.project or "", "")[:300],
        "status": row.status,
        "hours": [row.estimate_low, row.estimate_high],
        "deadline": row.deadline.isoformat() if row.deadline else None,
        "people": [names.get(i, i)[:200] for i in row.assignees[:10]],
    }


def _person(row: PersonRow, names: dict[str, str]) -> dict[str, Any]:
    return {
        "row": row.row,
        "name": row.name[:200],
        "email": row.email[:254],
        "position": row.position[:200],
        "team": (row.team or row.department)[:200],
        "manager": names.get(row.manager or "", "")[:200],
    }


def unclear_people(run: ImportRun, reading: Reading) -> list[dict[str, Any]]:
    """Rows whose person nobody can tell from another of the same name, and what happens.

    A number that is known from the same source, or an e-mail address, tells people
    apart; where there is neither, a name that several have is nobody's guess.
    """
    found = [
        {"row": drop.row, "name": drop.name, "why": f"left out: {drop.reason}"}
        for drop in reading.dropped_rows
        if drop.reason.startswith(SAME_NAME)
    ]
    nameless = [row for row in reading.people if not row.email]
    in_file, taken = names_of_several(reading), own_people(run, reading.people)
    for first in range(0, len(nameless), BATCH):
        found += _unclear(run, nameless[first : first + BATCH], in_file, taken)
        if len(found) >= MOST:
            break
    return found[:MOST]


def _unclear(
    run: ImportRun,
    rows: list[PersonRow],
    in_file: frozenset[str],
    taken: set[int],
) -> Iterable[dict[str, Any]]:
    known = set(
        Person.objects.filter(
            external_source=run.external_source,
            external_id__in=[row.external_id[:200] for row in rows],
        ).values_list("external_id", flat=True)
    )
    named = Person.objects.filter(name__in=[row.name[:200] for row in rows])
    here = Counter(
        name for name, pk in named.values_list("name", "pk") if pk not in taken
    )
    for row in rows:
        there = here[row.name[:200]]
        if row.external_id[:200] in known or not there:
            continue
        if there > 1:
            why = f"{there} people here are called so; somebody new is added"
        elif row.name[:200] in in_file:
            why = "several rows and somebody here are called so; somebody new is added"
        else:
            continue
        yield {"row": row.row, "name": row.name[:200], "why": why}
