"""Roles and plans of the story: who aims for what, and what shows it so far."""

from datetime import datetime

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.development.models import (
    DevelopmentGoal,
    DevelopmentStep,
    ProfileSkill,
    RoleHolding,
    RoleProfile,
    SkillProof,
)
from quarterdeck.domains.goals.models import Goal

from .calendar import moment, working_day
from .cast import Cast
from .story.growth import HOLDINGS, PROOFS, ROLES, WISHES
from .story.telling import Proof, Wish


def grow(cast: Cast, goals: dict[str, Goal]) -> None:
    """Describe the roles, put people in them, and write down what they want."""
    roles = {name: _role(cast, *row) for row in ROLES for name in row[:1]}
    RoleHolding.objects.bulk_create(
        RoleHolding(
            person=cast.people[who],
            profile=roles[role],
            kind=kind,
            since=cast.began.date(),
        )
        for who, role, kind in HOLDINGS
    )
    for wish in WISHES:
        _wish(cast, wish, goals.get(wish.goal))
    for proof in PROOFS:
        _show(cast, proof)


def _role(cast: Cast, name: str, purpose: str, skills: str) -> RoleProfile:
    role = RoleProfile.objects.create(
        name=name,
        purpose=purpose,
        is_demo=True,
        created_at=cast.began,
        updated_at=cast.began,
    )
    for words in skills.split(", "):
        skill, _, level = words.rpartition(" ")
        ProfileSkill.objects.create(
            profile=role, skill=cast.skills[skill], level=int(level)
        )
    cast.diary.note(
        at=cast.began, by=cast.leader, verb="role_profile.added", subject=role
    )
    return role


def _wish(cast: Cast, wish: Wish, goal: Goal | None) -> None:
    at = _days_ago(cast, wish.days_ago)
    skill, _, level = wish.skill.rpartition(" ")
    row = DevelopmentGoal.objects.create(
        person=cast.people[wish.who],
        title=wish.title,
        why=wish.why,
        skill=cast.skills[skill] if skill else None,
        level=int(level) if skill else None,
        team_goal=goal,
        ends_on=working_day(cast.today, wish.by),
        created_at=at,
        updated_at=at,
    )
    for kind, title, day in wish.steps:
        DevelopmentStep.objects.create(
            goal=row,
            kind=kind,
            title=title,
            due_on=working_day(cast.today, day),
            done_at=_days_ago(cast, -day) if day < 0 else None,
            created_at=at,
            updated_at=at,
        )
    _note(cast, wish.who, at, "development_goal.added", row)


def _show(cast: Cast, proof: Proof) -> None:
    at = _days_ago(cast, proof.days_ago)
    skill, _, level = proof.skill.rpartition(" ")
    row = SkillProof.objects.create(
        person=cast.people[proof.who],
        skill=cast.skills[skill],
        level=int(level),
        what=proof.what,
        asked=cast.people[proof.asked],
        created_at=at,
        updated_at=at,
    )
    _note(cast, proof.who, at, "skill_proof.shown", row)


def _note(cast: Cast, who: str, at: datetime, verb: str, subject: object) -> None:
    person = cast.people[who]
    above = person.manager.user_id if person.manager else None
    cast.diary.note(
        at=at,
        by=cast.user(who),
        verb=verb,
        subject=subject,
        audience=activity.private(person.user_id, above),
    )


def _days_ago(cast: Cast, days: int) -> datetime:
    return moment(working_day(cast.today, -days), 11)
