"""Thanks said aloud: a mark for the leader alone, which counts on their list."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.models import Reader
from quarterdeck.domains.feedback import queries, services
from quarterdeck.domains.feedback.models import ThankedInPerson

pytestmark = pytest.mark.django_db


def names(user, at):
    return [one.person.name for one in queries.unthanked_people(user=user, now=at)]


@pytest.fixture
def mark(cast, at):
    def mark(by=None, days_ago=0):
        return services.mark_thanked_in_person(
            person=cast.person(cast.bob),
            on=(at - timedelta(days=days_ago)).date(),
            by=by or cast.alice,
            at=at,
        )

    return mark


def test_who_was_thanked_aloud_is_off_the_list_and_back_when_unmarked(
    cast, finished, at, mark
):
    finished("Done", cast.bob)
    assert names(cast.alice, at) == ["Bob"]
    made = mark()
    assert names(cast.alice, at) == []
    services.unmark_thanked_in_person(mark=made, by=cast.alice, at=at)
    assert names(cast.alice, at) == ["Bob"]
    assert not ThankedInPerson.objects.exists()


def test_a_day_of_long_ago_does_not_count(cast, finished, at, mark):
    finished("Done", cast.bob)
    mark(days_ago=29)
    assert names(cast.alice, at) == ["Bob"]


def test_a_day_is_marked_once_and_not_before_it_came(at, mark):
    assert mark() == mark()
    with pytest.raises(services.NotYetThanked):
        mark(days_ago=-1)


def test_whoever_leads_nobody_of_them_marks_nothing(cast, mark):
    for other in (cast.bob, cast.charlie, cast.olga, cast.gwen):
        with pytest.raises(PermissionDenied):
            mark(by=other)


def test_nobody_else_reads_it_not_even_whom_it_is_about(cast, mark):
    made = mark()
    for other in (cast.bob, cast.dana, cast.olga, cast.charlie, cast.gwen):
        assert not queries.thanks_in_person_visible_to(other).exists()
        with pytest.raises(PermissionDenied):
            services.unmark_thanked_in_person(mark=made, by=other, at=made.marked_at)
    readers = Reader.objects.filter(activity__verb="thanks_in_person.marked")
    assert [row.user_id for row in readers] == [cast.alice.pk]
