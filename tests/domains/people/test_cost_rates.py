"""What an hour costs: which rate holds, who sets it, who reads of it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quarterdeck.domains.activity.models import Activity, Change
from quarterdeck.domains.organization.services import add_team
from quarterdeck.domains.people import queries, services
from quarterdeck.domains.people.models import CostRate, Membership, Person
from quarterdeck.domains.people.permissions import seen_among, whose_rate_is_seen
from quarterdeck.domains.people.rules import Rate, in_force, inherited, standing

UNHURRIED = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
DAYS = st.dates(date(2025, 1, 1), date(2025, 1, 9))
RATES = st.lists(st.tuples(DAYS, st.integers(0, 99)), max_size=8).map(
    lambda rows: [Rate(n, day, Decimal(cost)) for n, (day, cost) in enumerate(rows)]
)


@UNHURRIED
@given(RATES, DAYS)
def test_of_a_day_the_rate_set_last_among_those_begun_last_holds(rates, day):
    begun = [rate for rate in rates if rate.starts_on <= day]
    found = in_force(rates, day)
    if not begun:
        assert found is None
        return
    assert found in begun
    assert all(found.starts_on >= rate.starts_on for rate in begun)
    assert not [
        rate
        for rate in begun
        if rate.starts_on == found.starts_on and rate.number > found.number
    ]


@UNHURRIED
@given(RATES)
def test_the_rates_listed_are_exactly_those_that_hold_on_some_day(rates):
    listed = standing(rates)
    days = [date(2025, 1, 1) + timedelta(days=n) for n in range(9)]
    held = {rate for day in days if (rate := in_force(rates, day)) is not None}
    assert set(listed) == held
    assert [rate.starts_on for rate in listed] == sorted(
        (rate.starts_on for rate in listed), reverse=True
    )


@pytest.mark.parametrize(
    ("lines", "teams", "expected"),
    [
        ([[1, 2, 3]], {1, 2}, 2),  # the nearest above
        ([[1, 2, 3]], {3, 1}, 3),  # its own before any above
        ([[1, 2], [1, 4]], {1, 4}, 4),  # the nearer of two teams
        ([[1, 2], [1, 4]], {2, 4}, 2),  # equally near: the one they are in longer
        ([[1, 4], [1, 2]], {2, 4}, 4),
        ([[1, 2]], {7}, None),
        ([], {1}, None),
    ],
)
def test_the_nearest_team_gives_the_rate(lines, teams, expected):
    rates = {team: Rate(team, date(2025, 1, 1), Decimal(team)) for team in teams}
    found = inherited(lines, rates)
    assert (found and found[0]) == expected


@pytest.fixture
def bob(cast):
    return cast.person(cast.bob)


@pytest.fixture
def put(at):
    """Set a rate: put(owner, 80, by, days=3) from three days after today on."""

    def put(owner, per_hour, by, days=0):
        return services.set_cost_rate(
            owner=owner,
            per_hour=Decimal(per_hour),
            starts_on=at.date() + timedelta(days=days),
            by=by,
            at=at,
        )

    return put


def cost_of(person, day):
    found = queries.rates_on([person.pk], day).get(person.pk)
    return None if found is None else (int(found.per_hour), found.team_name)


def test_a_person_without_a_rate_takes_over_the_nearest_team_s(cast, bob, put, at):
    assert cost_of(bob, at.date()) is None
    put(cast.root, 40, cast.dana)
    assert cost_of(bob, at.date()) == (40, "Acme")
    put(cast.support, 50, cast.alice, days=2)
    assert cost_of(bob, at.date()) == (40, "Acme")
    assert cost_of(bob, at.date() + timedelta(days=2)) == (50, "Support")
    put(bob, 60, cast.alice)
    assert cost_of(bob, at.date() + timedelta(days=2)) == (60, "")
    assert cost_of(bob, at.date() - timedelta(days=1)) is None


def test_nothing_is_something_else_than_no_rate(bob, cast, put, at):
    put(bob, 0, cast.alice)
    assert cost_of(bob, at.date()) == (0, "")


def test_taking_back_lets_the_rate_before_hold_again_also_of_the_same_day(
    bob, cast, put, at
):
    put(bob, 60, cast.alice)
    wrong = put(bob, 600, cast.dana)
    assert cost_of(bob, at.date()) == (600, "")
    assert [int(rate.per_hour) for rate in queries.cost_rates_of(bob)] == [600]
    services.take_back_cost_rate(rate=wrong, by=cast.alice, at=at)
    assert cost_of(bob, at.date()) == (60, "")
    with pytest.raises(services.CostRateAlreadyTakenBack):
        services.take_back_cost_rate(rate=wrong, by=cast.alice, at=at)
    services.restore_cost_rate(rate=wrong, by=cast.alice, at=at)
    assert cost_of(bob, at.date()) == (600, "")
    with pytest.raises(services.CostRateInForce):
        services.restore_cost_rate(rate=wrong, by=cast.alice, at=at)
    assert CostRate.objects.count() == 2  # nothing that was set is ever lost


@pytest.mark.parametrize("who", ["bob", "charlie", "olga", "gwen", "nora"])
def test_only_leaders_set_or_take_back_a_rate(who, bob, cast, put, at):
    rate = put(bob, 60, cast.alice)
    other = getattr(cast, who)
    for act in (
        lambda: put(bob, 1, other),
        lambda: put(cast.support, 1, other),
        lambda: services.take_back_cost_rate(rate=rate, by=other, at=at),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert not whose_rate_is_seen(other, Person.objects.all()).exists()
    assert not seen_among(other, Person.objects.values_list("pk", flat=True))


def test_leaders_see_their_people_and_not_themselves(cast):
    def seen(user):
        rows = whose_rate_is_seen(user, Person.objects.all())
        ids = Person.objects.values_list("pk", flat=True)
        assert {person.pk for person in rows} == seen_among(user, ids)
        return set(rows.values_list("name", flat=True))

    assert seen(cast.alice) == {"Bob", "Dora"}
    assert seen(cast.dana) == {"Alice", "Bob", "Charlie", "Dora"}


def test_a_manager_sees_the_rate_of_who_reports_to_them(bob, cast):
    Person.objects.filter(pk=bob.pk).update(manager=cast.person(cast.charlie))
    rows = whose_rate_is_seen(cast.charlie, Person.objects.all())
    assert [person.name for person in rows] == ["Bob"]
    assert seen_among(cast.charlie, [bob.pk]) == {bob.pk}


def test_nobody_opens_a_rate_by_taking_somebody_into_their_own_team(cast, bob, put, at):
    kitchen = add_team(name="Bar", parent=cast.kitchen, by=cast.olga, at=at)
    Membership.objects.filter(person=cast.person(cast.charlie)).update(leads=True)
    cast._forget(cast.charlie)
    put(bob, 60, cast.alice)
    for team in (cast.kitchen, kitchen):
        services.join_team(person=bob, team=team, by=cast.charlie, at=at)
    with pytest.raises(Person.DoesNotExist):
        queries.get_rated(user=cast.charlie, person_id=bob.pk)
    assert queries.get_rated(user=cast.alice, person_id=bob.pk) == bob
    assert not whose_rate_is_seen(cast.charlie, Person.objects.filter(pk=bob.pk))


def test_an_act_on_a_rate_is_told_to_leaders_and_without_words(cast, bob, put):
    put(bob, 60, cast.alice)
    act = Activity.objects.get(verb="cost_rate.set")
    readers = set(act.readers.values_list("user_id", flat=True))
    assert readers == {cast.alice.pk, cast.dana.pk}
    assert (act.content.subject_name, act.content.details) == ("", {})
    assert not Change.objects.filter(activity=act).exists()


@pytest.mark.parametrize("amount", ["-0.01", "100000.01"])
def test_an_hour_that_costs_nonsense_is_refused(bob, cast, put, amount):
    with pytest.raises(services.CostRateNotPossible):
        put(bob, amount, cast.alice)


def test_rates_of_three_and_of_thirty_people_take_the_same_queries(
    cast, put, at, django_assert_num_queries
):
    put(cast.root, 40, cast.dana)
    put(cast.support, 50, cast.dana)
    people = [cast.person(cast._join(f"P{n}", cast.support)) for n in range(30)]
    for count in (3, 30):
        ids = [person.pk for person in people[:count]]
        with django_assert_num_queries(4):
            assert len(queries.rates_on(ids, at.date())) == count


def test_who_has_no_rate_is_found_whatever_team_gives_one(cast, bob, put, at):
    def missing():
        rows = Person.objects.filter(user__isnull=False)
        found = queries.without_rate(rows, at.date())
        return set(found.values_list("name", flat=True))

    everybody = {"Alice", "Bob", "Charlie", "Dana", "Dora", "Gwen", "Olga"}
    assert missing() == everybody
    put(bob, 60, cast.alice)
    assert missing() == everybody - {"Bob"}
    put(cast.kitchen, 30, cast.dana, days=1)  # not yet
    assert missing() == everybody - {"Bob"}
    of_support = put(cast.support, 30, cast.dana)
    assert missing() == everybody - {"Alice", "Bob", "Dora"}
    services.take_back_cost_rate(rate=of_support, by=cast.dana, at=at)
    assert missing() == everybody - {"Bob"}
    put(cast.root, 30, cast.dana)
    assert missing() == {"Olga", "Gwen"}  # in no team
