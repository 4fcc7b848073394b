"""Somebody is forgotten: what they share goes with them, and nothing dangles."""

from django.apps import apps
from django.db import connection

from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.one_on_ones import services
from quarterdeck.domains.one_on_ones.models import Motivation, Pair
from quarterdeck.domains.one_on_ones.queries import everything_of, next_meeting

WORDS = "zanzibar"


def everything_that_was_kept() -> str:
    with connection.cursor() as cursor:
        whole = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # names of our own tables
            whole.append(repr(cursor.fetchall()))
    return "".join(whole)


def fill(cast, at, pair):
    meeting = next_meeting(pair)
    for readers in ("pair", "writer"):
        services.write_note(
            meeting=meeting,
            readers=readers,
            part="notes",
            text=WORDS,
            by=cast.bob,
            at=at,
        )
    topic = services.add_topic(pair=pair, text=WORDS, by=cast.bob, at=at)
    services.edit_topic(topic=topic, text=f"{WORDS} again", by=cast.bob, at=at)
    promise = services.make_promise(
        pair=pair,
        promiser=cast.person(cast.bob),
        text=WORDS,
        due_on=at.date(),
        by=cast.bob,
        at=at,
    )
    services.withdraw_promise(
        promise=promise, reason=WORDS, on=at.date(), by=cast.bob, at=at
    )
    services.write_motivation(text=WORDS, audience="team", by=cast.bob, at=at)


def test_not_one_word_stays_and_the_chain_is_whole(cast, at, pair):
    fill(cast, at, pair)
    assert WORDS in everything_that_was_kept()
    bob = cast.person(cast.bob)
    assert services.forget_people(people=[bob], by=cast.olga, at=at) == 1
    assert WORDS not in everything_that_was_kept()
    assert not Pair.objects.exists() and not Motivation.objects.exists()
    assert verify_chain().whole


def test_deleting_a_person_leaves_nothing_that_dangles(cast, at, pair):
    fill(cast, at, pair)
    cast.person(cast.bob).delete()
    assert WORDS not in everything_that_was_kept()
    for model in apps.get_app_config("one_on_ones").get_models():
        assert not model.objects.exists(), model


def test_the_others_spaces_stay(cast, at, pair):
    kept = services.start_pair(person=cast.person(cast.dana), by=cast.alice, at=at)
    services.forget_people(people=[cast.person(cast.bob)], by=cast.olga, at=at)
    assert list(Pair.objects.all()) == [kept]


def test_ones_export_holds_what_is_ones_own(cast, at, pair):
    fill(cast, at, pair)

    def kinds(user):
        return {name: rows.count() for name, rows in everything_of(user).items()}

    mine, theirs = kinds(cast.bob), kinds(cast.alice)
    assert mine["one_on_one_notes"] == 2 and theirs["one_on_one_notes"] == 1
    assert mine["one_on_one_topics"] == 1 and theirs["one_on_one_topics"] == 0
    assert mine["motivation"] == 1 and theirs["motivation"] == 0
    assert set(kinds(cast.dana).values()) == {0}


def test_nothing_is_exported_while_in_doubt(cast, at, pair, closed):
    fill(cast, at, pair)
    bob = closed(cast.bob, at)
    assert {rows.count() for rows in everything_of(bob).values()} == {0}
