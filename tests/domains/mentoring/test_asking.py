"""Offers, wishes, and what has to be so before two people are a pair."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.mentoring import queries, services
from quarterdeck.domains.mentoring.models import Mentorship, MentorWish
from quarterdeck.domains.people import services as people


def offer(cast, at, room, user, **more):
    usual = {"capacity": 1, "skills": [room.baking], "themes": "", "since": at.date()}
    return services.offer_mentoring(**{**usual, **more}, by=user, at=at)


def test_an_offer_is_made_changed_withdrawn_and_put_back(cast, at, room):
    mine = queries.own_offer(cast.charlie)
    assert [row.skill for row in mine.skills.all()] == [room.baking]
    offer(cast, at, room, cast.charlie, capacity=3, themes="Speaking", skills=[])
    mine = queries.own_offer(cast.charlie)
    assert (mine.capacity, mine.themes, list(mine.skills.all())) == (3, "Speaking", [])
    services.withdraw_offer(offer=mine, by=cast.charlie, at=at)
    assert not queries.offers_visible_to(cast.bob).exists()
    assert queries.own_offer(cast.charlie).withdrawn_at
    services.restore_offer(offer=mine, by=cast.charlie, at=at)
    assert queries.offers_visible_to(cast.bob).get() == mine


def test_one_offers_what_one_can_and_for_oneself(cast, at, room):
    pastry = people.add_skill(name="Pastry", by=cast.alice, at=at)
    with pytest.raises(services.NotOneOfYourSkills):
        offer(cast, at, room, cast.alice, skills=[pastry])
    with pytest.raises(services.NothingOffered):
        offer(cast, at, room, cast.alice, skills=[])
    with pytest.raises(PermissionDenied):
        offer(cast, at, room, cast.gwen, themes="Anything", skills=[])
    with pytest.raises(PermissionDenied):
        services.withdraw_offer(offer=room.offer, by=cast.dana, at=at)


def test_a_wish_is_for_one_thing_and_once(cast, at, room):
    wish = {"by": cast.bob, "at": at}
    with pytest.raises(services.AlreadyWished):
        services.wish_for_mentor(skill=room.baking, **wish)
    for about in ({}, {"skill": room.baking, "theme": "Bread"}):
        with pytest.raises(services.SkillOrTheme):
            services.wish_for_mentor(**about, **wish)
    for number in range(9):
        services.wish_for_mentor(theme=f"Theme {number}", **wish)
    with pytest.raises(services.TooManyWishes):
        services.wish_for_mentor(theme="One more", **wish)
    # Taken back and put again is one more, too.
    services.withdraw_wish(wish=room.wish, **wish)
    services.wish_for_mentor(theme="One more", **wish)
    with pytest.raises(services.TooManyWishes):
        services.restore_wish(wish=room.wish, **wish)


def test_a_wish_is_changed_withdrawn_and_restored_by_its_writer(cast, at, room):
    change = {"skill": None, "theme": "Bread", "until": None, "leader_is_fine": True}
    with pytest.raises(PermissionDenied):
        services.edit_wish(wish=room.wish, **change, by=cast.alice, at=at)
    services.edit_wish(wish=room.wish, **change, by=cast.bob, at=at)
    services.withdraw_wish(wish=room.wish, by=cast.bob, at=at)
    with pytest.raises(services.WishWithdrawn):
        services.withdraw_wish(wish=room.wish, by=cast.bob, at=at)
    services.restore_wish(wish=room.wish, by=cast.bob, at=at)
    assert queries.own_wishes(cast.bob).get().theme == "Bread"


@pytest.mark.parametrize(
    ("who", "sees"),
    [("bob", 1), ("alice", 1), ("dana", 1), ("charlie", 0), ("olga", 0), ("gwen", 0)],
)
def test_a_wish_is_read_by_its_writer_and_their_leaders(cast, room, who, sees):
    assert queries.wishes_visible_to(getattr(cast, who)).count() == sees


def test_it_begins_when_both_have_agreed(cast, at, ask):
    pair = ask()
    assert not pair.is_running and pair.waits_for(cast.person(cast.charlie).pk)
    with pytest.raises(services.AlreadyAnswered):
        services.agree_to_mentoring(pair=pair, by=cast.bob, at=at)
    with pytest.raises(PermissionDenied):
        services.agree_to_mentoring(pair=pair, by=cast.alice, at=at)
    pair = services.agree_to_mentoring(pair=pair, by=cast.charlie, at=at)
    assert pair.is_running
    with pytest.raises(services.AlreadyAnswered):
        services.decline_mentoring(pair=pair, by=cast.charlie, at=at)


def test_a_no_keeps_no_words_and_is_not_asked_again(cast, at, ask, room):
    services.decline_mentoring(pair=ask(), by=cast.charlie, at=at)
    row = Mentorship.objects.get()
    assert row.declined_at and row.goal == ""
    found = queries.mentors_for(user=cast.bob, wish=room.wish, today=at.date())
    assert (found.mentors, found.refused) == ([], 1)
    with pytest.raises(services.CannotMentor):
        ask()


def test_what_is_taken_back_leaves_nothing(cast, at, ask):
    services.decline_mentoring(pair=ask(), by=cast.bob, at=at)
    assert not Mentorship.objects.exists()
    assert ask().waits


def test_the_mentor_stands_a_level_above(cast, at, ask, room):
    dana = cast.person(cast.dana)
    level = {"skill": room.baking, "on": at.date(), "by": cast.dana, "at": at}
    people.assess_skill(person=dana, level=2, **level)
    offer(cast, at, room, cast.dana)
    with pytest.raises(services.CannotMentor, match="level above"):
        ask(cast.dana, wish=room.wish)
    people.assess_skill(person=dana, level=3, **level)
    assert ask(cast.dana).mentor == dana


def test_the_own_leader_only_where_it_was_asked_for(cast, at, ask, room):
    offer(cast, at, room, cast.alice)
    found = queries.mentors_for(user=cast.bob, wish=room.wish, today=at.date())
    assert found.leaders == [cast.person(cast.alice)]
    with pytest.raises(services.CannotMentor, match="leads you"):
        ask(cast.alice)
    MentorWish.objects.update(leader_is_fine=True)
    wish = MentorWish.objects.get()
    found = queries.mentors_for(user=cast.bob, wish=wish, today=at.date())
    assert [one.person.name for one in found.mentors] == ["Charlie", "Alice"]
    assert ask(cast.alice, wish=wish).mentor == cast.person(cast.alice)


def test_nobody_is_asked_above_their_capacity(cast, at, ask, room, days):
    ask()
    other = services.wish_for_mentor(skill=room.baking, by=cast.dana, at=at)
    with pytest.raises(services.CannotMentor, match="no room"):
        ask(wish=other, by=cast.dana)


def test_nobody_agrees_above_what_they_offer_now(cast, at, ask, room):
    waiting = ask()
    services.withdraw_offer(offer=room.offer, by=cast.charlie, at=at)
    with pytest.raises(services.NoRoom):
        services.agree_to_mentoring(pair=waiting, by=cast.charlie, at=at)


def test_one_mentor_for_a_wish(cast, at, ask, room, pair):
    offer(cast, at, room, cast.dana, themes="x", skills=[])
    with pytest.raises(services.WishNotOpen):
        ask(cast.dana)
    with pytest.raises(services.WishIsAnswered):
        services.withdraw_wish(wish=room.wish, by=cast.bob, at=at)


def test_days_fit(cast, at, ask):
    with pytest.raises(services.DaysDoNotFit):
        ask(ends_on=at.date() - timedelta(days=1))
    with pytest.raises(services.DaysDoNotFit):
        ask(ends_on=at.date() + timedelta(days=800))


def test_somebody_elses_wish_is_not_asked_for(cast, at, ask):
    with pytest.raises(PermissionDenied):
        ask(by=cast.alice)


def test_who_has_left_is_not_found(cast, at, room):
    person = cast.person(cast.charlie)
    person.ends_on = at.date() - timedelta(days=1)
    person.save()
    found = queries.mentors_for(user=cast.bob, wish=room.wish, today=at.date())
    assert found.mentors == []


def test_a_theme_goes_to_whoever_takes_themes(cast, at, room, ask):
    wish = services.wish_for_mentor(theme="Speaking up", by=cast.bob, at=at)
    assert not queries.mentors_for(user=cast.bob, wish=wish, today=at.date()).mentors
    offer(cast, at, room, cast.dana, skills=[], themes="Speaking")
    wish = services.edit_wish(
        wish=wish,
        skill=None,
        theme="Speaking up",
        until=None,
        leader_is_fine=True,
        by=cast.bob,
        at=at,
    )
    (one,) = queries.mentors_for(user=cast.bob, wish=wish, today=at.date()).mentors
    assert one.themes == "Speaking"
    assert "words are not compared" in one.missing[0]
