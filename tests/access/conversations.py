"""Conversations of Wilma: with Omar at each step, and others who ask or are asked."""

from typing import Any

from quarterdeck.domains.conversations import services
from quarterdeck.domains.conversations.models import Conversation, View

BOTH = ("writer", "other")


def add_conversations(world: Any) -> None:
    cast, roles, at = world.cast, world.roles, world.at
    writer, other = roles.writer, roles.other

    def begin(name: str, by: Any = writer, to: Any = other) -> Any:
        talk = services.open_conversation(
            other=cast.person(to), about=world.secret(name, *BOTH), by=by, at=at
        )
        return services.agree_to_conversation(conversation=talk, by=to, at=at)

    def write(talk: Any, user: Any, words: str) -> None:
        said = {"seen": words, "interests": words, "by": user, "at": at}
        services.write_view(conversation=talk, **said)
        services.hand_in_view(conversation=talk, by=user, at=at)

    # Both sides are shown, and something is agreed on.
    talk = world.conversation = begin("talk")
    write(talk, writer, world.secret("view-writer", *BOTH))
    write(talk, other, world.secret("view-other", *BOTH))
    acting = {"conversation": talk, "by": writer, "at": at}
    world.option = services.add_option(text=world.secret("option", *BOTH), **acting)
    world.undertaking = services.add_undertaking(
        person=cast.person(writer),
        what=world.secret("undertaking", *BOTH),
        due_on=at.date(),
        **acting,
    )
    services.set_follow_up(on=at.date(), **acting)
    _settled(world, begin, write)
    # Views that nobody but their writers may see.
    unseen = world.unseen_conversation = begin("unseen")
    for name, user in (("writer", writer), ("other", other)):
        words = {"seen": world.secret(f"unseen-{name}", name), "interests": ""}
        services.write_view(conversation=unseen, by=user, at=at, **words)
    # Wilma has handed hers in; Omar may still write his.
    world.half_conversation = begin("half")
    write(world.half_conversation, writer, world.secret("half-writer", "writer"))
    _asked(world, begin)


def _settled(world: Any, begin: Any, write: Any) -> None:
    """Both agreed, one thing is done, and today they look back."""
    cast, roles, at = world.cast, world.roles, world.at
    talk = world.settled_conversation = begin("settled")
    for user in (roles.writer, roles.other):
        write(talk, user, "Shown")
    acting = {"conversation": talk, "by": roles.writer, "at": at}
    mine = {"person": cast.person(roles.writer), "due_on": at.date()}
    world.done_undertaking = services.add_undertaking(what="Call", **mine, **acting)
    services.set_follow_up(on=at.date(), **acting)
    for user in (roles.writer, roles.other):
        services.agree_to_all(conversation=talk, by=user, at=at)
    services.finish_undertaking(
        undertaking=world.done_undertaking, on=at.date(), by=roles.writer, at=at
    )
    closed = world.closed_conversation = begin("closed")
    services.close_conversation(conversation=closed, by=roles.writer, at=at)


def _asked(world: Any, begin: Any) -> None:
    """Hana asks Wilma; in Hana's other one with Hugo, Wilma is asked to help."""
    cast, at, roles = world.cast, world.at, world.roles
    hana, hugo = cast._join("Hana", None), cast._join("Hugo", None)
    writer = cast.person(roles.writer)
    world.asking_conversation = services.open_conversation(
        other=writer, about=world.secret("asks", "writer"), by=hana, at=at
    )
    # Of the one she is asked to help in, not even what it is about.
    helped = world.helped_conversation = begin("to-help", by=hana, to=hugo)
    world.secrets[helped.about] = frozenset()
    services.ask_helper(conversation=helped, person=writer, by=hana, at=at)
    services.agree_to_helper(conversation=helped, by=hugo, at=at)
    # Omar asks for a helper; Wilma may agree.
    wanted = world.wanted_conversation = begin("wanted")
    person = cast.person(hugo)
    services.ask_helper(conversation=wanted, person=person, by=roles.other, at=at)
    stamped = world.stamped()
    umas = Conversation.objects.create(
        opener=cast.person(roles.unproven),
        other=person,
        about=world.secret("umas-talk"),
        began_at=at,
        **stamped,
    )
    View.objects.create(
        conversation=umas,
        writer=umas.opener,
        seen=world.secret("umas-view"),
        **stamped,
    )
    person = cast.person(hana)
    services.name_contact(person=person, words="Room 4", by=cast.olga, at=at)
