"""Who does a task, and that whoever does it may see it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from quarterdeck.domains.activity.services import FieldChange
from quarterdeck.domains.organization.models import Role, Team
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.shared.errors import RuleBroken

from ..models import Contributor, Project, ProjectMember, Task
from ..permissions import can_add_task

PROJECT = "projects.Project"
BATCH = 5_000  # links that one statement adds or takes away


class CannotLetIn(RuleBroken):
    pass


def set_contributors(task: Task, person_ids: Iterable[int], *, at: datetime) -> bool:
    """Make these people, and nobody else, the ones who do the task."""
    wanted = set(person_ids)
    have = {c.person_id for c in task.contributors.all()}
    if wanted == have:
        return False
    gone = Contributor.objects.filter(task=task, person_id__in=have - wanted)
    gone.delete()
    Contributor.objects.bulk_create(
        Contributor(task=task, person_id=person_id, since=at)
        for person_id in sorted(wanted - have)
    )
    getattr(task, "_prefetched_objects_cache", {}).pop("contributors", None)
    return True


def set_contributors_of_all(
    rows: Sequence[tuple[Task, Iterable[int]]], *, at: datetime
) -> None:
    """The same for many tasks, whose contributors were read with them."""
    gone, new = [], []
    for task, person_ids in rows:
        wanted, there = set(person_ids), list(task.contributors.all())
        gone += [row.pk for row in there if row.person_id not in wanted]
        new += [
            Contributor(task=task, person_id=person_id, since=at)
            for person_id in sorted(wanted - {row.person_id for row in there})
        ]
        getattr(task, "_prefetched_objects_cache", {}).pop("contributors", None)
    for first in range(0, len(gone), BATCH):
        Contributor.objects.filter(pk__in=gone[first : first + BATCH]).delete()
    Contributor.objects.bulk_create(new, batch_size=BATCH)


def let_in(
    project: Project, person_ids: Iterable[int | None], *, by: Any, at: datetime
) -> list[FieldChange]:
    """Make members of the project of those who would not see it otherwise."""
    people = outsiders(project, person_ids)
    if people and not can_add_task(by, project):
        names = " and ".join(sorted(person.name for person in people))
        raise CannotLetIn(f"{names} cannot see “{project}”, and only its team lets in.")
    ProjectMember.objects.bulk_create(
        ProjectMember(project=project, person=person, since=at) for person in people
    )
    return [
        FieldChange(
            PROJECT, project.pk, project.version, f"member:{person.pk}", False, True
        )
        for person in people
    ]


def outsiders(project: Project, person_ids: Iterable[int | None]) -> list[Person]:
    """Return which of these people do not see the project yet."""
    ids = {i for i in person_ids if i is not None and i != project.leader_id}
    if not ids:
        return []
    people = Person.objects.filter(pk__in=ids)
    inside = ProjectMember.objects.filter(project=project, person_id__in=ids)
    if project.visibility == Project.Visibility.ORGANIZATION:
        # Members see it as it is; guests see only what is shared by name.
        guests = Role.objects.filter(name=Role.Name.GUEST).values("user_id")
        people = people.filter(user_id__in=guests)
    people = people.exclude(pk__in=inside.values("person_id"))
    found = list(people)
    if found and project.visibility == Project.Visibility.TEAM:
        team_ids = _in_the_team(project, ids)
        found = [person for person in found if person.pk not in team_ids]
    return found


def _in_the_team(project: Project, ids: set[int]) -> set[int]:
    above = Team.objects.get(pk=project.team_id).ancestor_ids
    rows = Membership.objects.filter(person_id__in=ids, team_id__in=above)
    return {
        person_id
        for person_id, team_id, leads in rows.values_list(
            "person_id", "team_id", "leads"
        )
        if leads or team_id == project.team_id
    }
