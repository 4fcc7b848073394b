"""Tasks that wait, were handed over, are blocked or need somebody, for the matrix."""

from datetime import date, timedelta
from typing import Any

from quarterdeck.domains.projects.models import (
    Block,
    Delegation,
    Dependency,
    HoursByPerson,
    Milestone,
    Project,
    SkillNeed,
    Task,
)


def add_work(world: Any) -> None:
    """Support's work that everybody sees; one delegation is in its own project."""
    at, support = world.at, world.cast.support
    stamped = world.stamped
    shop = Project.objects.create(name="Workshop", team=support, **stamped())
    world.work_project = shop

    def task(title: str, **fields: Any) -> Task:
        fields = {"project": shop, **fields}
        return Task.objects.create(title=title, **stamped(**fields))

    day = timedelta(days=1)
    world.work_task = task("Saw", planned_start=at, planned_end=at + 2 * day)
    world.later_task = task("Glue", planned_start=at + day, planned_end=at + 2 * day)
    world.lone_task = task("Paint")
    world.blocked_task = task("Varnish")
    Block.objects.create(task=world.blocked_task, reason="No varnish", blocked_at=at)
    world.dependency = Dependency.objects.create(
        before=world.work_task, after=world.later_task
    )
    world.need = SkillNeed.objects.create(task=world.later_task, skill=world.skill)
    world.own_hours = HoursByPerson.objects.create(
        task=world.later_task,
        person=world.cast.person(world.cast.bob),
        hours=3,
        **stamped(),
    )
    plan = {"project": shop, **stamped()}
    world.milestone = Milestone.objects.create(name="Half", **plan)
    world.reached_milestone = Milestone.objects.create(
        name="Whole", reached_at=at, **plan
    )
    _delegations(world, task)


def _delegations(world: Any, task: Any) -> None:
    def delegation(title: str, answer: str, result: str, **where: Any) -> Delegation:
        return Delegation.objects.create(
            task=task(title, **where),
            giver=world.cast.person(world.cast.alice),
            receiver=world.cast.person(world.roles.owner),
            expected_result=result,
            answer=answer,
            follow_up_on=date(2026, 7, 1),
            **world.stamped(),
        )

    world.delegation = delegation("D", "open", "R")
    world.asked_delegation = delegation("A", "asked", "R")
    world.accepted_delegation = delegation("C", "accepted", "R")
    own = Project.objects.create(
        name="Own", team=world.cast.support, visibility="team", **world.stamped()
    )
    pair = world.secret("delegation", "owner", "leader")
    world.own_delegation = delegation("S", "open", pair, project=own)
