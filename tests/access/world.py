"""One record of each kind, owned by Support, for the matrix to knock at."""

from types import SimpleNamespace
from typing import Any

from quarterdeck.domains.accounts.models import AccountOpening
from quarterdeck.domains.accounts.queries import tokens_of
from quarterdeck.domains.accounts.services import make_token, save_view
from quarterdeck.domains.activity.services import only, record
from quarterdeck.domains.background_jobs.models import Job
from quarterdeck.domains.demo.models import DemoOrganization
from quarterdeck.domains.goals.models import Goal, GoalLink, KeyResult
from quarterdeck.domains.goals.services import close_goal
from quarterdeck.domains.imports.models import ImportRun
from quarterdeck.domains.organization.services import (
    Invitee,
    add_team,
    invite,
    new_team,
)
from quarterdeck.domains.people import services as people
from quarterdeck.domains.planning.models import (
    PlanChoice,
    PlanLock,
    Proposal,
    ProposedChange,
    Scenario,
)
from quarterdeck.domains.projects.models import Contributor, Project, Task
from quarterdeck.domains.strategy.models import Value, Vision
from tests.access.circles import add_circles
from tests.access.conversations import add_conversations
from tests.access.erasure import add_erasure
from tests.access.feedback import add_feedback
from tests.access.growth import add_growth
from tests.access.hiring import add_hiring
from tests.access.leading import add_leading
from tests.access.levers import levers_of
from tests.access.mentoring import add_mentoring
from tests.access.own_data import add_own_data
from tests.access.pairs import add_pairs
from tests.access.policy import PAIR
from tests.access.rates import add_rates
from tests.access.tasks import add_tasks
from tests.access.training import add_training
from tests.access.work import add_work
from tests.cast import Cast

CANARY = "canary-7f3a-{}"  # stands in every private text; a stranger must never see it


