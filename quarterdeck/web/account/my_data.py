"""Everything this instance keeps about the person who asks, as one file.

Only what is theirs: what others wrote about them for others is not shown here either.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from quarterdeck.domains.accounts.queries import all_saved_views_of, tokens_of
from quarterdeck.domains.circles.queries import own_circle_records
from quarterdeck.domains.conversations.queries import own_conversation_records
from quarterdeck.domains.development.queries import own_development_records
from quarterdeck.domains.feedback.queries import own_feedback_records
from quarterdeck.domains.goals.queries import goals_visible_to
from quarterdeck.domains.hiring.queries import own_hiring_records
from quarterdeck.domains.mentoring.queries import own_mentoring_records
from quarterdeck.domains.occasions.queries import own_occasion_records
from quarterdeck.domains.one_on_ones.queries import everything_of
from quarterdeck.domains.people.queries import activities_visible_to, person_of
from quarterdeck.domains.projects.queries import (
    delegations_visible_to,
    projects_visible_to,
    tasks_visible_to,
)
from quarterdeck.domains.training.queries import own_training_records
from quarterdeck.web.shell.http import Request

SECRET = {"password", "token_hash"}
MOST = 100_000  # rows of one kind: more than a person makes in a working life


@require_GET
def export(request: Request) -> HttpResponse:
    name = f"my-data-{request.now:%Y-%m-%d}.json"
    answer = JsonResponse(
        everything_about(request.user), json_dumps_params={"indent": 1}
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def everything_about(user: Any) -> dict[str, Any]:
    found: dict[str, Any] = {
        "account": plain(user),
        "api_tokens": rows(tokens_of(user)),
        "saved_views": rows(all_saved_views_of(user)),
        "activities": [
            {**plain(act), **plain(getattr(act, "content", None))}
            for act in activities_visible_to(user).filter(actor_id=user.pk)[:MOST]
        ],
    }
    found |= {name: rows(own) for name, own in own_feedback_records(user).items()}
    found |= {name: rows(own) for name, own in everything_of(user).items()}
    found |= {name: rows(own) for name, own in own_development_records(user).items()}
    found |= {name: rows(own) for name, own in own_training_records(user).items()}
    found |= {name: rows(own) for name, own in own_occasion_records(user).items()}
    found |= {name: rows(own) for name, own in own_circle_records(user).items()}
    found |= {name: rows(own) for name, own in own_conversation_records(user).items()}
    found |= {name: rows(own) for name, own in own_mentoring_records(user).items()}
    found |= {name: rows(own) for name, own in own_hiring_records(user).items()}
    person = person_of(user)
    return found if person is None else {**found, **_work_of(user, person)}


def _work_of(user: Any, person: Any) -> dict[str, Any]:
    own = Q(accountable=person) | Q(contributors__person=person)
    delegations = Q(giver=person) | Q(receiver=person)
    return {
        "person": plain(person),
        "memberships": rows(person.memberships.all()),
        "working_patterns": rows(person.working_patterns.all()),
        "time_off": rows(person.time_off.all()),
        "skills": rows(person.skills.all()),
        "goals": rows(goals_visible_to(user).filter(owner=person)),
        "projects": rows(projects_visible_to(user).filter(leader=person)),
        "tasks": rows(tasks_visible_to(user).filter(own).distinct()),
        "delegations": rows(
            delegations_visible_to(user).filter(delegations).distinct()
        ),
    }


def rows(found: Iterable[Any]) -> list[dict[str, Any]]:
    return [plain(row) for row in found[:MOST]]  # type: ignore[index]


def plain(row: Any) -> dict[str, Any]:
    """Return a record's own columns, without what opens doors."""
    if row is None:
        return {}
    names = [field.attname for field in row._meta.concrete_fields]
    return {name: getattr(row, name) for name in names if name not in SECRET}
