"""One record of each kind, owned by Support, for the matrix to knock at."""

from types import SimpleNamespace
from typing import Any

from quarterdeck.domains.accounts.queries import tokens_of
from quarterdeck.domains.accounts.services import make_token, save_view
from quarterdeck.domains.background_jobs.models import Job
from quarterdeck.domains.goals.models import Goal, GoalLink, KeyResult
from quarterdeck.domains.goals.services import close_goal
from quarterdeck.domains.strategy.models import Value, Vision
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
        self._accounts()
        self._jobs()
        self._goals()
        self._strategy()

    def secret(self, name: str, *seen_by: str) -> str:
        """A private text that nobody but these roles may ever be shown."""
        canary = CANARY.format(name)
        self.secrets[canary] = frozenset(seen_by)
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

    def arguments_for(self, names: list[str]) -> dict[str, Any]:
        """Fill a route's parameters: goal_id → world.goal.pk, and so on."""
        return {name: getattr(self, name.removesuffix("_id")).pk for name in names}
