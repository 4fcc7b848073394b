"""A small team with work, for the planning tests: Alice leads, Bob and Mara cook."""

from datetime import date, datetime, timedelta
from typing import Any

from quarterdeck.domains.people.models import (
    Membership,
    Person,
    PersonSkill,
    Skill,
    TimeOff,
    WorkingPattern,
)
from quarterdeck.domains.projects.models import (
    Contributor,
    Dependency,
    Project,
    SkillNeed,
    Task,
)
from tests.cast import Cast


class Workshop:
    def __init__(self, cast: Cast) -> None:
        self.cast, self.at, self.team = cast, cast.at, cast.support
        self.bob = cast.person(cast.bob)
        self.alice = cast.person(cast.alice)
        self.mara = self.person("Mara")
        self.project = Project.objects.create(
            name="Summer menu", team=self.team, **self.stamps
        )

    @property
    def stamps(self) -> dict[str, datetime]:
        return {"created_at": self.at, "updated_at": self.at}

    def person(self, name: str, **hours: float) -> Person:
        person = Person.objects.create(name=name, **self.stamps)
        Membership.objects.create(person=person, team=self.team, since=self.at.date())
        if hours:
            WorkingPattern.objects.create(
                person=person, starts_on=date(2020, 1, 1), **hours
            )
        return person

    def skill(self, person: Person, name: str, level: int) -> Skill:
        skill, _ = Skill.objects.get_or_create(name=name)
        PersonSkill.objects.create(
            person=person,
            skill=skill,
            level=level,
            assessed_on=self.at.date(),
            **self.stamps,
        )
        return skill

    def away(self, person: Person, first: date, last: date) -> None:
        TimeOff.objects.create(
            person=person, starts_on=first, ends_on=last, **self.stamps
        )

    def task(self, title: str, hours: float | None = 8, **fields: Any) -> Task:
        people = fields.pop("people", ())
        needs = fields.pop("needs", {})
        project = fields.pop("project", self.project)
        fields = {"estimate_low": hours, "estimate_high": hours, **fields}
        task = Task.objects.create(
            title=title,
            project=project,
            **fields,
            **self.stamps,
        )
        for person in people:
            Contributor.objects.create(task=task, person=person, since=self.at)
        for name, level in needs.items():
            skill, _ = Skill.objects.get_or_create(name=name)
            SkillNeed.objects.create(task=task, skill=skill, level=level)
        return task

    @staticmethod
    def link(before: Task, after: Task, **fields: Any) -> None:
        Dependency.objects.create(before=before, after=after, **fields)

    def day(self, number: int) -> date:
        """Monday 1 June 2026 is day 0."""
        return self.at.date() + timedelta(days=number)
