"""A leader asks for pairs; a worker finds them; nothing follows by itself."""

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.mentoring import queries, services
from quarterdeck.domains.mentoring.models import Mentorship, PairingProposal
from quarterdeck.domains.people import services as people
from quarterdeck.domains.people.models import Membership


@pytest.fixture
def proposal(cast, at, room, run_jobs):
    row = services.propose_pairs(by=cast.alice, at=at)
    assert [job.error for job in run_jobs()] == [""]
    return PairingProposal.objects.get(pk=row.pk)


def lines(user, proposal):
    return queries.lines_of(user=user, proposal=proposal)


@pytest.mark.in_children
def test_a_pair_says_why_and_nothing_happens_by_itself(cast, proposal):
    (line,) = lines(cast.alice, proposal)
    assert (line.row.person.name, line.row.mentor.name) == ("Bob", "Charlie")
    assert line.reasons == [
        "wishes for a mentor in Baking",
        "level 2 beside level 4 of the mentor: 2 above",
        "the mentor has 0 of 1 mentees",
    ]
    assert line.row.next_best is None
    assert not Mentorship.objects.exists()


def test_what_is_suggested_both_agree_on(cast, at, proposal):
    (line,) = lines(cast.alice, proposal)
    suggest = {"proposal": proposal, "line_ids": [line.row.pk], "at": at}
    with pytest.raises(PermissionDenied):
        services.suggest_pairs(**suggest, by=cast.dana)
    (pair,) = services.suggest_pairs(**suggest, by=cast.alice)
    with pytest.raises(services.NothingChosen):
        services.suggest_pairs(**suggest, by=cast.alice)
    kinds = {
        who: [one.kind for one in queries.requests_waiting_for(getattr(cast, who))]
        for who in ("bob", "charlie", "alice")
    }
    assert kinds == {"bob": ["mentee"], "charlie": ["mentor"], "alice": []}
    services.agree_to_mentoring(pair=pair, by=cast.bob, at=at)
    assert not Mentorship.objects.get().is_running
    services.agree_to_mentoring(pair=pair, by=cast.charlie, at=at)
    assert Mentorship.objects.get().is_running


def test_what_is_no_longer_so_is_not_suggested(cast, at, proposal, room):
    (line,) = lines(cast.alice, proposal)
    services.withdraw_offer(offer=room.offer, by=cast.charlie, at=at)
    with pytest.raises(services.CannotMentor):
        services.suggest_pairs(
            proposal=proposal, line_ids=[line.row.pk], by=cast.alice, at=at
        )


def test_who_is_led_no_more_stands_in_it_no_more(cast, proposal):
    Membership.objects.filter(person=cast.person(cast.bob)).delete()
    assert lines(cast.alice, proposal) == []


def test_it_is_read_by_who_asked(cast, proposal):
    for user in (cast.dana, cast.bob, cast.olga, cast.gwen):
        assert not queries.proposals_visible_to(user).exists()


def test_who_leads_nobody_proposes_nothing(cast, at):
    for user in (cast.bob, cast.olga, cast.gwen):
        with pytest.raises(PermissionDenied):
            services.propose_pairs(by=user, at=at)


def test_a_hope_to_grow_is_told_apart_and_who_is_left_hears_why(
    cast, at, room, run_jobs
):
    services.withdraw_wish(wish=room.wish, by=cast.bob, at=at)
    pia = cast.person(cast._join("Pia", cast.support))
    for person, level in ((cast.person(cast.bob), 2), (pia, 1)):
        people.assess_skill(
            person=person,
            skill=room.baking,
            level=level,
            on=at.date(),
            wants_to_grow=True,
            by=cast.alice,
            at=at,
        )
    row = services.propose_pairs(by=cast.alice, at=at)
    run_jobs()
    first, second = lines(cast.alice, PairingProposal.objects.get(pk=row.pk))
    assert first.row.person.name == "Bob" and "asked for no mentor" in first.reasons[0]
    assert second.row.get_why_none_display() == "who could is given to others here"
    (pair,) = services.suggest_pairs(
        proposal=row, line_ids=[first.row.pk], by=cast.alice, at=at
    )
    assert (pair.wish, pair.skill) == (None, room.baking)


def test_who_cannot_sign_in_is_left_out(cast, at, room, run_jobs):
    services.wish_for_mentor(theme="Bread", by=cast.bob, at=at)
    cast.bob.is_active = False
    cast.bob.save()
    row = services.propose_pairs(by=cast.alice, at=at)
    run_jobs()
    assert lines(cast.alice, PairingProposal.objects.get(pk=row.pk)) == []


def test_a_second_question_replaces_the_first(cast, at, room, run_jobs):
    first = services.propose_pairs(by=cast.alice, at=at)
    assert services.propose_pairs(by=cast.alice, at=at) == first
    run_jobs()
    second = services.propose_pairs(by=cast.alice, at=at)
    assert list(PairingProposal.objects.all()) == [second]
