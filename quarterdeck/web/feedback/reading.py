"""What stands on the pages of this room: a fixed number of reads, each bounded."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quarterdeck.domains.feedback import queries
from quarterdeck.domains.organization.queries import teams_visible_to
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.strategy.queries import values_visible_to

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from quarterdeck.domains.people.models import Person

    from .about import About

FEW = 5


@dataclass(frozen=True)
class Box:
    """One kind of record as a list of its own; `kind` says how a line is shown."""

    title: str
    empty: str
    kind: str
    rows: "Callable[[Any], QuerySet[Any]]"


BOXES = {
    "received": Box(
        "Feedback for you",
        "Nobody wrote to you yet. Ask somebody you work with.",
        "feedback",
        queries.received_by,
    ),
    "given": Box(
        "Given by you", "You gave no feedback yet.", "feedback", queries.given_by
    ),
    "shared": Box(
        "Shared with you as a leader",
        "Nobody named you as a reader yet.",
        "feedback",
        queries.shared_with,
    ),
    "drafts": Box("Your drafts", "You have no draft.", "feedback", queries.drafts_of),
    "questions": Box(
        "Your questions", "You asked nobody yet.", "question", queries.questions_of
    ),
    "said": Box("Said about you", "Nothing yet.", "recognition", queries.said_about_me),
    "thanks": Box(
        "Recognition you may read",
        "Nobody was thanked here yet.",
        "recognition",
        queries.recognition_for_reading,
    ),
    "thanked": Box(
        "Thanks you gave",
        "You thanked nobody here yet.",
        "recognition",
        queries.recognition_given_by,
    ),
}


def first_of(rows: "QuerySet[Any]") -> tuple[list[Any], bool]:
    """Return the first few and whether there are more."""
    found = list(rows[: FEW + 1])
    return found[:FEW], len(found) > FEW


def read_overview(user: Any, now: Any) -> dict[str, Any]:
    return {
        "waiting": first_of(queries.waiting_for(user)),
        "open_questions": first_of(queries.open_questions_of(user)),
        "received": first_of(queries.received_by(user)),
        "given": first_of(queries.given_by(user)),
        "drafts": first_of(queries.drafts_of(user)),
        "shared": first_of(queries.shared_with(user)),
        "thanks": first_of(queries.recognition_for_reading(user)),
        "unthanked": queries.unthanked_people(user=user, now=now),
        "me": user.pk,
        "today": now.date(),
    }


def people_to_choose(
    user: Any, now: Any, wanted: "About", *, readers_only: bool = True
) -> "list[Person]":
    """Whom one works with; those on the task and the one named stand first."""
    first = [wanted.person] if wanted.person else []
    if wanted.task is not None:
        first += [row.person for row in wanted.task.contributors.all()]
        first += [wanted.task.accountable] if wanted.task.accountable else []
    if wanted.goal is not None and wanted.goal.owner is not None:
        first.append(wanted.goal.owner)
    me = standing_of(user).person_id
    found = {p.pk: p for p in first if p.pk != me}
    near = queries.people_near(user, now.date(), readers_only=readers_only)
    found |= {p.pk: found.get(p.pk, p) for p in near}
    return list(found.values())


def teams_to_tell(
    user: Any, people: "list[Person]", wanted: "About"
) -> list[tuple[int, str]]:
    """Where thanks can be told; the innermost team of those who are meant comes first."""
    meant = queries.team_ids_of([wanted.person.pk]) if wanted.person else set()
    if wanted.task is not None and not meant:
        meant = {wanted.task.project.team_id}
    if wanted.goal is not None and wanted.goal.team_id and not meant:
        meant = {wanted.goal.team_id}
    ids = meant | queries.team_ids_of([p.pk for p in people])
    rows = list(teams_visible_to(user).filter(pk__in=ids))
    rows.sort(key=lambda team: (team.pk not in meant, -team.depth, team.name))
    return [(team.pk, f"Everybody in {team.name}, and who leads it") for team in rows]


def tasks_to_thank_for(user: Any, wanted: "About", now: Any) -> Any:
    """The task one came from, or what the person finished lately."""
    found = {wanted.task.pk: wanted.task.title} if wanted.task else {}
    if wanted.person is not None:
        rows = queries.finished_tasks_of(user=user, person=wanted.person, now=now)
        found |= {task.pk: task.title for task in rows[: 2 * FEW]}
    return list(found.items())


def values_to_show(user: Any) -> Any:
    return [(value.pk, value.name) for value in values_visible_to(user)[:50]]
