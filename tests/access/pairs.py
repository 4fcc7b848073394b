"""Two people who meet, and a private text in each field that they can write in."""

from datetime import timedelta

from quarterdeck.domains.one_on_ones.models import (
    Meeting,
    Motivation,
    Note,
    Pair,
    Promise,
    Topic,
)

BOTH = ("writer", "other")


def add_pairs(world) -> None:
    """Wilma writes, Omar is the other; Uma and Alice share one more space."""
    cast, roles = world.cast, world.roles
    roles.newcomer = cast._join("Noa", cast.kitchen)
    writer, other = cast.person(roles.writer), cast.person(roles.other)
    world.pair = _pair(world, writer, other)
    _texts(world, writer, other)
    _spaces_with_others(world, writer)
    _unproven(world)


def _pair(world, one, two, **fields):
    first, second = sorted((one, two), key=lambda person: person.pk)
    usual = {"began_at": world.at, "next_on": world.at.date(), "asked_by": one}
    return Pair.objects.create(
        first=first, second=second, **world.stamped(**{**usual, **fields})
    )


def _texts(world, writer, other) -> None:
    pair, at = world.pair, world.at
    world.past_meeting = _meeting(world, pair, closed_at=at, opened_at=at)
    world.meeting = _meeting(world, pair, opened_at=at, coaching=True)
    for part in ("notes", "goal", "reality", "options", "will"):
        _note(world, part, "pair", None, world.secret(f"common-{part}", *BOTH))
    _note(world, "notes", "writer", writer, world.secret("own-notes", "writer"))
    _note(world, "notes", "writer", other, world.secret("others-notes", "other"))

    def topic(name, **fields):
        return Topic.objects.create(
            pair=pair,
            text=world.secret(name, *BOTH),
            added_by=writer,
            **world.stamped(**fields),
        )

    world.topic = topic("topic")
    world.closed_topic = topic("talked", closed_at=at, closed_in=world.meeting)
    world.removed_topic = topic("taken-off", removed_at=at)

    def promise(name, **fields):
        return Promise.objects.create(
            pair=pair,
            promiser=writer,
            text=world.secret(name, *BOTH),
            due_on=at.date() + timedelta(days=3),
            made_in=world.meeting,
            **world.stamped(**fields),
        )

    world.promise = promise("promise")
    world.kept_promise = promise("kept", kept_on=at.date())
    promise("gone", withdrawn_on=at.date(), reason=world.secret("reason-why", *BOTH))
    Motivation.objects.create(
        person=writer,
        text=world.secret("motive", *BOTH),
        audience="partners",
        **world.stamped(),
    )
    Motivation.objects.create(
        person=other,
        text=world.secret("own-motive", "other"),
        audience="me",
        **world.stamped(),
    )


def _spaces_with_others(world, writer) -> None:
    """Somebody asks her, with somebody she meets no more, with one she just began."""
    tims = [world.cast._join(f"Tim{number}", world.cast.kitchen) for number in range(3)]
    asking, former, new = map(world.cast.person, tims)
    world.asked_pair = _pair(world, asking, writer, began_at=None)
    world.ended_pair = _pair(world, former, writer, ended_at=world.at)
    world.fresh_pair = _pair(world, new, writer)
    for pair in (world.ended_pair, world.fresh_pair):
        _meeting(world, pair)


def _unproven(world) -> None:
    """Uma's space with her leader: Alice reads it, Uma's account is in doubt."""
    cast = world.cast
    uma, alice = cast.person(world.roles.unproven), cast.person(cast.alice)
    pair = world.umas_pair = _pair(world, alice, uma)
    meeting = _meeting(world, pair)
    Topic.objects.create(
        pair=pair, text=world.secret("of-uma", "leader"), **world.stamped()
    )
    Note.objects.create(
        meeting=meeting,
        readers="writer",
        part="notes",
        writer=uma,
        text=world.secret("umas-own"),
        **world.stamped(),
    )


def _meeting(world, pair, **fields):
    return Meeting.objects.create(pair=pair, **world.stamped(**fields))


def _note(world, part, readers, writer, text):
    Note.objects.create(
        meeting=world.meeting,
        part=part,
        readers=readers,
        writer=writer,
        text=text,
        **world.stamped(),
    )
