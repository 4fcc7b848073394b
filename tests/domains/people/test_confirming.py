"""Leaders and those they lead confirm; nobody else, and never the maker of the link."""

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.accounts.models import AccountOpening
from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.accounts.services import OpenedAgain
from quarterdeck.domains.organization.models import Role
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.permissions import can_confirm
from quarterdeck.domains.people.queries import (
    get_unconfirmed,
    unconfirmed_near,
    who_can_confirm,
)
from quarterdeck.domains.people.services import confirm_person


@pytest.fixture
def opened(cast, at):
    """Open somebody's account by a link that Olga made."""

    def open_it(user, by=None):
        return AccountOpening.objects.create(
            user=user, link_made_by=by or cast.olga, opened_at=at
        )

    return open_it


def able(cast, user):
    opening = AccountOpening.objects.filter(user=user).latest("id")
    names = ("dana", "alice", "bob", "charlie", "olga", "gwen")
    return {
        name
        for name in names
        if can_confirm(getattr(cast, name), cast.person(user), opening)
    }


def test_those_who_lead_somebody_can(cast, opened):
    opened(cast.bob)
    assert able(cast, cast.bob) == {"dana", "alice"}


def test_those_whom_a_leader_leads_can(cast, opened):
    opened(cast.alice)
    assert able(cast, cast.alice) == {"dana", "bob"}
    opened(cast.dana)
    assert able(cast, cast.dana) == {"bob", "charlie"}, "Alice is in doubt herself"


def test_a_manager_in_line_and_whom_they_manage_can(cast, opened):
    Person.objects.filter(user=cast.bob).update(manager=cast.person(cast.charlie))
    opened(cast.bob)
    assert "charlie" in able(cast, cast.bob)
    AccountOpening.objects.all().delete()
    opened(cast.charlie)
    assert "bob" in able(cast, cast.charlie)


def test_a_leader_who_made_the_link_cannot(cast, opened):
    Role.objects.filter(user=cast.alice).update(name="admin")
    opened(cast.bob, by=cast.alice)
    assert able(cast, cast.bob) == {"dana"}


def test_an_account_that_came_after_the_link_was_used_cannot(cast, opened, at):
    opening = opened(cast.bob)
    late = cast._join("Lena", cast.support, leads=True)
    assert can_confirm(late, cast.person(cast.bob), opening)
    late.date_joined = opening.opened_at.replace(year=opening.opened_at.year + 1)
    assert not can_confirm(late, cast.person(cast.bob), opening)


def test_the_person_is_told_who_can(cast, opened):
    opening = opened(cast.bob)
    names = [person.name for person in who_can_confirm(cast.bob, opening)]
    assert names == ["Alice", "Dana"]


def test_whoever_can_is_asked_and_nobody_else_sees_it(cast, opened):
    opened(cast.bob)
    bob = cast.person(cast.bob)
    assert [one.person for one in unconfirmed_near(cast.alice)] == [bob]
    for user in (cast.charlie, cast.olga, cast.gwen, cast.bob):
        assert unconfirmed_near(user) == []
        with pytest.raises(Person.DoesNotExist):
            get_unconfirmed(user=user, person_id=bob.pk)


def test_confirming_opens_the_rooms(cast, opened, at):
    opening = opened(cast.bob)
    bob = cast.person(cast.bob)
    confirm_person(person=bob, opening=opening, seen=opening.pk, by=cast.alice, at=at)
    assert private_rooms_are_open(cast.bob)
    assert unconfirmed_near(cast.alice) == []


def test_what_was_not_read_is_not_confirmed(cast, opened, at):
    first, second = opened(cast.bob), opened(cast.bob)
    bob = cast.person(cast.bob)
    with pytest.raises(OpenedAgain):
        confirm_person(person=bob, opening=second, seen=first.pk, by=cast.alice, at=at)


def test_a_stranger_and_another_persons_opening_are_refused(cast, opened, at):
    opening = opened(cast.bob)
    bob, charlie = cast.person(cast.bob), cast.person(cast.charlie)
    for person, by in ((bob, cast.charlie), (charlie, cast.dana)):
        with pytest.raises(PermissionDenied):
            confirm_person(
                person=person, opening=opening, seen=opening.pk, by=by, at=at
            )


def test_who_no_longer_leads_cannot(cast, opened):
    opened(cast.bob)
    Membership.objects.filter(person__user=cast.alice).update(leads=False)
    cast._forget(cast.alice)
    assert able(cast, cast.bob) == {"dana"}
