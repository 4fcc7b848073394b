"""No order of acts shows a case to anybody but those it was shared with."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from quarterdeck.domains.circles import queries, services
from quarterdeck.domains.circles.models import Case, Circle, CircleMember
from quarterdeck.domains.organization.models import Role
from quarterdeck.domains.people.models import Membership
from quarterdeck.shared.errors import RuleBroken
from tests.cast import Cast

WHO = ("alice", "bob", "charlie", "dana", "olga")
PEOPLE = st.sampled_from(WHO)
NUMBER = st.integers(0, 5)
REFUSED = (RuleBroken, PermissionDenied, ObjectDoesNotExist)


class Circles(RuleBasedStateMachine):
    """People come and go, rules change, teams and roles change; who reads is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.at = datetime(2026, 6, 1, 9, tzinfo=UTC)
        self.cast = Cast(self.at)
        self.here: dict[str, int] = {}  # who → which time they are in
        self.accepted: dict[str, bool] = {}
        self.shown: dict[int, set[tuple[str, int]]] = {}  # case → who, which time
        self.times = 0

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    def user(self, name):
        user = getattr(self.cast, name)
        for kept in ("_role", "_standing", "_rooms_open"):
            user.__dict__.pop(kept, None)
        return user

    def act(self, service, **fields):
        self.at += timedelta(minutes=1)
        try:
            service(**fields, at=self.at)
        except REFUSED:
            return False
        return True

    @property
    def circle(self):
        return Circle.objects.first()

    def came(self, who):
        self.times += 1
        self.here[who], self.accepted[who] = self.times, True

    @initialize(who=PEOPLE)
    def start(self, who):
        words = {"name": "N", "purpose": "", "rule": "R"}
        services.start_circle(**words, by=self.user(who), at=self.at)
        self.came(who)

    @rule(who=PEOPLE, other=PEOPLE)
    def come_in(self, who, other):
        if not self.circle:
            return
        person = self.cast.person(self.user(other))
        invited = self.act(
            services.invite_to_circle,
            circle=self.circle,
            person=person,
            by=self.user(who),
        )
        if invited and self.act(
            services.join_circle,
            circle=self.circle,
            rule_number=self.circle.rule_number,
            by=self.user(other),
        ):
            self.came(other)

    @rule(who=PEOPLE)
    def leave(self, who):
        if self.circle and self.act(
            services.leave_circle, circle=self.circle, by=self.user(who)
        ):
            del self.here[who]

    @rule(who=PEOPLE)
    def change_rule(self, who):
        if self.circle and self.act(
            services.change_rule,
            circle=self.circle,
            rule=f"{self.at}",
            by=self.user(who),
        ):
            self.accepted = {one: one == who for one in self.accepted}

    @rule(who=PEOPLE)
    def accept_rule(self, who):
        if self.circle and self.act(
            services.accept_rule,
            circle=self.circle,
            rule_number=self.circle.rule_number,
            by=self.user(who),
        ):
            self.accepted[who] = True

    @rule(who=PEOPLE)
    def share(self, who):
        words = {"situation": "S", "tried": "", "question": "Q"}
        if self.circle and self.act(
            services.share_case, circle=self.circle, by=self.user(who), **words
        ):
            self.shown[Case.objects.latest("pk").pk] = set(self.here.items())

    @rule(who=PEOPLE, number=NUMBER, other=NUMBER)
    def let_read(self, who, number, other):
        cases = list(Case.objects.order_by("pk"))
        members = list(CircleMember.objects.order_by("pk"))
        if not cases or not members:
            return
        case, member = cases[number % len(cases)], members[other % len(members)]
        if self.act(services.let_read, case=case, member=member, by=self.user(who)):
            assert case.author.user == self.user(who)
            name = next(one for one in WHO if member.person.user == self.user(one))
            self.shown[case.pk].add((name, self.here[name]))

    @rule(who=PEOPLE, leads=st.booleans(), role=st.sampled_from(["admin", "member"]))
    def rise(self, who, leads, role):
        Role.objects.filter(user=getattr(self.cast, who)).update(name=role)
        Membership.objects.update_or_create(
            person=self.cast.person(getattr(self.cast, who)),
            team=self.cast.root,
            defaults={"leads": leads, "since": self.at.date()},
        )

    @invariant()
    def nobody_reads_more_or_less_than_was_shown(self):
        kept = set(Case.objects.values_list("pk", flat=True))
        for name in WHO:
            user = self.user(name)
            seen = set(queries.cases_visible_to(user).values_list("pk", flat=True))
            now = (name, self.here.get(name, 0))
            mine = {pk for pk, who in self.shown.items() if now in who}
            if not self.accepted.get(name) or name not in self.here:
                mine = set()
            assert seen == mine & kept, (name, seen)


@pytest.mark.django_db
def test_nobody_ever_reads_a_case_that_was_not_shared_with_them():
    run_state_machine_as_test(
        Circles,
        settings=settings(
            max_examples=8,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
