"""No order of acts shows anybody another's scores before they handed in their own."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from quarterdeck.domains.hiring import queries, services
from quarterdeck.domains.hiring.models import (
    Candidate,
    HiringMember,
    Interview,
    InterviewQuestion,
    OpenRole,
)
from quarterdeck.domains.people.models import Skill
from quarterdeck.shared.errors import RuleBroken
from tests.cast import Cast
from tests.databases.plugin import ROUND

WHO = ("alice", "bob", "charlie", "dana", "olga")
PEOPLE = st.sampled_from(WHO)
REFUSED = (RuleBroken, PermissionDenied)
DAY = date(2026, 6, 8)


class HiringTeams(RuleBasedStateMachine):
    """People join hiring teams, meet, score, open, decide; in any order, by anybody."""

    def __init__(self) -> None:
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.at = datetime(2026, 6, 1, 9, tzinfo=UTC)
        self.cast = Cast(self.at)
        self.read: set[tuple[str, int]] = set()  # who read others' scores of whom
        skill = Skill.objects.create(name="Baking")
        act = {"by": self.user("alice"), "at": self.at}
        self.skill = skill
        self.role = services.open_role(title="R", team=self.cast.support, **act)
        anchors = {"weak": "w", "good": "g", "strong": "s"}
        services.add_question(role=self.role, text="Q", skill=skill, **anchors, **act)
        for name in ("bob", "charlie"):
            person = self.cast.person(getattr(self.cast, name))
            services.add_to_hiring_team(role=self.role, person=person, **act)
        for name in ("Pia", "Pol"):
            services.add_candidate(role=self.role, name=name, **act)

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    def user(self, name):
        """As a new request reads them."""
        user = getattr(self.cast, name)
        for kept in ("_role", "_standing", "_rooms_open"):
            user.__dict__.pop(kept, None)
        return user

    def act(self, service, who, **fields):
        self.at += timedelta(minutes=1)
        try:
            with transaction.atomic():
                service(**fields, by=self.user(who), at=self.at)
        except REFUSED:
            return False
        return True

    def candidate(self, number):
        found = list(Candidate.objects.order_by("pk"))
        return found[number % len(found)] if found else None

    def interview(self, number):
        found = list(Interview.objects.order_by("pk"))
        return found[number % len(found)] if found else None

    def person(self, name):
        return self.cast.person(getattr(self.cast, name))

    @rule(by=PEOPLE, who=PEOPLE)
    def join(self, by, who):
        self.act(
            services.add_to_hiring_team, by, role=self.role, person=self.person(who)
        )

    @rule(by=PEOPLE, who=PEOPLE)
    def leave(self, by, who):
        member = HiringMember.objects.filter(person=self.person(who)).first()
        if member is not None:
            self.act(services.remove_from_hiring_team, by, member=member)

    @rule(by=PEOPLE, who=PEOPLE)
    def decide_from_now(self, by, who):
        self.act(services.name_decider, by, role=self.role, person=self.person(who))

    @rule(by=PEOPLE, who=PEOPLE, number=st.integers(0, 1))
    def plan(self, by, who, number):
        if candidate := self.candidate(number):
            self.act(
                services.plan_interview,
                by,
                candidate=candidate,
                person=self.person(who),
                planned_on=DAY,
            )

    @rule(by=PEOPLE, number=st.integers(0, 5))
    def cancel(self, by, number):
        if interview := self.interview(number):
            self.act(services.cancel_interview, by, interview=interview)

    @rule(by=PEOPLE, number=st.integers(0, 5), whole=st.booleans())
    def score(self, by, number, whole):
        if (interview := self.interview(number)) is None:
            return
        question = InterviewQuestion.objects.first()
        service = services.hand_in_scorecard if whole else services.write_scorecard
        scores = {question.pk: (3, "heard")}
        done = self.act(service, by, interview=interview, scores=scores)
        if done and whole:
            assert (by, interview.candidate_id) not in self.read

    @rule(by=PEOPLE, number=st.integers(0, 1))
    def open(self, by, number):
        if candidate := self.candidate(number):
            self.act(services.open_scores, by, candidate=candidate)

    @rule(by=PEOPLE, number=st.integers(0, 1), back=st.booleans())
    def decide(self, by, number, back):
        if (candidate := self.candidate(number)) is None:
            return
        if back:
            self.act(services.take_back_decision, by, candidate=candidate)
        else:
            said = {"outcome": "not", "reason": "R", "skills": [self.skill]}
            self.act(services.decide_on_candidate, by, candidate=candidate, **said)

    @rule(by=PEOPLE, number=st.integers(0, 1), back=st.booleans())
    def step_back(self, by, number, back):
        if candidate := self.candidate(number):
            one = services.return_candidate if back else services.withdraw_candidate
            self.act(one, by, candidate=candidate)

    @rule(by=PEOPLE, status=st.sampled_from(["pause", "reopen", "close", "fill"]))
    def set_status(self, by, status):
        role = OpenRole.objects.get()
        self.act(getattr(services, f"{status}_role"), by, role=role)

    @invariant()
    def others_are_read_only_after_ones_own(self):
        on_team = set(HiringMember.objects.values_list("person__name", flat=True))
        for name in WHO:
            user, me = self.user(name), self.person(name).pk
            rows = queries.scores_visible_to(user).select_related("interview")
            others = [r.interview for r in rows if r.interview.interviewer_id != me]
            assert all(one.handed_in_at for one in others), "a draft was read"
            assert not others or name.title() in on_team
            for candidate_id in {one.candidate_id for one in others}:
                mine = Interview.objects.filter(
                    candidate_id=candidate_id, interviewer_id=me
                )
                assert not mine.filter(handed_in_at=None).exists()
                if not mine.exists():
                    self.read.add((name, candidate_id))


@pytest.mark.django_db
def test_nobody_ever_reads_others_before_handing_in():
    run_state_machine_as_test(
        HiringTeams,
        settings=settings(
            max_examples=5 if ROUND == "second" else 15,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
