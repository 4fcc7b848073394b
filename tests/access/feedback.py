"""Feedback, questions and thanks among Support, for the matrix."""

from typing import Any

from quarterdeck.domains.feedback import services
from quarterdeck.domains.strategy.models import Value


def add_feedback(world: Any) -> None:
    """Wilma wrote to Omar and named Alice; Omar wrote to Alice, and asked the two."""
    roles, at = world.roles, world.at
    # Somebody whom every role may write to.
    world.ruth = world.cast.person(world.cast._join("Ruth", None))
    _feedback(world, roles, at)
    _questions(world, roles, at)
    _thanks(world, roles, at)


def _feedback(world: Any, roles: Any, at: Any) -> None:
    omar, alice = world.cast.person(roles.other), world.cast.person(roles.leader)
    begun = {"receiver": omar, "by": roles.writer, "at": at}
    words = {"text": world.secret("feedback", "writer", "other", "leader")}
    world.feedback = services.give_feedback(visibility="leaders", words=words, **begun)
    services.keep_note(
        feedback=world.feedback,
        text=world.secret("note", "other"),
        by=roles.other,
        at=at,
    )
    words = {"text": world.secret("draft", "writer")}
    world.draft = services.draft_feedback(visibility="leaders", words=words, **begun)
    words = {"text": "Thrown away"}
    world.discarded = services.draft_feedback(visibility="person", words=words, **begun)
    services.discard_draft(feedback=world.discarded, by=roles.writer, at=at)
    # Upward, between two: not for whoever leads the leader.
    upward = services.give_feedback(
        receiver=alice,
        visibility="person",
        words={"text": world.secret("upward", "other", "leader")},
        by=roles.other,
        at=at,
    )
    reply = world.secret("reply", "other", "leader")
    services.see_feedback(feedback=upward, by=roles.leader, at=at)
    services.reply_to_feedback(feedback=upward, reply=reply, by=roles.leader, at=at)
    world.answered_feedback = upward


def _questions(world: Any, roles: Any, at: Any) -> None:
    people = [world.cast.person(roles.writer), world.cast.person(roles.leader)]

    def ask(name: str, *seen_by: str, people: Any = people) -> Any:
        question = world.secret(name, *seen_by)
        return services.ask_for_feedback(
            question=question, people=people, by=roles.other, at=at
        )

    world.request = ask("question", "other", "writer", "leader")
    world.declined_request = ask("declined", "other", "writer", people=people[:1])
    services.decline_request(
        asking=world.declined_request.asked.get(),
        reason=world.secret("reason-to-decline", "other", "writer"),
        by=roles.writer,
        at=at,
    )
    world.withdrawn_request = ask("taken-back", "other")
    services.withdraw_request(request=world.withdrawn_request, by=roles.other, at=at)


def _thanks(world: Any, roles: Any, at: Any) -> None:
    world.shown_value = Value.objects.get(name="Care")
    omar = world.cast.person(roles.other)
    given = {"people": [omar], "value": world.shown_value, "at": at}
    team = ("writer", "other", "peer", "owner", "leader", "captain")
    world.recognition = services.give_recognition(
        words=world.secret("team-thanks", *team),
        team=world.cast.support,
        by=roles.writer,
        **given,
    )
    world.mark = services.mark_thanked_in_person(
        person=omar, on=at.date(), by=roles.leader, at=at
    )
    world.quiet_recognition = services.give_recognition(
        words=world.secret("quiet-thanks", "writer", "other"), by=roles.writer, **given
    )