class World:
    """The cast plus records; every builder below adds those of one room."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.at = cast, cast.at
        self.secrets: dict[str, frozenset[str]] = {}  # canary → roles it may reach
        self.roles = SimpleNamespace(
            anonymous=None,
            outsider=cast.nora,
            guest=cast.gwen,
            stranger=cast.charlie,
            peer=cast.bob,
            owner=None,
            leader=cast.alice,
            captain=cast.dana,
            admin=cast.olga,
        )
        self.roles.owner = cast._join("Oscar", cast.support)
        self.roles.writer = cast._join("Wilma", cast.support)
        self.roles.other = cast._join("Omar", cast.support)
        self.roles.unproven = cast._join("Uma", cast.support)
        self._accounts()
        self._people()
        self._unproven()
        self._jobs()
        self._goals()
        self._strategy()
        self._planning()
        self._imports()
        DemoOrganization.objects.create(pk=1, seed=1, made_at=self.at)
        add_tasks(self)
        add_growth(self)
        add_work(self)
        add_pairs(self)
        add_mentoring(self)
        add_feedback(self)
        add_rates(self)
        add_hiring(self)
        add_erasure(self)
        add_training(self)
        add_leading(self)
        add_circles(self)
        add_conversations(self)
        add_own_data(self)

    def secret(self, name: str, *seen_by: str) -> str:
        """A private text that nobody but these roles may ever be shown."""
        canary = CANARY.format(name)
        more = PAIR if "peer" in seen_by else ()  # they are members of the team too
        self.secrets[canary] = frozenset((*seen_by, *more))
        return canary

    def stamped(self, **fields: Any) -> dict[str, Any]:
        return {"created_at": self.at, "updated_at": self.at, **fields}

    def _accounts(self) -> None:
        owner = self.roles.owner
        name = self.secret("token-name", "owner")
        make_token(user=owner, name=name, scopes=["goals:read"], at=self.at, days=None)
        self.token = tokens_of(owner).get()
        view = self.secret("view-name", "owner")
        self.view = save_view(
            user=owner, place="tasks", name=view, query="q", at=self.at
        )

    def _people(self) -> None:
        at, olga, alice = self.at, self.cast.olga, self.cast.alice
        self.user, self.team = self.roles.owner, self.cast.support
        self.person = self.cast.person(self.user)
        self.desk = add_team(name="Night desk", parent=self.team, by=olga, at=at)
        on, by = at.date(), {"person": self.person, "by": alice, "at": at}
        self.skill = people.add_skill(name="Baking", by=alice, at=at)
        self.other_skill = people.add_skill(name="Pastry", by=alice, at=at)
        who = ("owner", "leader", "captain")
        self.person_skill = people.assess_skill(
            skill=self.skill,
            level=3,
            on=on,
            evidence=self.secret("proof", *who),
            wants_to_grow=True,
            **by,
        )
        self.time_off = people.add_time_off(
            starts_on=on, ends_on=on, reason=self.secret("reason", *who), **by
        )
        week = [8] * 5 + [0, 0]
        self.pattern = people.set_working_pattern(starts_on=on, hours=week, **by)
        self.holiday = people.add_holiday(on=on, name="Feast", by=olga, at=at)
        address = self.secret("invited", "admin") + "@x.test"
        invitees = [Invitee("Eve", address)]
        ((self.invitation, _),) = invite(
            invitees=invitees, role="member", by=olga, at=at
        )

    def _unproven(self) -> None:
        """Uma came in by a link that the admin made; nobody has confirmed it yet."""
        uma = self.roles.unproven
        self.unproven = self.cast.person(uma)
        self.opening = AccountOpening.objects.create(
            user=uma, link_made_by=self.cast.olga, opened_at=self.at
        )

    def _jobs(self) -> None:
        self.job = Job.objects.create(
            owner=self.roles.owner,
            name=self.secret("job-name", "owner"),
            task_path="tests.domains.background_jobs.tasks.add",
            run_after=self.at,
            created_at=self.at,
        )

    def _goals(self) -> None:
        owner = self.cast.person(self.roles.owner)
        fields = self.stamped(why="w", team=self.cast.support, owner=owner)
        self.goal = Goal.objects.create(title="Goal", **fields)
        self.closed_goal = Goal.objects.create(title="Closed", **fields)
        close_goal(
            goal=self.closed_goal, outcome="reached", by=self.roles.owner, at=self.at
        )
        self.parent_goal = Goal.objects.create(title="Above", **fields)
        GoalLink.objects.create(child=self.goal, parent=self.parent_goal)
        numbers = {"goal": self.goal, "target": 5}
        self.key_result = KeyResult.objects.create(title="K", **self.stamped(**numbers))
        self.removed_key_result = KeyResult.objects.create(
            title="R", **self.stamped(removed_at=self.at, **numbers)
        )

    def _strategy(self) -> None:
        self.vision = Vision.objects.create(number=1, text="V", published_at=self.at)
        self.value = Value.objects.create(name="Care", **self.stamped())
        self.retired_value = Value.objects.create(
            name="Old", **self.stamped(retired_at=self.at, position=1)
        )
        Value.objects.create(name="Craft", **self.stamped(position=2))

    def _planning(self) -> None:
        bob, at = self.cast.person(self.cast.bob), self.at
        leaders = ("leader", "captain")
        project = Project.objects.create(
            name="Planned", team=self.cast.support, **self.stamped()
        )
        self.plan_task = Task.objects.create(
            title="T", project=project, **self.stamped()
        )
        self.locked_task = Task.objects.create(
            title="L", project=project, **self.stamped()
        )
        for task in (self.plan_task, self.locked_task):
            Contributor.objects.create(task=task, person=bob, since=at)
        PlanLock.objects.create(task=self.locked_task, locked_at=at)
        made = {"team": self.cast.support, "asked_at": at}
        desk = new_team("Desk", self.cast.support, at, False)
        self.solving_proposal = Proposal.objects.create(
            team=desk, asked_at=at, job=self._waiting_job()
        )
        self.proposal = Proposal.objects.create(
            state=Proposal.State.READY,
            left_out=[
                {
                    "task_id": self.plan_task.pk,
                    "title": "T",
                    "reason": self.secret("plan-reason", *leaders),
                }
            ],
            **made,
        )
        ProposedChange.objects.create(
            proposal=self.proposal,
            task=self.plan_task,
            people_before=[bob.pk],
            people_after=[bob.pk],
            start_after=at,
            end_after=at,
            reasons=[self.secret("plan-why", *leaders)],
        )
        self.plan_choice = PlanChoice.objects.create(
            proposal=self.proposal,
            key="growth",
            place=0,
            measures={"price_of_growth": self.secret("plan-price", *leaders)},
        )
        self.levers = levers_of(self)
        self.scenario = Scenario.objects.create(
            name=self.secret("what-if", *leaders),
            team=self.cast.support,
            adjustments=[
                {"kind": "person_leaves", "person_id": bob.pk, "on": "2026-07-01"}
            ],
            drafted_by=self.cast.alice,
            drafted_at=at,
        )
        Proposal.objects.create(
            scenario=self.scenario, state=Proposal.State.READY, **made
        )

    def _waiting_job(self) -> Job:
        return Job.objects.create(
            owner=self.cast.alice,
            name="Plan",
            task_path="tests.domains.background_jobs.tasks.add",
            run_after=self.at,
            created_at=self.at,
        )

    def _imports(self) -> None:
        brought = {
            "size": 1,
            "sha256": "0",
            "brought_by": self.cast.alice,
            "brought_at": self.at,
        }
        self.ready_import = ImportRun.objects.create(
            file_name=self.secret("file-name", "leader"),
            state=ImportRun.State.READY,
            columns=[
                {
                    "key": "Odd",
                    "name": "Odd",
                    "position": 1,
                    "field": None,
                    "filled": 1,
                    "samples": [self.secret("cell", "leader")],
                }
            ],
            **brought,
        )
        act = record(
            by=self.cast.alice,
            verb="import.taken_over",
            subject=self.ready_import,
            subject_name="",
            at=self.at,
            audience=only(self.cast.alice.pk),
        )
        self.done_import = ImportRun.objects.create(
            file_name="done.csv",
            state=ImportRun.State.DONE,
            team=self.cast.support,
            activity_id=act.pk,
            **brought,
        )

    def arguments_for(self, names: list[str]) -> dict[str, Any]:
        """Fill a route's parameters: goal_id → world.goal.pk, and so on."""
        return {name: getattr(self, name.removesuffix("_id")).pk for name in names}
