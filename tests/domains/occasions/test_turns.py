"""Naming by hand, the rotation, and who may do it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.occasions import queries, services
from quarterdeck.domains.occasions.models import Turn
from quarterdeck.domains.people.services import add_skill, add_time_off, assess_skill
from quarterdeck.shared.errors import StaleEdit


def led(occasion):
    rows = Turn.objects.filter(occasion=occasion, part="leads").order_by("on")
    return [(row.on, row.person.name) for row in rows]


def name(cast, at, occasion, user, day, part="leads", times=1, by=None):
    return services.name_turn(
        occasion=occasion,
        on=day,
        part=part,
        person=cast.person(user),
        times=times,
        by=by or cast.alice,
        at=at,
    )


def test_the_team_sets_up_what_it_meets_for(cast, at, occasion):
    mine = services.set_up_occasion(
        team=cast.support, title="Demo", first_on=at.date(), weeks=0, by=cast.bob, at=at
    )
    assert {mine, occasion} == set(queries.occasions_visible_to(cast.bob))
    assert set(queries.occasions_visible_to(cast.dana)) == {mine, occasion}
    for stranger in (cast.charlie, cast.gwen, cast.olga):
        assert not queries.occasions_visible_to(stranger).exists()
        with pytest.raises(PermissionDenied):
            services.set_up_occasion(
                team=cast.support, title="T", first_on=at.date(), by=stranger, at=at
            )


def test_what_the_team_above_meets_for_is_seen_below(cast, at):
    whole = services.set_up_occasion(
        team=cast.root, title="All hands", first_on=at.date(), by=cast.dana, at=at
    )
    assert whole in queries.occasions_visible_to(cast.charlie)


def test_one_part_of_a_date_is_in_one_hand(cast, at, occasion):
    day = at.date()
    name(cast, at, occasion, cast.alice, day, times=3)
    name(cast, at, occasion, cast.bob, day + timedelta(weeks=1))
    name(cast, at, occasion, cast.bob, day, part="notes")
    weeks = [day + timedelta(weeks=number) for number in range(3)]
    assert led(occasion) == list(zip(weeks, ("Alice", "Bob", "Alice"), strict=True))
    assert Turn.objects.count() == 4


def test_only_who_arranges_names(cast, at, occasion):
    with pytest.raises(PermissionDenied):
        name(cast, at, occasion, cast.bob, at.date(), by=cast.bob)
    name(cast, at, occasion, cast.bob, at.date(), by=cast.dana)


def test_it_is_a_date_of_the_occasion(cast, at, occasion):
    for day in (at.date() + timedelta(days=1), at.date() - timedelta(weeks=1)):
        with pytest.raises(services.NotADate):
            name(cast, at, occasion, cast.bob, day)


def test_who_said_no_is_neither_named_nor_proposed(cast, at, occasion, willing):
    willing(cast.bob, yes=False)
    with pytest.raises(services.SaidNo):
        name(cast, at, occasion, cast.bob, at.date())
    with pytest.raises(services.NobodyToPropose):
        services.fill_turns(occasion=occasion, count=3, by=cast.alice, at=at)
    willing(cast.alice)
    services.fill_turns(occasion=occasion, count=3, by=cast.alice, at=at)
    assert {who for _, who in led(occasion)} == {"Alice"}


def test_the_rotation_respects_days_off_and_says_why(cast, at, occasion, willing):
    willing(cast.alice, cast.bob)
    day = at.date()
    add_time_off(
        person=cast.person(cast.alice), starts_on=day, ends_on=day, by=cast.alice, at=at
    )
    first, second, *_ = queries.plan_of(user=cast.bob, occasion=occasion, today=day)
    assert first.proposed.name == "Bob" and first.last_on is None
    assert [one.name for one in first.away] == ["Alice"]
    assert second.proposed.name == "Alice" and second.away == []
    services.fill_turns(occasion=occasion, count=4, by=cast.alice, at=at)
    assert [who for _, who in led(occasion)] == ["Bob", "Alice", "Bob", "Alice"]
    third = Turn.objects.get(on=day + timedelta(weeks=2))
    assert third.way == "rotation" and third.last_on == day


def test_who_else_counts_occasions_and_leaves_out_who_said_no(
    cast, at, occasion, willing
):
    person = cast.person(cast.bob)
    skill = add_skill(name="Hosting", by=cast.alice, at=at)
    assess_skill(
        person=person, skill=skill, level=3, on=at.date(), by=cast.alice, at=at
    )
    services.edit_occasion(
        occasion=occasion, changes={"skill": skill}, by=cast.alice, at=at
    )
    occasion.refresh_from_db()
    name(cast, at, occasion, cast.alice, at.date(), times=2)
    later = at.date() + timedelta(days=8)

    def groups():
        found = queries.others_who_could(user=cast.bob, occasion=occasion, today=later)
        return [[(one.name, one.times_led) for one in group.people] for group in found]

    wish, skilled, new = groups()
    assert (wish, skilled) == ([], [("Bob", 0)]) and ("Bob", 0) in new
    assert ("Alice", 2) not in new
    willing(cast.bob, yes=False)
    willing(cast.alice)
    wish, skilled, new = groups()
    assert (wish, skilled) == ([("Alice", 2)], []) and ("Bob", 0) not in new
    assert (
        queries.others_who_could(user=cast.charlie, occasion=occasion, today=later)
        == []
    )


def test_an_old_version_is_noticed(cast, at, occasion):
    fields = {"occasion": occasion, "by": cast.alice, "at": at}
    services.edit_occasion(changes={"aim": "A"}, seen_version=1, **fields)
    with pytest.raises(StaleEdit):
        services.edit_occasion(changes={"aim": "B"}, seen_version=1, **fields)


def test_ended_and_restored(cast, at, occasion):
    services.end_occasion(occasion=occasion, by=cast.alice, at=at)
    with pytest.raises(services.OccasionEnded):
        name(cast, at, occasion, cast.bob, at.date())
    occasion.refresh_from_db()
    assert queries.plan_of(user=cast.bob, occasion=occasion, today=at.date()) == []
    services.restore_occasion(occasion=occasion, by=cast.alice, at=at)
    name(cast, at, occasion, cast.bob, at.date())


def test_each_act_is_told_to_the_team(cast, at, occasion, willing):
    willing(cast.bob)
    name(cast, at, occasion, cast.bob, at.date())
    services.remove_turn(turn=Turn.objects.get(), by=cast.alice, at=at)
    acts = Activity.objects.filter(subject_kind="occasions.Occasion").order_by("id")
    assert [act.verb for act in acts] == [
        "occasion.set_up",
        "turn.wished",
        "turn.named",
        "turn.removed",
    ]
    assert {(act.audience, act.team_id) for act in acts} == {("team", cast.support.pk)}
