"""Narrow the changes of a proposal: a project, a person, a kind of change."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db import connection, models
from django.db.models import Count, F, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import TruncDate

from quarterdeck.domains.people.models import Person

from ..models import Proposal, ProposedChange
from .proposals import changes_of

CHOICES = 100  # projects or people in one list to choose from, the most changed first
READ = 5_000  # changes looked at to find the people in them

OTHER_PEOPLE = ~Q(people_before=F("people_after")) & ~Q(people_before=[])
KINDS: dict[str, tuple[str, Q]] = {
    "people": ("other people", OTHER_PEOPLE),
    "first": ("first date", Q(start_before=None)),
    "earlier": ("ends earlier", Q(end_after__lt=F("end_before"))),
    "later": ("ends later", Q(end_after__gt=F("end_before"))),
    "growth": ("one level up", ~Q(growth={})),
    "late": ("after the deadline", Q(task__deadline__lt=TruncDate("end_after"))),
}


@dataclass(frozen=True)
class Narrowing:
    """What somebody looks at; nothing named is everything."""

    project_id: int | None = None
    person_id: int | None = None
    kind: str = ""

    @property
    def is_narrow(self) -> bool:
        return bool(self.project_id or self.person_id or self.kind)

    def of(self, rows: QuerySet[ProposedChange]) -> QuerySet[ProposedChange]:
        if self.project_id is not None:
            rows = rows.filter(task__project_id=self.project_id)
        if self.person_id is not None:
            rows = rows.filter(_names(self.person_id))
        return rows.filter(KINDS[self.kind][1]) if self.kind in KINDS else rows


EVERYTHING = Narrowing()


@dataclass(frozen=True)
class Choice:
    """One thing to narrow to, with how many open changes it holds."""

    key: str
    label: str
    count: int


@dataclass(frozen=True)
class Choices:
    projects: list[Choice]
    people: list[Choice]
    kinds: list[Choice]


def narrowed_changes(
    proposal: Proposal, narrowing: Narrowing
) -> QuerySet[ProposedChange]:
    return narrowing.of(changes_of(proposal))


def open_change_ids(proposal: Proposal, narrowing: Narrowing) -> list[int]:
    """Return what is open of a narrowed proposal: what "accept all of these" means."""
    rows = _open(proposal)
    return list(narrowing.of(rows).order_by("pk").values_list("pk", flat=True))


def count_open(proposal: Proposal, narrowing: Narrowing) -> int:
    """Return how many of what is looked at wait for a decision."""
    return narrowing.of(_open(proposal)).count()


def choices_of(proposal: Proposal) -> Choices:
    """Return what the open changes can be narrowed to; four queries."""
    rows = _open(proposal)
    counted = rows.aggregate(
        **{key: Count("pk", filter=which) for key, (_, which) in KINDS.items()}
    )
    projects = rows.values("task__project_id", "task__project__name").annotate(
        found=Count("pk")
    )
    return Choices(
        projects=[
            Choice(
                str(row["task__project_id"]), row["task__project__name"], row["found"]
            )
            for row in projects.order_by("-found", "task__project__name")[:CHOICES]
        ],
        people=_people(rows),
        kinds=[
            Choice(key, label, counted[key])
            for key, (label, _) in KINDS.items()
            if counted[key]
        ],
    )


def _open(proposal: Proposal) -> QuerySet[ProposedChange]:
    return ProposedChange.objects.filter(
        proposal=proposal, decision=ProposedChange.Decision.OPEN
    )


def _people(rows: QuerySet[ProposedChange]) -> list[Choice]:
    """Who gets a task, loses one, or does it at another time."""
    counted: Counter[int] = Counter()
    for before, after in rows.values_list("people_before", "people_after")[:READ]:
        counted.update({*before, *after})
    most = dict(counted.most_common(CHOICES))
    names = Person.objects.filter(pk__in=most).order_by("name")
    return [Choice(str(p.pk), p.name, most[p.pk]) for p in names]


def _names(person_id: int) -> Q | RawSQL:
    """Whether somebody is in a change, before or after; each database asks its way."""
    if connection.vendor == "postgresql":
        wanted = [person_id]
        return Q(people_before__contains=wanted) | Q(people_after__contains=wanted)
    found = "SELECT 1 FROM json_each({}) WHERE value = %s"
    sides = (f'"plan_changes"."people_{side}"' for side in ("before", "after"))
    sql = " OR ".join(f"EXISTS({found.format(side)})" for side in sides)
    asked: Any = models.BooleanField()
    return RawSQL(f"({sql})", [person_id, person_id], output_field=asked)
