"""A wish to grow is one's own: how many hours, and whether beside a mentor."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quarterdeck.domains.activity.models import Activity, Change
from quarterdeck.domains.people import queries, services
from quarterdeck.domains.people.models import PersonSkill


@pytest.fixture
def wish(cast, at):
    skill = services.add_skill(name="Baking", by=cast.alice, at=at)
    bob = cast.person(cast.bob)
    return {"person": bob, "skill": skill, "at": at, "on": at.date(), "hours": 12}


def test_whoever_has_no_level_yet_begins_at_none(wish, cast):
    row = services.wish_to_grow(**wish, with_mentor=True, by=cast.bob)
    assert (row.level, row.wants_to_grow, row.grow_hours) == (0, True, 12)
    assert Activity.objects.filter(verb="skill.wished").count() == 1


def test_a_wish_leaves_the_level_and_keeps_its_history(wish, cast):
    services.wish_to_grow(**wish, with_mentor=True, by=cast.bob)
    again = {**wish, "hours": 20}
    row = services.wish_to_grow(**again, with_mentor=False, by=cast.bob)
    assert (row.grow_hours, row.grow_with_mentor) == (20, False)
    assert Change.objects.get(field="grow_hours", subject_id=row.pk).before == 12
    services.withdraw_wish(person_skill=row, by=cast.bob, at=wish["at"])
    row.refresh_from_db()
    assert not row.wants_to_grow
    with pytest.raises(services.NothingWished):
        services.withdraw_wish(person_skill=row, by=cast.bob, at=wish["at"])


def test_nobody_wishes_for_another(wish, cast):
    for user in (cast.alice, cast.dana, cast.olga, cast.charlie):
        with pytest.raises(PermissionDenied):
            services.wish_to_grow(**wish, with_mentor=True, by=user)
    row = services.wish_to_grow(**wish, with_mentor=True, by=cast.bob)
    with pytest.raises(PermissionDenied):
        services.withdraw_wish(person_skill=row, by=cast.alice, at=wish["at"])


def test_hours_are_told_to_whoever_knows_their_reasons(wish, cast):
    services.wish_to_grow(**wish, with_mentor=True, by=cast.bob)
    seen = {"person": wish["person"], "today": wish["on"]}
    (told,) = queries.skills_of(user=cast.alice, **seen)
    (hidden,) = queries.skills_of(user=cast.charlie, **seen)
    assert told.wish_told and not hidden.wish_told


def test_the_hours_are_bounded_by_the_database(wish, cast):
    services.wish_to_grow(**wish, with_mentor=True, by=cast.bob)
    with pytest.raises(IntegrityError), transaction.atomic():
        PersonSkill.objects.update(grow_hours=401)
