"""Whatever anybody does, in whatever order: nobody comes to read what they could not."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quarterdeck.domains.feedback import queries, services
from quarterdeck.domains.feedback.models import Feedback, FeedbackNote
from quarterdeck.domains.organization.models import Role
from quarterdeck.domains.organization.services import give_role
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.shared.errors import RuleBroken

pytestmark = pytest.mark.django_db
ACTORS = ("dana", "alice", "bob", "charlie", "olga", "gwen")
# What the actor does to the feedback; each refuses where it is not theirs to do.
ACTS = {
    "see": services.see_feedback,
    "thank": services.thank_for_feedback,
    "narrow": services.narrow_feedback,
    "withdraw": services.withdraw_feedback,
    "discard": services.discard_draft,
    "restore": services.restore_draft,
    "give": services.give_draft,
    "edit": lambda **act: services.edit_feedback(words={"impact": "I"}, **act),
    "save": lambda **act: services.save_draft(words={"impact": "J"}, **act),
    "reply": lambda **act: services.reply_to_feedback(reply="R", **act),
    "note": lambda **act: services.keep_note(text="N", **act),
}
# What changes around it: who leads, who reports to whom, who is what.
AROUND = ("lead_support", "lead_kitchen", "stop", "manage", "make_admin", "move")
STEP = st.tuples(st.sampled_from([*ACTS, *AROUND]), st.sampled_from(ACTORS))


def lead(cast, user, team, *, leads=True):
    Membership.objects.update_or_create(
        person=cast.person(user),
        team=team,
        defaults={"leads": leads, "since": cast.at.date()},
    )


def around(cast, what, user):
    if what == "lead_support":
        lead(cast, user, cast.support)
    elif what == "lead_kitchen":
        lead(cast, user, cast.kitchen)
    elif what == "stop":
        lead(cast, user, cast.support, leads=False)
    elif what == "manage" and user != cast.bob:
        Person.objects.filter(user=cast.bob).update(manager=cast.person(user))
    elif what == "make_admin":
        give_role(user=user, name=Role.Name.ADMIN, at=cast.at)
    elif what == "move":
        Membership.objects.get_or_create(
            person=cast.person(cast.bob),
            team=cast.kitchen,
            defaults={"since": cast.at.date()},
        )


def fresh(user):
    for kept in ("_role", "_standing", "_rooms_open"):
        user.__dict__.pop(kept, None)
    return user


def readers(cast, feedback):
    return {
        name
        for name in ACTORS
        if queries.feedback_visible_to(fresh(getattr(cast, name)))
        .filter(pk=feedback.pk)
        .exists()
    }


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    visibility=st.sampled_from(["person", "leaders"]),
    given_at_once=st.booleans(),
    steps=st.lists(STEP, max_size=14),
)
def test_no_sequence_of_acts_lets_anybody_else_read(
    cast, visibility, given_at_once, steps
):
    # Chosen before writing: Charlie writes to Bob, whom Alice leads.
    chosen = {"charlie", "bob"} | ({"alice"} if visibility == "leaders" else set())
    with transaction.atomic():
        begin = services.give_feedback if given_at_once else services.draft_feedback
        feedback = begin(
            receiver=cast.person(cast.bob),
            visibility=visibility,
            words={"situation": "S", "behavior": "B", "impact": "E"},
            by=fresh(cast.charlie),
            at=cast.at,
        )
        allowed = chosen
        for hours, (what, name) in enumerate(steps):
            user, now = fresh(getattr(cast, name)), cast.at + timedelta(hours=hours)
            was_given = given_now(feedback)
            try:
                with transaction.atomic():
                    if what in ACTS:
                        row = Feedback.objects.get(pk=feedback.pk)
                        ACTS[what](feedback=row, by=user, at=now)
                    else:
                        around(cast, what, user)
            except (RuleBroken, PermissionDenied, ObjectDoesNotExist):
                pass
            seen = readers(cast, feedback)
            assert seen <= allowed, (what, name, seen)
            if was_given:  # from the giving on, whoever is gone stays gone
                allowed = seen
            note_readers = {
                reader
                for reader in ACTORS
                if queries.note_of(getattr(cast, reader), feedback)
            }
            assert note_readers <= {"bob"}
        assert FeedbackNote.objects.exclude(user=cast.bob).count() == 0
        transaction.set_rollback(True)


def given_now(feedback):
    return Feedback.objects.get(pk=feedback.pk).given_at is not None
