"""No order of acts shows a word to more people than its writer settled, nor fills a
mentor above what they offer."""

from datetime import UTC, datetime, timedelta

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

from quarterdeck.domains.accounts.models import AccountOpening
from quarterdeck.domains.mentoring import queries, services
from quarterdeck.domains.mentoring.models import (
    MentorMeeting,
    MentorOffer,
    Mentorship,
    MentorWish,
    Shadowing,
    ShadowLog,
)
from quarterdeck.domains.organization.models import Role
from quarterdeck.domains.people.models import Membership
from quarterdeck.shared.errors import RuleBroken
from tests.cast import Cast

WHO = ("alice", "bob", "charlie", "dana", "olga", "gwen")
PEOPLE, NUMBERS = st.sampled_from(WHO), st.integers(0, 5)
REFUSED = (RuleBroken, PermissionDenied)


class Rooms(RuleBasedStateMachine):
    """People offer, wish, ask, agree, write, move teams; everybody tries everything."""

    def __init__(self) -> None:
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.at = datetime(2026, 6, 1, 9, tzinfo=UTC)
        self.cast = Cast(self.at)
        self.ids = {self.cast.person(getattr(self.cast, n)).pk: n for n in WHO}
        self.shared: set[int] = set()  # logs that their writer shares now

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    def user(self, name):
        """As a new request reads them."""
        user = getattr(self.cast, name)
        user.refresh_from_db()
        for kept in ("_role", "_standing", "_rooms_open"):
            user.__dict__.pop(kept, None)
        return user

    def act(self, service, **fields):
        try:
            with transaction.atomic():
                return service(**fields, at=self.at)
        except REFUSED:
            return None

    def some(self, model, number):
        """Any record at all, also one that is not theirs: the service must refuse."""
        found = list(model.objects.order_by("pk"))
        return found[number % len(found)] if found else None

    @rule(who=PEOPLE, capacity=st.integers(1, 2))
    def offer(self, who, capacity):
        self.act(
            services.offer_mentoring,
            capacity=capacity,
            skills=[],
            themes="T",
            since=self.at.date(),
            by=self.user(who),
        )

    @rule(who=PEOPLE, mentor=PEOPLE, shows=st.booleans(), fine=st.booleans())
    def wish_and_ask(self, who, mentor, shows, fine):
        by = self.user(who)
        wish = self.act(services.wish_for_mentor, theme="T", leader_is_fine=fine, by=by)
        if wish is not None:
            self.act(
                services.ask_mentor,
                wish=wish,
                mentor=self.cast.person(self.user(mentor)),
                goal=f"of {who}",
                leaders_see_goal=shows,
                starts_on=self.at.date(),
                ends_on=self.at.date() + timedelta(days=9),
                weeks=2,
                by=by,
            )

    @rule(
        who=PEOPLE,
        number=NUMBERS,
        service=st.sampled_from(
            [
                services.agree_to_mentoring,
                services.agree_to_mentoring,
                services.decline_mentoring,
                services.end_mentoring,
                services.reopen_mentoring,
            ]
        ),
    )
    def answer(self, who, number, service):
        pair = self.some(Mentorship, number)
        if pair is None:
            return
        began = pair.is_running
        self.act(service, pair=pair, by=self.user(who))
        now = Mentorship.objects.filter(pk=pair.pk).first()
        if now is not None and now.is_running and not began:
            self.nobody_began_above_room(now)

    def nobody_began_above_room(self, pair):
        offer = MentorOffer.objects.get(person_id=pair.mentor_id)
        rows = Mentorship.objects.filter(
            mentor_id=pair.mentor_id, began_at__isnull=False, ended_at=None
        )
        assert offer.withdrawn_at is None and rows.count() <= offer.capacity

    @rule(who=PEOPLE, number=NUMBERS)
    def note(self, who, number):
        if pair := self.some(Mentorship, number):
            self.act(
                services.note_meeting,
                pair=pair,
                on=self.at.date(),
                talked="T",
                by=self.user(who),
            )

    @rule(who=PEOPLE, number=NUMBERS, shows=st.booleans())
    def write_goal(self, who, number, shows):
        pair = self.some(Mentorship, number)
        if pair is None:
            return
        before = pair.leaders_see_goal
        self.act(
            services.write_mentoring_goal,
            pair=pair,
            goal="G",
            leaders_see_goal=shows,
            by=self.user(who),
        )
        pair.refresh_from_db()
        if self.ids[pair.mentee_id] != who:
            assert pair.leaders_see_goal == before

    @rule(who=PEOPLE, leader=PEOPLE, shared=st.booleans())
    def follow(self, who, leader, shared):
        row = self.act(
            services.ask_to_shadow,
            leader=self.cast.person(self.user(leader)),
            on=self.at.date(),
            occasion="O",
            why="W",
            by=self.user(who),
        )
        if row is None:
            return
        self.act(services.accept_shadow, row=row, by=self.user(leader))
        self.log(who, Shadowing.objects.count() - 1, shared)

    @rule(who=PEOPLE, number=NUMBERS, shared=st.booleans())
    def log(self, who, number, shared):
        row = self.some(Shadowing, number)
        if row is None:
            return
        log = self.act(
            services.write_shadow_log,
            row=row,
            text=f"{who} {shared}",
            is_shared=shared,
            by=self.user(who),
        )
        if log is not None:
            assert self.ids[row.shadow_id] == who
            (self.shared.add if shared else self.shared.discard)(log.pk)

    @rule(who=PEOPLE, leads=st.booleans(), team=st.sampled_from(["support", "kitchen"]))
    def join(self, who, leads, team):
        Membership.objects.update_or_create(
            person=self.cast.person(getattr(self.cast, who)),
            team=getattr(self.cast, team),
            defaults={"leads": leads, "since": self.at.date()},
        )

    @rule(who=PEOPLE, role=st.sampled_from(["admin", "member", "guest"]))
    def give_role(self, who, role):
        Role.objects.filter(user=getattr(self.cast, who)).update(name=role)

    @rule(who=PEOPLE)
    def come_in_by_link(self, who):
        AccountOpening.objects.create(
            user=getattr(self.cast, who), link_made_by=self.cast.olga, opened_at=self.at
        )

    @invariant()
    def words_are_read_by_whom_they_are_for(self):
        doubt = set(AccountOpening.objects.values_list("user_id", flat=True))
        for name in WHO:
            user = self.user(name)
            pairs = set(queries.mentorships_visible_to(user))
            talks = set(queries.meetings_visible_to(user))
            logs = set(queries.logs_visible_to(user))
            if user.pk in doubt:
                assert not (pairs or talks or logs)
                continue
            mine = self.cast.person(user).pk
            assert pairs == {
                row for row in Mentorship.objects.all() if mine in row.person_ids
            }
            assert talks == {
                row
                for row in MentorMeeting.objects.select_related("mentorship")
                if mine in row.mentorship.person_ids
            }
            assert logs == {
                row
                for row in ShadowLog.objects.select_related("shadowing")
                if row.shadowing.shadow_id == mine
                or (row.shadowing.leader_id == mine and row.pk in self.shared)
            }
            for seen in queries.pairs_of_led(user):
                assert seen.mentee.pk != mine
                assert not seen.goal or Mentorship.objects.filter(
                    mentee=seen.mentee, leaders_see_goal=True
                )

    @invariant()
    def one_mentor_for_a_wish(self):
        for wish in MentorWish.objects.all():
            open_ones = Mentorship.objects.filter(
                wish=wish, ended_at=None, declined_at=None
            )
            assert open_ones.count() <= 1


@pytest.mark.django_db
def test_nobody_reads_more_than_was_settled_nor_mentors_more_than_offered():
    run_state_machine_as_test(
        Rooms,
        settings=settings(
            max_examples=8,
            stateful_step_count=18,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
