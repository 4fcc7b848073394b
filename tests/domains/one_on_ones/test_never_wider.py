"""No order of acts shows a text to more people than its writer settled at first."""

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
from quarterdeck.domains.one_on_ones import queries, services
from quarterdeck.domains.one_on_ones.models import Note, Pair
from quarterdeck.domains.organization.models import Role
from quarterdeck.domains.people.models import Membership
from quarterdeck.shared.errors import RuleBroken
from tests.cast import Cast

WHO = ("alice", "bob", "charlie", "dana", "olga", "gwen")
PEOPLE = st.sampled_from(WHO)
PARTS = st.sampled_from(["notes", "goal", "reality", "options", "will"])
READERS = st.sampled_from(["pair", "writer"])
REFUSED = (RuleBroken, PermissionDenied)


class Rooms(RuleBasedStateMachine):
    """People meet, write, move teams, become admins; the readers of a text stay."""

    def __init__(self) -> None:
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.at = datetime(2026, 6, 1, 9, tzinfo=UTC)
        self.cast = Cast(self.at)
        self.settled: dict[int, set[str]] = {}  # note → who may ever read it

    def teardown(self) -> None:
        """Each run begins with an empty database."""
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
        self.at += timedelta(minutes=20)
        try:
            return service(**fields, at=self.at)
        except REFUSED:
            return None

    def space(self, by, number):
        """Any space at all, also one that is not theirs: the service must refuse."""
        found = list(Pair.objects.order_by("pk"))
        return found[number % len(found)] if found else None

    @rule(one=PEOPLE, other=PEOPLE)
    def begin(self, one, other):
        by = self.user(one)
        person = self.cast.person(self.user(other))
        pair = self.act(services.start_pair, person=person, by=by)
        if pair is not None and not pair.is_running:
            self.act(services.agree_to_pair, pair=pair, by=self.user(other))

    @rule(who=PEOPLE, number=st.integers(0, 9), readers=READERS, part=PARTS)
    def write(self, who, number, readers, part):
        pair = self.space(who, number)
        meeting = pair and queries.next_meeting(pair)
        if meeting is None:
            return
        fields = {"meeting": meeting, "readers": readers, "part": part}
        note = self.act(
            services.write_note, text=f"{who} {self.at}", by=self.user(who), **fields
        )
        if note is not None:
            two = {self.name_of(pk) for pk in pair.person_ids}
            assert who in two
            self.settled.setdefault(note.pk, two if readers == "pair" else {who})

    def name_of(self, person_id):
        return next(
            n for n in WHO if self.cast.person(getattr(self.cast, n)).pk == person_id
        )

    @rule(
        who=PEOPLE,
        number=st.integers(0, 9),
        service=st.sampled_from(
            [
                services.open_meeting,
                services.close_meeting,
                services.skip_meeting,
                services.end_pair,
                services.restore_pair,
                services.decline_pair,
            ]
        ),
    )
    def meet(self, who, number, service):
        if pair := self.space(who, number):
            self.act(service, pair=pair, by=self.user(who))

    @rule(who=PEOPLE, leads=st.booleans(), team=st.sampled_from(["support", "kitchen"]))
    def join(self, who, leads, team):
        person = self.cast.person(getattr(self.cast, who))
        Membership.objects.update_or_create(
            person=person,
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
    def nobody_reads_more_than_was_settled(self):
        in_doubt = set(
            AccountOpening.objects.filter(confirmed_at=None).values_list(
                "user_id", flat=True
            )
        )
        for name in WHO:
            user = self.user(name)
            seen = set(queries.notes_visible_to(user).values_list("pk", flat=True))
            assert all(name in self.settled[pk] for pk in seen), (name, seen)
            assert user.pk not in in_doubt or not seen
            if user.pk not in in_doubt:  # and what is for them they do read
                kept = set(Note.objects.values_list("pk", flat=True))
                mine = {pk for pk, who in self.settled.items() if name in who}
                assert seen == mine & kept


@pytest.mark.django_db
def test_nobody_ever_reads_more_than_was_settled():
    run_state_machine_as_test(
        Rooms,
        settings=settings(
            max_examples=15,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
