"""What the two write, and what a leader sees of it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.mentoring import queries, services
from quarterdeck.domains.mentoring.models import MentorEvaluation
from quarterdeck.shared.errors import StaleEdit


def noted(pair, at, by, text="Sourdough", **more):
    return services.note_meeting(
        **{"pair": pair, "on": at.date(), "talked": text, "by": by, "at": at, **more}
    )


def test_a_meeting_is_noted_changed_and_erased_by_either(cast, at, pair):
    meeting = noted(pair, at, cast.bob)
    change = {"meeting": meeting, "on": at.date(), "at": at}
    services.edit_mentor_meeting(
        talked="Sourdough, twice", seen_version=1, by=cast.charlie, **change
    )
    with pytest.raises(StaleEdit):
        services.edit_mentor_meeting(
            talked="Rye", seen_version=1, by=cast.bob, **change
        )
    assert queries.meetings_visible_to(cast.bob).get().talked == "Sourdough, twice"
    assert services.edit_mentor_meeting(talked=" ", by=cast.bob, **change) is None
    assert not queries.meetings_visible_to(cast.charlie).exists()


def test_a_meeting_was_and_has_words(cast, at, pair):
    with pytest.raises(services.InTheFuture):
        noted(pair, at, cast.bob, on=at.date() + timedelta(days=1))
    with pytest.raises(services.NothingWritten):
        noted(pair, at, cast.bob, " ")


def test_nobody_writes_before_both_have_agreed_or_from_outside(cast, at, ask):
    pair = ask()
    with pytest.raises(services.NotRunning):
        noted(pair, at, cast.bob)
    services.agree_to_mentoring(pair=pair, by=cast.charlie, at=at)
    for user in (cast.alice, cast.dana, cast.olga, cast.gwen):
        with pytest.raises(PermissionDenied):
            noted(pair, at, user)


def test_steps_are_agreed_on_finished_and_put_back(cast, at, pair):
    by = {"by": cast.charlie, "at": at}
    step = services.agree_on_step(pair=pair, title="Bake rye", due_on=None, **by)
    assert services.finish_mentor_step(step=step, **by).done_at == at
    with pytest.raises(services.StepStands):
        services.finish_mentor_step(step=step, **by)
    assert services.reopen_mentor_step(step=step, **by).done_at is None
    assert services.remove_mentor_step(step=step, **by).removed_at == at
    assert services.restore_mentor_step(step=step, **by).removed_at is None


def test_the_goal_is_the_mentees_and_so_is_who_reads_it(cast, at, pair):
    goal = {"pair": pair, "goal": "Bake alone", "leaders_see_goal": True, "at": at}
    with pytest.raises(PermissionDenied):
        services.write_mentoring_goal(**goal, by=cast.charlie)
    assert [one.goal for one in queries.pairs_of_led(cast.alice)] == [""]
    services.write_mentoring_goal(**goal, by=cast.bob)
    (seen,) = queries.pairs_of_led(cast.alice)
    assert (seen.goal, seen.standing, seen.mentor.name) == (
        "Bake alone",
        "runs",
        "Charlie",
    )


@pytest.mark.parametrize("who", ["charlie", "bob", "olga", "gwen", "nora"])
def test_only_leaders_of_the_mentee_see_that_a_pair_is(cast, pair, who):
    assert queries.pairs_of_led(getattr(cast, who)) == []


def test_leaders_read_no_word_of_it(cast, at, pair):
    noted(pair, at, cast.bob)
    for user in (cast.alice, cast.dana, cast.olga, cast.gwen):
        assert not queries.meetings_visible_to(user).exists()
        assert not queries.mentorships_visible_to(user).exists()


def test_days_and_rhythm_are_changed(cast, at, pair):
    end = at.date() + timedelta(days=30)
    pair = services.change_mentoring_days(
        pair=pair, ends_on=end, weeks=2, seen_version=pair.version, by=cast.bob, at=at
    )
    assert (pair.ends_on, pair.weeks) == (end, 2)


def looked_back(cast, at, pair, user, **more):
    usual = {"helped": "yes", "learnt": "Patience", "again": ""}
    return services.evaluate_mentoring(pair=pair, **{**usual, **more}, by=user, at=at)


def test_each_looks_back_and_reads_the_other_afterwards(cast, at, pair):
    with pytest.raises(services.NotEnded):
        looked_back(cast, at, pair, cast.bob)
    services.end_mentoring(pair=pair, by=cast.charlie, at=at)
    looked_back(cast, at, pair, cast.bob)
    assert queries.evaluations_visible_to(cast.bob).count() == 1
    assert queries.evaluations_visible_to(cast.charlie).count() == 0
    looked_back(cast, at, pair, cast.charlie, helped="", learnt="")
    assert queries.evaluations_visible_to(cast.bob).count() == 2
    assert queries.evaluations_visible_to(cast.alice).count() == 0
    unknown = MentorEvaluation.objects.get(writer=cast.person(cast.charlie))
    assert unknown.get_helped_display() == unknown.get_again_display() == "unknown"


def test_it_goes_on_where_it_ended_if_there_is_room(cast, at, pair, ask, room):
    services.end_mentoring(pair=pair, by=cast.bob, at=at)
    with pytest.raises(services.NotRunning):
        noted(pair, at, cast.bob)
    assert services.reopen_mentoring(pair=pair, by=cast.bob, at=at).is_running
    services.end_mentoring(pair=pair, by=cast.bob, at=at)
    other = services.wish_for_mentor(skill=room.baking, by=cast.dana, at=at)
    services.agree_to_mentoring(
        pair=ask(wish=other, by=cast.dana), by=cast.charlie, at=at
    )
    with pytest.raises(services.NoRoom):
        services.reopen_mentoring(pair=pair, by=cast.bob, at=at)


def test_own_pairs_tell_how_things_stand(cast, at, pair):
    noted(pair, at, cast.bob)
    services.agree_on_step(pair=pair, title="Rye", due_on=None, by=cast.bob, at=at)
    own = queries.own_pairs(cast.bob, pair.ends_on + timedelta(days=1))
    (line,) = own.mentors
    assert (line.other.name, line.last_met, line.open_steps, line.is_over) == (
        "Charlie",
        at.date(),
        1,
        True,
    )
    assert queries.own_pairs(cast.charlie, at.date()).mentees[0].other.name == "Bob"


def test_what_waits_is_told_to_whom_it_waits_for(cast, at, ask):
    ask()
    services.ask_to_shadow(
        leader=cast.person(cast.alice),
        on=at.date(),
        occasion="Budget round",
        why="",
        by=cast.charlie,
        at=at,
    )
    waits = {
        name: [
            (one.kind, one.name)
            for one in queries.requests_waiting_for(getattr(cast, name))
        ]
        for name in ("alice", "bob", "charlie", "gwen")
    }
    assert waits == {
        "alice": [("shadowing", "Charlie")],
        "bob": [],
        "charlie": [("mentor", "Bob")],
        "gwen": [],
    }


def test_while_in_doubt_nothing_is_there(cast, at, pair, closed):
    noted(pair, at, cast.bob)
    bob = closed(cast.bob, at)
    assert not queries.meetings_visible_to(bob).exists()
    assert queries.own_pairs(bob, at.date()).mentors == []
    assert queries.requests_waiting_for(bob) == []
    with pytest.raises(PermissionDenied):
        noted(pair, at, bob)
