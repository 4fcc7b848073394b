"""What is told beforehand is what happens; private numbers are for the person alone."""

import pytest
from django.db.models import CASCADE, SET_NULL

from quarterdeck.domains.erasure.choices import UNTOLD, WORDS
from quarterdeck.domains.erasure.queries import fates_of
from quarterdeck.domains.erasure.queries.fates import links
from quarterdeck.domains.erasure.rules import OPEN_ROOMS
from quarterdeck.domains.erasure.services import rooms_that_forget
from quarterdeck.domains.one_on_ones.services import start_pair

# These stand below people, and forget accounts by a service of that name.
BELOW_PEOPLE = {"accounts", "background_jobs", "organization"}


def test_each_link_to_somebody_says_what_becomes_of_it():
    wrong = [
        link.name
        for link in links()
        if link.table._meta.get_field(link.field).remote_field.on_delete
        not in (CASCADE, SET_NULL)
    ]
    assert wrong == []


def test_each_room_whose_records_go_with_somebody_forgets():
    owing = {link.room for link in links() if link.fate == "goes"} - BELOW_PEOPLE
    assert owing - set(rooms_that_forget()) == set()


def test_people_forget_after_every_room_that_points_at_them():
    assert list(rooms_that_forget())[-1] == "people"


def test_the_words_name_links_that_are_there():
    known = {link.name for link in links()}
    assert (set(WORDS) | UNTOLD) - known == set()


@pytest.fixture
def pair(cast, at):
    return start_pair(person=cast.person(cast.bob), by=cast.alice, at=at)


def test_the_person_reads_every_number(cast, pair):
    found = {
        f.what: f.count for f in fates_of(user=cast.bob, person=cast.person(cast.bob))
    }
    assert found["1:1 spaces, with everything in them, for both"] == 1
    assert found["places in teams"] == 1
    assert None not in found.values() and 0 not in found.values()


@pytest.mark.parametrize("who", ["alice", "olga"])
def test_others_read_no_number_of_a_private_room(cast, pair, who):
    found = fates_of(user=getattr(cast, who), person=cast.person(cast.bob))
    assert {f.count for f in found if f.room not in OPEN_ROOMS} == {None}
    assert all(f.count for f in found if f.room in OPEN_ROOMS)


def test_it_is_one_question(cast, pair, django_assert_num_queries):
    from quarterdeck.domains.people.permissions import standing_of

    bob = cast.person(cast.bob)
    standing_of(cast.bob)
    with django_assert_num_queries(2):  # and whether their private rooms are open
        fates_of(user=cast.bob, person=bob)
