"""Projects and tasks of the story, as records."""

import random
from datetime import datetime
from decimal import Decimal
from typing import Any

from quarterdeck.domains.activity.services import Audience
from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.projects.models import (
    Block,
    Contributor,
    Dependency,
    Project,
    ProjectMember,
    SkillNeed,
    Task,
)
from quarterdeck.domains.projects.services import audience_of, tell_goals

from .calendar import moment, working_day
from .cast import Cast
from .handing_over import hand_over
from .story.telling import Job, Undertaking

HOURS_A_DAY = 6  # of a task, in a day that holds other things too


class Work:
    """Takes on one undertaking after the other."""

    def __init__(
        self, cast: Cast, goals: dict[str, Goal], chance: random.Random
    ) -> None:
        self.cast, self.goals, self.chance = cast, goals, chance
        self.tasks: dict[str, Task] = {}  # the named ones, for handing over

    def take_on(self, undertaking: Undertaking) -> None:
        project = self._project(undertaking)
        audience = audience_of(project)
        tasks: dict[str, Task] = {}
        for position, job in enumerate(undertaking.jobs):
            task = tasks[job.title] = self._task(job, project, position)
            for key in job.who.split():
                Contributor.objects.create(
                    task=task, person=self.cast.people[key], since=task.created_at
                )
            if job.needs:
                self._need(job, task)
            if job.after:
                Dependency.objects.create(before=tasks[job.after], after=task)
            if job.blocked:
                self._block(job, task, audience)
            self._remember(job, task, undertaking, audience)
        self.tasks |= tasks

    def hand_over(self) -> None:
        hand_over(self.cast, self.tasks)

    def tell_goals(self) -> None:
        tell_goals([goal.pk for goal in self.goals.values()], at=self.cast.at)

    def _project(self, undertaking: Undertaking) -> Project:
        cast, at = self.cast, self.cast.began
        project = Project.objects.create(
            name=undertaking.name,
            why=undertaking.why,
            goal=self.goals.get(undertaking.goal),
            team=cast.teams[undertaking.team],
            leader=cast.people[undertaking.leader],
            starts_on=working_day(cast.today, undertaking.start),
            deadline=working_day(cast.today, undertaking.due),
            is_demo=True,
            created_at=at,
            updated_at=at,
        )
        for key in undertaking.helpers.split():
            ProjectMember.objects.create(
                project=project, person=cast.people[key], since=at
            )
        by = cast.user(undertaking.leader)
        cast.diary.note(at=at, by=by, verb="project.added", subject=project)
        return project

    def _task(self, job: Job, project: Project, position: int) -> Task:
        low, high = _hours(job.hours)
        start, end = self._planned(job, high)
        first = self.cast.people[job.who.split()[0]] if job.who else None
        done_at = end if job.state == "done" else None
        left = None
        if high is not None and job.state == "doing":
            left = (high * Decimal(self.chance.randint(3, 8)) / 10).quantize(
                Decimal("0.5")
            )
        return Task.objects.create(
            project=project,
            title=job.title,
            why=job.why,
            definition_of_done=job.result,
            status=job.state,
            priority=job.priority,
            estimate_low=low,
            estimate_high=high,
            remaining=left,
            accountable=first,
            planned_start=start,
            planned_end=end,
            deadline=None if job.due is None else self._day(job.due),
            deadline_is_hard=job.hard,
            started_at=start if job.state in ("doing", "done", "waiting") else None,
            done_at=done_at,
            position=position,
            created_at=self.cast.began,
            updated_at=min(done_at or start or self.cast.began, self.cast.at),
        )

    def _planned(
        self, job: Job, hours: Decimal | None
    ) -> tuple[datetime | None, datetime | None]:
        if job.start is None:
            return None, None
        days = int((hours or Decimal(4)) / (HOURS_A_DAY * max(1, len(job.who.split()))))
        last = job.start + days
        if job.state == "done":
            last = min(last, -1)
        return moment(self._day(job.start), 9), moment(self._day(last), 17)

    def _day(self, offset: int) -> Any:
        return working_day(self.cast.today, offset)

    def _need(self, job: Job, task: Task) -> None:
        name, _, level = job.needs.rpartition(" ")
        SkillNeed.objects.create(
            task=task, skill=self.cast.skills[name], level=int(level)
        )

    def _block(self, job: Job, task: Task, audience: Audience) -> None:
        at = moment(self._day(-2), 11, 20)
        by = self.cast.user(job.who.split()[0])
        Block.objects.create(
            task=task, reason=job.blocked, blocked_by=by, blocked_at=at
        )
        details = {"reason": job.blocked}
        self.cast.diary.note(
            at=at,
            by=by,
            verb="task.blocked",
            subject=task,
            audience=audience,
            details=details,
        )

    def _remember(
        self, job: Job, task: Task, undertaking: Undertaking, audience: Audience
    ) -> None:
        """The task was added, begun and finished, by those who did it."""
        note = self.cast.diary.note
        by = self.cast.user(undertaking.leader)
        note(
            at=task.created_at,
            by=by,
            verb="task.added",
            subject=task,
            audience=audience,
        )
        doer = self.cast.user(job.who.split()[0]) if job.who else by
        if task.started_at and task.started_at <= self.cast.at:
            note(
                at=task.started_at,
                by=doer,
                verb="task.started",
                subject=task,
                audience=audience,
            )
        if task.done_at:
            note(
                at=task.done_at,
                by=doer,
                verb="task.finished",
                subject=task,
                audience=audience,
            )


def _hours(words: str) -> tuple[Decimal | None, Decimal | None]:
    if not words:
        return None, None
    low, _, high = words.partition("-")
    return Decimal(low), Decimal(high or low)
