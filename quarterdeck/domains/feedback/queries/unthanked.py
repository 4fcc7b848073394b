"""Whom a leader has not thanked although they finished work: for that leader's eyes."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.people.queries import people_visible_to
from quarterdeck.domains.projects.models import Contributor, Task
from quarterdeck.domains.projects.queries.visible import in_visible_project

from ..models import RecognitionReceiver, ThankedInPerson
from ..permissions import can_use_feedback
from ..rules import WEEKS_WITHOUT_THANKS

HANDFUL = 5
TASKS_EACH = 3
READ = 200  # newest finished tasks that are looked at
PEOPLE = 300


@dataclass
class Unthanked:
    """Somebody whose work was finished, with that work; no figure, no order of merit."""

    person: Person
    tasks: list[Task] = field(default_factory=list)


def unthanked_people(*, user: Any, now: datetime) -> list[Unthanked]:
    """Return at most a handful, by their newest finished work; computed at each reading.

    From records alone: tasks finished in these weeks that the leader may see, and the
    recognition this leader wrote since. Thanks said aloud count where the leader has
    marked them.
    """
    if not can_use_feedback(user):
        return []
    since = now - timedelta(weeks=WEEKS_WITHOUT_THANKS)
    people = _not_thanked(user, since, now)
    if not people:
        return []
    found: dict[int, Unthanked] = {}
    rows = _finished(user, list(people), since, now)
    doers_of = Contributor.objects.order_by("id").only("task_id", "person_id")
    doing = Prefetch("contributors", doers_of)
    shown = rows.only("title", "accountable_id", "done_at")
    for task in shown.prefetch_related(doing)[:READ]:
        doers = {row.person_id for row in task.contributors.all()}
        for person_id in sorted(doers | {task.accountable_id or 0}):
            if person_id in people and (person_id in found or len(found) < HANDFUL):
                line = found.setdefault(person_id, Unthanked(people[person_id]))
                line.tasks += [task] if len(line.tasks) < TASKS_EACH else []
    return list(found.values())


def finished_tasks_of(*, user: Any, person: Person, now: datetime) -> QuerySet[Task]:
    """Return what somebody finished in these weeks, as far as the user may see it."""
    since = now - timedelta(weeks=WEEKS_WITHOUT_THANKS)
    return _finished(user, [person.pk], since, now)


def _not_thanked(user: Any, since: datetime, now: datetime) -> dict[int, Person]:
    """Whom the user leads directly: their teams' people, and who reports to them."""
    standing = standing_of(user)
    below = Person.objects.filter(manager_id=standing.person_id or 0).values("pk")
    led = Membership.objects.filter(team__path__in=standing.led_paths)
    thanked = RecognitionReceiver.objects.filter(
        person=OuterRef("pk"),
        recognition__given_by_id=user.pk,
        recognition__given_at__gt=since,
        recognition__taken_back_at__isnull=True,
    )
    said = ThankedInPerson.objects.filter(
        person=OuterRef("pk"), marked_by_id=user.pk, on__gte=since.date()
    )
    here = Q(ends_on=None) | Q(ends_on__gte=now.date())
    directly = below.union(led.values("person_id"))
    rows = people_visible_to(user).filter(
        here, ~Exists(thanked), ~Exists(said), pk__in=directly
    )
    shown = rows.exclude(user_id=user.pk).only("name")
    return {p.pk: p for p in shown[:PEOPLE]}


def _finished(
    user: Any, person_ids: list[int], since: datetime, now: datetime
) -> QuerySet[Task]:
    does = Contributor.objects.filter(person_id__in=person_ids).values("task_id")
    answers = Task.objects.filter(accountable_id__in=person_ids).values("pk")
    rows = Task.objects.filter(
        in_visible_project(user, "project_id"),
        status=Task.Status.DONE,
        done_at__gt=since,
        done_at__lte=now,
        is_summary=False,
        pk__in=does.order_by().union(answers.order_by()),
    )
    return rows.order_by("-done_at", "-id")
