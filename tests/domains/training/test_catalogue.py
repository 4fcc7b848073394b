"""The catalogue, comparisons, needs, the report, and forgetting."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.people import services as people
from quarterdeck.domains.people.models import Membership, PersonSkill
from quarterdeck.domains.training import queries, rules, services
from quarterdeck.domains.training.models import (
    Enrolment,
    Evaluation,
    Programme,
    Topic,
    TrainingBudget,
)


def test_an_empty_catalogue_begins_with_the_usual_curriculum(cast, at):
    with pytest.raises(PermissionDenied):
        services.start_catalogue(by=cast.bob, at=at)
    services.start_catalogue(by=cast.alice, at=at)
    names = {name for name, _ in services.CURRICULUM}
    assert {row.name for row in queries.programmes_visible_to(cast.charlie)} == names
    assert Topic.objects.filter(is_leadership=True).count() == 5
    assert not Programme.objects.exclude(hours=None, price=None).exists()
    with pytest.raises(services.CatalogueNotEmpty):
        services.start_catalogue(by=cast.alice, at=at)


def test_a_programme_is_retired_and_put_back(room, cast):
    services.retire_programme(programme=room.programme, **room.act)
    assert not queries.programmes_visible_to(cast.bob).exists()
    with pytest.raises(services.ProgrammeRetired):
        services.ask_for_place(
            programme=Programme.objects.get(), person=room.bob, **room.mine
        )
    services.restore_programme(programme=room.programme, **room.act)
    assert queries.programmes_visible_to(cast.bob, text="conflict").exists()
    assert queries.programmes_visible_to(cast.bob, skill=room.skill).exists()
    assert not queries.programmes_visible_to(cast.gwen).exists()


def test_a_cost_is_told_only_where_it_can_be(room):
    programme = room.programme
    assert (programme.cost_each, programme.cost_an_hour) == (300, 25)
    programme.price_per = "group"
    assert programme.cost_each is None, "nobody said how many a group is"
    programme.group_size = 6
    assert programme.cost_each == 50
    programme.hours = None
    assert programme.cost_an_hour is None


def test_topics_have_one_name_each(room):
    with pytest.raises(services.TopicNameTaken):
        services.add_topic(name="conflict RESOLUTION", **room.act)
    services.remove_topic(topic=room.topic, **room.act)
    again = services.add_topic(name="Conflict resolution", **room.act)
    with pytest.raises(services.TopicNameTaken):
        services.restore_topic(topic=room.topic, **room.act)
    assert again.pk != room.topic.pk


@pytest.fixture
def compared(room):
    other = services.add_programme(name="Video course", **room.act)
    for criterion, score in (("practice", 4), ("face_to_face", 4), ("evidence", 1)):
        services.score_programme(
            programme=room.programme, criterion=criterion, score=score, **room.act
        )
    for criterion, score in (("practice", 0), ("face_to_face", 0), ("evidence", 4)):
        services.score_programme(
            programme=other,
            criterion=criterion,
            score=score,
            evidence="Their site",
            **room.act,
        )
    return services.add_comparison(
        title="For leads", programmes=[room.programme, other], **room.act
    )


def test_programmes_are_put_in_order_and_it_is_told_why(compared, room, cast):
    ranking = queries.ranking_of(user=cast.charlie, comparison=compared)
    assert ranking.rows[0].programme == room.programme
    assert ranking.rows[0].place.unknown == 8
    assert not ranking.rows[0].place.certain, "eight unknown scores could turn it"
    assert [one.value for one, points in ranking.deciding if points > 0] == [
        "practice",
        "face_to_face",
    ]
    ((criterion, now, tip, first),) = [t for t in ranking.tips if t[0] == "evidence"]
    assert (criterion.value, now, first.name) == ("evidence", 3, "Video course")
    assert tip.weight == pytest.approx(8)


def test_weights_turn_it_round(compared, cast, room):
    services.weigh_criteria(
        comparison=compared, weights={"practice": 0, "face_to_face": 0}, **room.act
    )
    compared.refresh_from_db()
    ranking = queries.ranking_of(user=cast.alice, comparison=compared)
    assert ranking.rows[0].programme.name == "Video course"
    with pytest.raises(services.NothingHasWeight):
        nothing = dict.fromkeys(compared.weights, 0)
        services.weigh_criteria(comparison=compared, weights=nothing, **room.act)


def test_a_member_reads_a_comparison_and_changes_none(compared, cast, at):
    with pytest.raises(PermissionDenied):
        services.weigh_criteria(
            comparison=compared, weights={"needs": 5}, by=cast.bob, at=at
        )
    services.remove_comparison(comparison=compared, by=cast.alice, at=at)
    assert not queries.comparisons_visible_to(cast.bob).exists()
    services.restore_comparison(comparison=compared, by=cast.alice, at=at)
    assert queries.comparisons_visible_to(cast.bob).get().compared == 2


def needs(user, today):
    found = queries.needs_of(queries.people_with_needs(user=user, today=today), today)
    return {
        one.skill.name: (one.asked, one.gap, one.wish, one.unknown) for one in found
    }


def test_gaps_are_counted_for_who_leads(room, cast, at):
    assert needs(cast.alice, at.date()) == {"Leading talks": (1, 1, 0, 0)}
    assert needs(cast.dana, at.date()) == {"Leading talks": (1, 1, 0, 0)}
    for user in (cast.bob, cast.olga, cast.charlie):
        assert needs(user, at.date()) == {}


def test_what_is_old_or_was_never_looked_at_is_not_known(room, cast, at):
    later = at.date() + timedelta(days=400)
    assert needs(cast.alice, later) == {"Leading talks": (1, 0, 0, 1)}
    PersonSkill.objects.all().delete()
    assert needs(cast.alice, at.date()) == {"Leading talks": (1, 0, 0, 1)}
    near = queries.people_with_needs(user=cast.alice, today=at.date())
    assert list(queries.people_in_need(near, room.skill, "unknown", at.date())) == [
        room.bob
    ]
    assert queries.gaps_of(room.bob, at.date()) == []


def test_behind_each_count_stand_its_people(room, cast, at):
    today = at.date()
    near = queries.people_with_needs(user=cast.alice, today=today)
    found = queries.people_in_need(near, room.skill, "gap", today)
    assert list(found) == [room.bob]
    assert queries.by_team(found) == [("Support", cast.support.pk, 1)]
    (one,) = queries.beside_skill(found, room.skill, today)
    assert (one.have, one.needed, one.stale) == (2, 4, False)
    assert room.bob not in queries.without_role(near)
    assert queries.gaps_of(room.bob, today) == [(room.skill, 2, 4)]


def test_a_level_of_another_skill_closes_no_gap(room, cast, at):
    other = people.add_skill(name="Other", **room.act)
    people.assess_skill(person=room.bob, skill=other, level=5, on=at.date(), **room.act)
    assert needs(cast.alice, at.date()) == {"Leading talks": (1, 1, 0, 0)}


def shares(user, today, months=24):
    report = queries.managers_trained(user=user, today=today, months=months)
    return {
        row.size.key: (row.leaders, row.trained) for row in report.rows if row.leaders
    }


def test_managers_are_counted_by_how_many_they_lead(room, cast, at, attended):
    today = at.date()
    # Support: Bob and Dora beside Alice. Above it Dana has nobody directly.
    assert shares(cast.dana, today) == {"1-4": (1, 0)}
    alone = queries.managers_trained(user=cast.dana, today=today, months=24)
    assert alone.leads_nobody == 1
    own = services.ask_for_place(
        programme=room.programme, person=room.alice, by=cast.alice, at=at
    )
    services.approve_place(enrolment=own, by=cast.dana, at=at)
    services.attend_programme(
        enrolment=own, on=today - timedelta(days=40), by=cast.alice, at=at
    )
    assert shares(cast.dana, today) == {"1-4": (1, 1)}
    assert shares(cast.dana, today, months=1) == {"1-4": (1, 0)}
    assert shares(cast.alice, today) == {"1-4": (1, 1)}
    for user in (cast.bob, cast.olga, cast.charlie):
        assert shares(user, today) == {}
    ids = queries.leaders_of_size(
        user=cast.dana, today=today, months=24, size=rules.SIZES[0], only="trained"
    )
    (led,) = queries.with_training(
        user=cast.dana, person_ids=ids, today=today, months=24
    )
    assert (led.person, led.people, led.last) == (room.alice, 2, own)
    services.edit_topic(topic=room.topic, name="Tills", is_leadership=False, **room.act)
    assert shares(cast.dana, today) == {"1-4": (1, 0)}


def test_who_leads_two_teams_leads_each_person_once(room, cast, at):
    Membership.objects.create(
        person=room.alice, team=cast.kitchen, leads=True, since=at.date()
    )
    Membership.objects.create(person=room.bob, team=cast.kitchen, since=at.date())
    report = queries.managers_trained(user=cast.dana, today=at.date(), months=24)
    ids = queries.leaders_of_size(
        user=cast.dana, today=at.date(), months=24, size=rules.SIZES[0]
    )
    (led,) = queries.with_training(
        user=cast.dana, person_ids=ids, today=at.date(), months=24
    )
    assert led.people == 3, "Bob, Dora and Charlie"
    assert report.rows[0].leaders == 1


@given(st.integers(0, 60), st.dates(date(1990, 1, 1), date(2200, 12, 31)))
def test_months_before_keep_the_day_or_the_last_of_the_month(months, day):
    before = rules.months_before(day, months)
    whole = (day.year - before.year) * 12 + day.month - before.month
    assert whole == months
    assert before.day <= day.day


@given(st.integers(0, 500))
def test_each_size_of_team_has_one_row(people):
    fitting = [
        one
        for one in rules.SIZES
        if one.least <= people and (one.most is None or people <= one.most)
    ]
    assert fitting == ([rules.size_of(people)] if people else [])


def test_who_is_forgotten_takes_places_and_answers_along(attended, room, cast, at):
    pays = {"team": cast.support, "year": 2026}
    services.set_training_budget(amount=Decimal(900), **pays, **room.act)
    kept = services.ask_for_place(
        programme=room.programme, person=room.alice, by=cast.alice, at=at
    )
    services.approve_place(enrolment=kept, by=cast.dana, at=at)
    services.attend_programme(enrolment=kept, on=at.date(), by=cast.alice, at=at)
    reaction = Evaluation.objects.get(stage="reaction", writer=room.bob)
    services.answer_evaluation(
        evaluation=reaction, mark=3, words="Secret words", **room.mine
    )
    assert services.forget_people(people=[room.bob], by=cast.dana, at=at) == 1
    assert Enrolment.objects.get() == kept
    assert not Evaluation.objects.filter(writer=room.bob).exists()
    assert TrainingBudget.objects.get().spent_for_erased == 300
    sums = queries.sums_of(user=cast.alice, **pays)
    assert sums.spent == 300 + kept.cost
    gone = Activity.objects.filter(
        subject_kind="training.Enrolment", subject_id=attended.pk
    )
    assert gone.count() == 4
    assert all(act.content.erased for act in gone)


def test_a_reader_who_is_forgotten_leaves_the_answer_to_its_writer(
    attended, room, cast, at
):
    services.answer_evaluation(
        evaluation=Evaluation.objects.get(stage="reaction"),
        mark=3,
        share_with=room.alice,
        **room.mine,
    )
    services.forget_people(people=[room.alice], by=cast.dana, at=at)
    row = Evaluation.objects.get(stage="reaction")
    assert (row.shared_with, row.mark) == (None, 3)
    assert not Evaluation.objects.filter(stage="use_seen").exists(), "she wrote it"
