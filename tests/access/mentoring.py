"""Wilma is mentored by Omar, follows him for a day, and practises leading; he backs her.

What the two write is theirs. Alice and Dana, who lead Wilma, read her wishes and what
she practises; of the pair they see that it is.
"""

from datetime import timedelta
from typing import Any

from quarterdeck.domains.mentoring.models import (
    LeadershipProject,
    MentorEvaluation,
    MentorMeeting,
    MentorOffer,
    Mentorship,
    MentorStep,
    MentorWish,
    PairingProposal,
    ProposedPair,
    Shadowing,
    ShadowLog,
)
from quarterdeck.domains.projects.models import Project

BOTH = ("writer", "other")
LED = ("writer", "leader", "captain")
ALL = (*BOTH, "leader", "captain")


def add_mentoring(world: Any) -> None:
    cast, roles = world.cast, world.roles
    writer, other = cast.person(roles.writer), cast.person(roles.other)
    tims = [cast._join(f"Tom{number}", cast.kitchen) for number in range(3)]
    world.free_mentor, asking, former = map(cast.person, tims)
    _offers(world, writer, [other, world.free_mentor, asking, former])
    _pairs(world, writer, other, asking, former)
    _shadowing(world, writer, other)
    _practice(world, writer, other)


def _offers(world: Any, writer: Any, mentors: list[Any]) -> None:
    since = {"since": world.at.date()}
    for person in mentors:
        MentorOffer.objects.create(
            person=person, capacity=3, themes="Speaking", **since, **world.stamped()
        )
    MentorOffer.objects.create(
        person=writer, withdrawn_at=world.at, themes="T", **since, **world.stamped()
    )

    def wish(name: str, **more: Any) -> MentorWish:
        theme = world.secret(name, *LED)
        return MentorWish.objects.create(
            person=writer, theme=theme, **world.stamped(**more)
        )

    world.mentor_wish = wish("mentor-theme")
    world.withdrawn_wish = wish("withdrawn-theme", withdrawn_at=world.at)
    leader = world.cast.person(world.roles.leader)
    world.pairing = PairingProposal.objects.create(
        asked_by=leader, **world.stamped(ready_at=world.at)
    )
    world.pairing_line = ProposedPair.objects.create(
        proposal=world.pairing,
        person=writer,
        wish=world.mentor_wish,
        mentor=world.free_mentor,
    )


def _pairs(world: Any, writer: Any, other: Any, asking: Any, former: Any) -> None:
    at, today = world.at, world.at.date()

    def pair(mentor: Any, goal: str, **more: Any) -> Mentorship:
        usual = {"began_at": at, "mentor_agreed_at": at, "mentee_agreed_at": at}
        usual["asked_by"] = writer
        return Mentorship.objects.create(
            mentor=mentor,
            mentee=writer,
            goal=goal,
            starts_on=today,
            ends_on=today + timedelta(days=90),
            **world.stamped(**{**usual, **more}),
        )

    world.mentorship = pair(other, world.secret("mentor-goal", *BOTH))
    asked = {"began_at": None, "mentee_agreed_at": None, "asked_by": asking}
    world.asked_mentorship = pair(asking, "", **asked)
    shared = world.secret("shared-goal", *LED)
    world.closed_mentorship = pair(former, shared, leaders_see_goal=True, ended_at=at)
    world.ended_mentorship = pair(other, "", ended_at=at)
    MentorEvaluation.objects.create(
        mentorship=world.ended_mentorship,
        writer=other,
        learnt=world.secret("said-by-the-mentor", "other"),
        **world.stamped(),
    )
    world.mentor_meeting = MentorMeeting.objects.create(
        mentorship=world.mentorship,
        on=today,
        talked=world.secret("mentor-talk", *BOTH),
        written_by=writer,
        **world.stamped(),
    )

    def step(name: str, **more: Any) -> MentorStep:
        return MentorStep.objects.create(
            mentorship=world.mentorship,
            title=world.secret(name, *BOTH),
            **world.stamped(**more),
        )

    world.mentor_step = step("mentor-step")
    world.done_mentor_step = step("done-mentor-step", done_at=at)
    world.removed_mentor_step = step("removed-mentor-step", removed_at=at)


def _shadowing(world: Any, writer: Any, other: Any) -> None:
    def row(name: str, **more: Any) -> Shadowing:
        return Shadowing.objects.create(
            shadow=writer,
            leader=other,
            on=world.at.date(),
            occasion=world.secret(name, *BOTH),
            **world.stamped(**more),
        )

    def log(of: Shadowing, name: str, *seen_by: str, **more: Any) -> None:
        text = world.secret(name, *seen_by)
        ShadowLog.objects.create(shadowing=of, text=text, **world.stamped(**more))

    world.shadowing = row("followed", answer="accepted", answered_at=world.at)
    log(world.shadowing, "own-log", "writer")
    world.asked_shadowing = row("asked-to-follow")
    world.shared_shadowing = row("followed-too", answer="accepted")
    log(world.shared_shadowing, "shared-log", *BOTH, is_shared=True)


def _practice(world: Any, writer: Any, other: Any) -> None:
    project = world.practice_project = Project.objects.create(
        name="Fair", team=world.cast.support, **world.stamped()
    )

    def row(name: str, **more: Any) -> LeadershipProject:
        return LeadershipProject.objects.create(
            person=writer,
            project=project,
            to_learn=world.secret(name, *ALL),
            sponsor=other,
            given_by=world.cast.person(world.roles.leader),
            starts_on=world.at.date(),
            ends_on=world.at.date(),
            **world.stamped(**more),
        )

    world.removed_practice = row("removed-practice", removed_at=world.at)
    LeadershipProject.objects.filter(pk=world.removed_practice.pk).update(project=None)
    world.practice = row("practice")
