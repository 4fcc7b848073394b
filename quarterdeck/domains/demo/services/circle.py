"""The leaders' circle of the demo, through the real services."""

from datetime import datetime, time, timedelta

from quarterdeck.domains.circles import services as rooms
from quarterdeck.domains.circles.models import Case, Circle

from .cast import Cast
from .story import circle as story


def gather_a_circle(cast: Cast) -> None:
    at = _ago(cast, 40)
    starting = cast.user(story.STARTS)
    circle = rooms.start_circle(
        name=story.NAME, purpose=story.PURPOSE, rule=story.RULE, by=starting, at=at
    )
    for who in (*story.JOIN, story.INVITED):
        rooms.invite_to_circle(
            circle=circle, person=cast.people[who], by=starting, at=at
        )
    for who in story.JOIN:
        rooms.join_circle(
            circle=circle, rule_number=circle.rule_number, by=cast.user(who), at=at
        )
    rooms.plan_circle_meeting(
        circle=circle,
        on=cast.today + timedelta(days=story.MEETS_IN),
        time=time(16),
        words="At the café, in the back room",
        by=starting,
        at=_ago(cast, 3),
    )
    for number, told in enumerate(story.CASES):
        _bring(cast, circle, told, _ago(cast, 30 - 14 * number))
    _share(cast)


def _bring(
    cast: Cast,
    circle: Circle,
    told: tuple[str, str, str, str, tuple[tuple[str, str], ...], str],
    at: datetime,
) -> None:
    who, situation, tried, question, said, taken = told
    case = rooms.share_case(
        circle=circle,
        situation=situation,
        tried=tried,
        question=question,
        by=cast.user(who),
        at=at,
    )
    for other, text in said:
        at += timedelta(hours=3)
        rooms.contribute(case=case, text=text, by=cast.user(other), at=at)
    if taken:
        rooms.write_takeaway(case=case, text=taken, by=cast.user(who), at=at)


def _share(cast: Cast) -> None:
    who, title, text = story.LESSON
    case = Case.objects.get(author=cast.people[who])
    rooms.share_lesson(
        case=case, title=title, text=text, by=cast.user(who), at=_ago(cast, 6)
    )


def _ago(cast: Cast, days: int) -> datetime:
    return cast.at - timedelta(days=days)
