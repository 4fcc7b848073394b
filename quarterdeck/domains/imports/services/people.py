"""People of a file: found by external id, e-mail or name, else added."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from quarterdeck.domains.people.models import (
    Membership,
    Person,
    PersonSkill,
    Skill,
    TimeOff,
    WorkingPattern,
)
from quarterdeck.formats import PersonRow, Reading

from ..models import ImportedRecord, ImportRun
from ..rules import level_of
from .matching import Matches, PeopleByRow, names_of_several, own_people
from .teams import teams_by_name
from .working_time import absences_of, pattern_of

BATCH = 500
PERSON = "people.Person"
EMPLOYMENT = {
    "contractor": Person.Employment.CONTRACTOR,
    "external": Person.Employment.CONTRACTOR,
    "freelance": Person.Employment.CONTRACTOR,
    "part_time": Person.Employment.PART_TIME,
    "part time": Person.Employment.PART_TIME,
    "part-time": Person.Employment.PART_TIME,
    "volunteer": Person.Employment.VOLUNTEER,
}


def bring_people(run: ImportRun, reading: Reading) -> PeopleByRow:
    """Match and add, a batch to a transaction; a second run finds them all again."""
    known = PeopleByRow()
    rows = list(reading.people)
    several, known.taken = names_of_several(reading), own_people(run, rows)
    for first in range(0, len(rows), BATCH):
        with transaction.atomic():
            batch = rows[first : first + BATCH]
            _bring(reading, batch, known, Matches(run, batch, several, known))
    with transaction.atomic():
        _set_managers(rows, known)
    return known


def _bring(
    reading: Reading,
    rows: Sequence[PersonRow],
    known: PeopleByRow,
    matches: Matches,
) -> None:
    run = matches.run
    new: list[tuple[PersonRow, Person]] = []
    for row in rows:
        if (person_id := matches.of(row)) is not None:
            known.ids[row.external_id] = person_id
            known.found += 1
        else:
            new.append((row, _person(run, row)))
    known.ambiguous += matches.ambiguous
    Person.objects.bulk_create([person for _, person in new], batch_size=BATCH)
    for row, person in new:
        known.ids[row.external_id] = person.pk
        known.taken.add(person.pk)
    known.added += len(new)
    _note(run, (person for _, person in new))
    _place(run, new)
    _describe(reading, new)


def _person(run: ImportRun, row: PersonRow) -> Person:
    at = run.at
    capacity = Decimal(1)
    if row.capacity is not None and 0 < row.capacity <= 2:
        capacity = Decimal(str(round(row.capacity, 2)))
    return Person(
        name=row.name[:200],
        email=row.email[:254].lower(),
        position=row.position[:200],
        employment=EMPLOYMENT.get(
            row.employment_type.strip().lower(), Person.Employment.FULL_TIME
        ),
        capacity_factor=capacity,
        location=row.location[:100],
        starts_on=_day(row.starts_on),
        ends_on=_day(row.ends_on),
        external_source=run.external_source,
        external_id=row.external_id[:200],
        created_at=at,
        updated_at=at,
    )


def _note(run: ImportRun, people: Iterable[Person]) -> None:
    ImportedRecord.objects.bulk_create(
        (ImportedRecord(run=run, kind=PERSON, record_id=p.pk) for p in people),
        batch_size=BATCH,
        ignore_conflicts=True,
    )


def _place(run: ImportRun, new: Sequence[tuple[PersonRow, Person]]) -> None:
    """Into the team of their row below the chosen one, or into the chosen one."""
    names = {_team_name(row) for row, _ in new if _team_name(row)}
    teams = teams_by_name(run, names)
    Membership.objects.bulk_create(
        Membership(
            person=person,
            team=teams.get(_team_name(row).lower(), run.home),
            since=run.at.date(),
        )
        for row, person in new
    )


def _team_name(row: PersonRow) -> str:
    return (row.team or row.department).strip()[:200]


def _describe(reading: Reading, new: Sequence[tuple[PersonRow, Person]]) -> None:
    """Working time, absences and skills, as far as the file tells them."""
    calendars = {calendar.external_id: calendar for calendar in reading.calendars}
    patterns, absences, skills = [], [], []
    names = {name for row, _ in new for name, _ in row.skills}
    known = skills_by_name(names)
    for row, person in new:
        if (hours := pattern_of(row, calendars)) is not None:
            patterns.append(WorkingPattern(person=person, **hours))
        absences += [
            TimeOff(
                person=person,
                starts_on=first,
                ends_on=last,
                reason=name[:200],
                external_source=person.external_source,
                created_at=person.created_at,
                updated_at=person.created_at,
            )
            for first, last, name in absences_of(row, calendars, reading.time_off)
        ]
        skills += [_skill(person, known[name], level) for name, level in row.skills]
    WorkingPattern.objects.bulk_create(patterns, batch_size=BATCH)
    TimeOff.objects.bulk_create(absences, batch_size=BATCH)
    PersonSkill.objects.bulk_create(skills, batch_size=BATCH, ignore_conflicts=True)


def _skill(person: Person, skill: Skill, level: float | None) -> PersonSkill:
    told = "" if level is not None else "named in an imported file without a level"
    return PersonSkill(
        person=person,
        skill=skill,
        level=level_of(level),
        evidence=told,
        assessed_on=person.created_at.date(),
        created_at=person.created_at,
        updated_at=person.created_at,
    )


def skills_by_name(names: set[str]) -> dict[str, Skill]:
    """Skills by the file's spelling; one that differs only in case is the same."""
    known = {s.name.lower(): s for s in Skill.objects.all()} if names else {}
    found = {}
    for name in sorted(names):
        short = name.strip()[:100]
        if short.lower() not in known:
            known[short.lower()] = Skill.objects.create(name=short)
        found[name] = known[short.lower()]
    return found


def _set_managers(rows: Sequence[PersonRow], known: PeopleByRow) -> None:
    wanted = {
        known.ids[row.external_id]: known.ids[row.manager]
        for row in rows
        if row.manager in known.ids and row.external_id in known.ids
    }
    ids = sorted(wanted)
    for first in range(0, len(ids), BATCH):
        batch = Person.objects.filter(
            pk__in=ids[first : first + BATCH], manager__isnull=True
        )
        people = [person for person in batch if wanted[person.pk] != person.pk]
        for person in people:
            person.manager_id = wanted[person.pk]
        Person.objects.bulk_update(people, ["manager"], batch_size=BATCH)


def _day(value: Any) -> date | None:
    """A day, also of a moment."""
    return value.date() if isinstance(value, datetime) else value
