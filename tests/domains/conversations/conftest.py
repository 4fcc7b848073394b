import pytest

from quarterdeck.domains.conversations import services


@pytest.fixture
def talk(cast, at):
    """Bob asked Charlie, who agreed."""
    conversation = services.open_conversation(
        other=cast.person(cast.charlie), about="The handover", by=cast.bob, at=at
    )
    return services.agree_to_conversation(
        conversation=conversation, by=cast.charlie, at=at
    )


@pytest.fixture
def write(at, talk):
    def down(user, words="W", hand_in=True):
        view = services.write_view(
            conversation=talk, seen=words, interests=words, by=user, at=at
        )
        if hand_in:
            view = services.hand_in_view(conversation=talk, by=user, at=at)
        return view

    return down


@pytest.fixture
def agreed(cast, at, talk, write):
    """Both views are shown, Bob does something, both agree; they look back today."""
    write(cast.bob)
    write(cast.charlie)
    services.add_undertaking(
        conversation=talk,
        person=cast.person(cast.bob),
        what="Call before five",
        due_on=at.date(),
        by=cast.charlie,
        at=at,
    )
    services.set_follow_up(conversation=talk, on=at.date(), by=cast.bob, at=at)
    for user in (cast.bob, cast.charlie):
        services.agree_to_all(conversation=talk, by=user, at=at)
    talk.refresh_from_db()
    return talk
