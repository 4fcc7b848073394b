"""Mentoring of the demo, through the real services, on the days when it happened."""

from datetime import datetime, timedelta

from quarterdeck.domains.mentoring import services as rooms
from quarterdeck.domains.mentoring.models import MentorWish
from quarterdeck.domains.projects.models import Project

from .calendar import moment, working_day
from .cast import Cast
from .story import mentoring as story


def help_one_another(cast: Cast) -> None:
    for who, skills, themes, capacity in story.OFFERS:
        rooms.offer_mentoring(
            capacity=capacity,
            skills=[cast.skills[name] for name in skills],
            themes=themes,
            since=cast.began.date(),
            by=cast.user(who),
            at=_ago(cast, 50),
        )
    wishes = [_wish(cast, *row) for row in story.WISHES]
    _mentor(cast, wishes[0])
    for row in story.FOLLOWED:
        _follow(cast, *row)
    _practise(cast, *story.PRACTICE)


def _wish(cast: Cast, who: str, skill: str, theme: str, days: int | None) -> MentorWish:
    return rooms.wish_for_mentor(
        skill=cast.skills[skill] if skill else None,
        theme=theme,
        until=None if days is None else cast.today + timedelta(days=days),
        by=cast.user(who),
        at=_ago(cast, 45),
    )


def _mentor(cast: Cast, wish: MentorWish) -> None:
    at = _ago(cast, 40)
    mentor, mentee = cast.user(story.MENTOR), cast.user(story.MENTEE)
    pair = rooms.ask_mentor(
        wish=wish,
        mentor=cast.people[story.MENTOR],
        goal=story.GOAL,
        leaders_see_goal=True,
        starts_on=at.date(),
        ends_on=cast.today + timedelta(days=60),
        weeks=3,
        by=mentee,
        at=at,
    )
    rooms.agree_to_mentoring(pair=pair, by=mentor, at=at + timedelta(hours=5))
    for days, who, talked in story.MEETINGS:
        on = _ago(cast, days)
        rooms.note_meeting(
            pair=pair, on=on.date(), talked=talked, by=cast.user(who), at=on
        )
    for title, due, done in story.STEPS:
        due_on = working_day(cast.today, due)
        step = rooms.agree_on_step(
            pair=pair, title=title, due_on=due_on, by=mentor, at=_ago(cast, 30)
        )
        if done:
            rooms.finish_mentor_step(step=step, by=mentee, at=_ago(cast, -due))


def _follow(
    cast: Cast,
    who: str,
    whom: str,
    day: int,
    occasion: str,
    why: str,
    reply: str,
    log: str,
) -> None:
    row = rooms.ask_to_shadow(
        leader=cast.people[whom],
        on=working_day(cast.today, day),
        occasion=occasion,
        why=why,
        by=cast.user(who),
        at=_ago(cast, 12),
    )
    if not log:
        return
    rooms.accept_shadow(row=row, reply=reply, by=cast.user(whom), at=_ago(cast, 11))
    rooms.write_shadow_log(
        row=row, text=log, is_shared=True, by=cast.user(who), at=_ago(cast, 5)
    )


def _practise(
    cast: Cast,
    who: str,
    project: str,
    to_learn: str,
    sponsor: str,
    giver: str,
    start: int,
    end: int,
) -> None:
    rooms.give_leadership_project(
        person=cast.people[who],
        project=Project.objects.get(name=project, is_demo=True),
        to_learn=to_learn,
        sponsor=cast.people[sponsor],
        step=None,
        starts_on=working_day(cast.today, start),
        ends_on=working_day(cast.today, end),
        by=cast.user(giver),
        at=_ago(cast, 28),
    )


def _ago(cast: Cast, days: int) -> datetime:
    return moment(working_day(cast.today, -days), 10)
