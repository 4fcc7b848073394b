"""No order of acts shows a view before its writer let it be shown."""

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

from quarterdeck.domains.conversations import queries, services
from quarterdeck.domains.conversations.models import Conversation
from quarterdeck.domains.organization.models import Role
from quarterdeck.domains.people.models import Membership
from quarterdeck.shared.errors import RuleBroken
from tests.cast import Cast

WHO = ("alice", "bob", "charlie", "dana", "olga")
TWO = ("bob", "charlie")
PEOPLE = st.sampled_from(WHO)
REFUSED = (RuleBroken, PermissionDenied, ObjectDoesNotExist)
ACTS = {
    "hand_in": services.hand_in_view,
    "take_back": services.take_back_view,
    "release": services.release_view,
    "close": services.close_conversation,
    "restore": services.restore_conversation,
    "agree_to_helper": services.agree_to_helper,
    "join": services.join_as_helper,
    "end_help": services.end_help,
}


class Talking(RuleBasedStateMachine):
    """Two write and a helper comes and goes; who reads what follows from their acts."""

    def __init__(self) -> None:
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.at = datetime(2026, 6, 1, 9, tzinfo=UTC)
        self.cast = Cast(self.at)
        self.handed_in: set[str] = set()
        self.shown: set[str] = set()
        self.written: set[str] = set()
        self.helper: str | None = None
        self.asked: str | None = None
        self.joined = False

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    def user(self, name):
        user = getattr(self.cast, name)
        for kept in ("_role", "_standing", "_rooms_open"):
            user.__dict__.pop(kept, None)
        return user

    def did(self, service, **fields):
        self.at += timedelta(minutes=1)
        try:
            service(conversation=self.talk, **fields, at=self.at)
        except REFUSED:
            return False
        return True

    @initialize()
    def open(self):
        other = self.cast.person(self.cast.charlie)
        begun = {"by": self.user("bob"), "at": self.at}
        self.talk = services.open_conversation(other=other, about="A", **begun)
        self.did(services.agree_to_conversation, by=self.user("charlie"))

    @rule(who=PEOPLE)
    def write(self, who):
        words = {"seen": f"{self.at}", "interests": ""}
        if self.did(services.write_view, by=self.user(who), **words):
            assert who in TWO and who not in self.shown
            self.written.add(who)

    @rule(who=PEOPLE, other=PEOPLE)
    def ask_helper(self, who, other):
        person = self.cast.person(self.user(other))
        if self.did(services.ask_helper, person=person, by=self.user(who)):
            self.helper, self.asked, self.joined = other, who, False

    @rule(who=PEOPLE, act=st.sampled_from(sorted(ACTS)))
    def do(self, who, act):
        if not self.did(ACTS[act], by=self.user(who)):
            return
        if act == "hand_in":
            self.handed_in.add(who)
        elif act == "take_back":
            self.handed_in.discard(who)
        elif act == "release":
            self.handed_in.add(who)
            self.shown.add(who)
        elif act == "agree_to_helper":
            assert who in TWO and who != self.asked
        elif act == "join":
            assert who == self.helper
            self.joined = True
        elif act == "end_help":
            self.helper = None
        if self.handed_in == set(TWO):
            self.shown = set(TWO)

    @rule(who=PEOPLE, leads=st.booleans(), role=st.sampled_from(["admin", "member"]))
    def rise(self, who, leads, role):
        Role.objects.filter(user=getattr(self.cast, who)).update(name=role)
        Membership.objects.update_or_create(
            person=self.cast.person(getattr(self.cast, who)),
            team=self.cast.root,
            defaults={"leads": leads, "since": self.at.date()},
        )

    @invariant()
    def each_reads_what_the_writers_let_them(self):
        if not Conversation.objects.exists():
            return
        for name in WHO:
            rows = queries.views_visible_to(self.user(name))
            seen = {row.writer.name.lower() for row in rows}
            helps = self.joined and name == self.helper
            allowed = self.shown if name in TWO or helps else set()
            allowed = allowed | ({name} & self.written)
            assert seen == allowed, (name, seen, allowed)


@pytest.mark.django_db
def test_nobody_ever_reads_a_view_that_was_not_shown_to_them():
    run_state_machine_as_test(
        Talking,
        settings=settings(
            max_examples=8,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
