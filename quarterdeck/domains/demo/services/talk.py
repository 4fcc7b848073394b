"""A guided conversation of the demo, through the real services."""

from datetime import datetime, timedelta

from quarterdeck.domains.conversations import services as rooms

from .cast import Cast
from .story import talk as story


def talk_it_through(cast: Cast) -> None:
    """Both sides are shown, options are gathered, and one of the two has said yes."""
    opener, other = cast.user(story.OPENED_BY), cast.user(story.WITH)
    talk = rooms.open_conversation(
        other=cast.people[story.WITH], about=story.ABOUT, by=opener, at=_ago(cast, 12)
    )
    rooms.agree_to_conversation(conversation=talk, by=other, at=_ago(cast, 11))
    for number, (who, seen, interests) in enumerate(story.VIEWS):
        acting = {"conversation": talk, "by": cast.user(who)}
        at = _ago(cast, 9 - number)
        rooms.write_view(seen=seen, interests=interests, at=at, **acting)
        rooms.hand_in_view(at=at, **acting)
    for who, text in story.OPTIONS:
        rooms.add_option(
            conversation=talk, text=text, by=cast.user(who), at=_ago(cast, 4)
        )
    for who, what, days in story.UNDERTAKINGS:
        rooms.add_undertaking(
            conversation=talk,
            person=cast.people[who],
            what=what,
            due_on=cast.today + timedelta(days=days),
            by=opener,
            at=_ago(cast, 2),
        )
    rooms.set_follow_up(
        conversation=talk,
        on=cast.today + timedelta(days=story.LOOK_BACK_IN),
        by=other,
        at=_ago(cast, 2),
    )
    first = cast.user(story.AGREES_FIRST)
    rooms.agree_to_all(conversation=talk, by=first, at=_ago(cast, 1))
    who, words = story.CONTACT
    rooms.name_contact(
        person=cast.people[who], words=words, by=cast.leader, at=_ago(cast, 20)
    )


def _ago(cast: Cast, days: int) -> datetime:
    return cast.at - timedelta(days=days)
