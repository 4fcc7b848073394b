"""Records in the place of the ids a program sends, as far as it may see them."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from quarterdeck.domains.goals.queries import get_goal
from quarterdeck.domains.organization.queries import get_team
from quarterdeck.domains.people.queries import get_person, people_visible_to
from quarterdeck.domains.projects.queries import get_milestone, get_project


def records(
    user: Any, fields: dict[str, Any], *, adding: bool = False
) -> dict[str, Any]:
    """Look up every id; one that is unknown or not visible answers 404."""
    finders: dict[str, Callable[[int], Any]] = {
        "accountable_id": lambda pk: get_person(user=user, person_id=pk),
        "add_contributor_id": lambda pk: get_person(user=user, person_id=pk),
        "goal_id": lambda pk: get_goal(user=user, goal_id=pk),
        "leader_id": lambda pk: get_person(user=user, person_id=pk),
        "milestone_id": lambda pk: get_milestone(user=user, milestone_id=pk),
        "project_id": lambda pk: get_project(user=user, project_id=pk),
        "team_id": lambda pk: get_team(user=user, team_id=pk),
    }
    for name, find in finders.items():
        if name in fields:
            pk = fields.pop(name)
            fields[name.removesuffix("_id")] = None if pk is None else find(pk)
    if "contributor_ids" in fields:
        fields["contributors"] = _people(user, set(fields.pop("contributor_ids")))
        if not adding:
            fields["contributors"] = [person.pk for person in fields["contributors"]]
    return fields


def _people(user: Any, ids: set[int]) -> list[Any]:
    found = people_visible_to(user).in_bulk(sorted(ids))
    if len(found) < len(ids):
        raise ObjectDoesNotExist
    return list(found.values())
