"""Projects and their tasks: one that everybody sees, one for the team, one shared."""

from typing import Any

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.projects import services
from quarterdeck.domains.projects.models import Project, ProjectMember, Task

TEAM = ("peer", "owner", "leader", "captain")


def add_tasks(world: Any) -> None:
    at, cast, owner = world.at, world.cast, world.roles.owner
    open_to_all = {"team": cast.support, "leader": cast.person(owner)}

    def project(name: str, **fields: Any) -> Project:
        return Project.objects.create(name=name, **world.stamped(**fields))

    def task(title: str, of: Project, **fields: Any) -> Task:
        return Task.objects.create(title=title, project=of, **world.stamped(**fields))

    world.project = project("Open", **open_to_all)
    world.archived_project = project("Old", archived_at=at, **open_to_all)
    world.task = task("Everybody sees this", world.project)
    services.edit_task(task=world.task, priority=2, by=owner, at=at)
    world.activity = Activity.objects.latest("id")
    hidden = {"team": cast.support, "visibility": "team"}
    world.team_project = project(world.secret("team-project", *TEAM), **hidden)
    world.team_task = task(world.secret("team-task", *TEAM), world.team_project)
    seen = ("guest", *TEAM)
    world.shared_project = project(world.secret("shared-project", *seen), **hidden)
    ProjectMember.objects.create(
        project=world.shared_project, person=cast.person(cast.gwen), since=at
    )
    world.shared_task = task(world.secret("shared-task", *seen), world.shared_project)
