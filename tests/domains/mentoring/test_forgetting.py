"""Somebody is forgotten: what is theirs goes, what is another's is unlinked."""

from django.db import connection

from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.mentoring import services
from quarterdeck.domains.mentoring.models import (
    LeadershipProject,
    MentorOffer,
    Mentorship,
    MentorWish,
    PairingProposal,
    Shadowing,
    ShadowLog,
)
from quarterdeck.domains.mentoring.queries import own_mentoring_records
from quarterdeck.domains.projects.models import Project

WORDS = "zanzibar"


def everything_that_was_kept() -> str:
    with connection.cursor() as cursor:
        whole = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # names of our own tables
            whole.append(repr(cursor.fetchall()))
    return "".join(whole)


def forget(cast, at, user):
    people = [cast.person(user)]
    return services.forget_people(people=people, by=cast.dana, at=at)


def fill(cast, at, pair, days):
    by = {"by": cast.bob, "at": at}
    services.note_meeting(pair=pair, on=at.date(), talked=WORDS, **by)
    services.agree_on_step(pair=pair, title=WORDS, due_on=None, **by)
    services.wish_for_mentor(theme=WORDS, **by)
    services.propose_pairs(by=cast.alice, at=at)
    row = services.ask_to_shadow(
        leader=cast.person(cast.alice), on=at.date(), occasion=WORDS, why=WORDS, **by
    )
    services.accept_shadow(row=row, reply="Fine", by=cast.alice, at=at)
    services.write_shadow_log(row=row, text=WORDS, is_shared=True, **by)
    fair = Project.objects.create(
        name="Fair", team=cast.support, created_at=at, updated_at=at
    )
    practice = services.give_leadership_project(
        person=cast.person(cast.bob),
        project=fair,
        to_learn=WORDS,
        sponsor=cast.person(cast.charlie),
        step=None,
        **days,
        **by,
    )
    services.debrief_leadership_project(
        row=practice, learnt=WORDS, differently=WORDS, **by
    )


def test_not_one_word_of_somebody_stays(cast, at, pair, days):
    fill(cast, at, pair, days)
    assert WORDS in everything_that_was_kept()
    assert forget(cast, at, cast.bob) == 1
    assert WORDS not in everything_that_was_kept()
    for model in (Mentorship, MentorWish, Shadowing, LeadershipProject):
        assert not model.objects.exists(), model
    assert MentorOffer.objects.get().person == cast.person(cast.charlie)
    assert verify_chain().whole


def test_what_others_wrote_stays_with_them_unlinked(cast, at, pair, days):
    fill(cast, at, pair, days)
    forget(cast, at, cast.alice)
    assert not PairingProposal.objects.exists()
    assert Shadowing.objects.get().leader is None
    assert ShadowLog.objects.get().text == WORDS
    forget(cast, at, cast.charlie)
    assert LeadershipProject.objects.get().sponsor is None
    assert not Mentorship.objects.exists() and not MentorOffer.objects.exists()
    assert MentorWish.objects.filter(person=cast.person(cast.bob)).count() == 2


def test_deleting_a_person_leaves_nothing_that_dangles(cast, at, pair, days):
    fill(cast, at, pair, days)
    cast.person(cast.alice).delete()
    cast.person(cast.bob).delete()
    assert WORDS not in everything_that_was_kept()


def test_ones_export_holds_what_is_ones_own(cast, at, pair, days, closed):
    fill(cast, at, pair, days)

    def kinds(user):
        records = own_mentoring_records(user)
        return {name: rows.count() for name, rows in records.items() if rows.count()}

    assert kinds(cast.bob) == {
        "mentor_wishes": 2,
        "mentorships": 1,
        "mentor_meetings": 1,
        "mentor_steps": 1,
        "shadowings": 1,
        "shadow_logs": 1,
        "leadership_projects": 1,
    }
    assert kinds(cast.alice) == {"shadowings": 1}
    assert set(kinds(cast.charlie)) == {
        "mentor_offer",
        "mentorships",
        "mentor_meetings",
        "mentor_steps",
        "leadership_projects",  # as the one who backs it up
    }
    assert kinds(closed(cast.bob, at)) == {}
