"""Skill evidence: one's own, that of the people one leads, and what waits for one."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.people.models import Membership, Person, PersonSkill, Skill
from quarterdeck.domains.people.permissions import is_member, standing_of
from quarterdeck.domains.people.queries import led_by, people_visible_to
from quarterdeck.domains.projects.models import Task
from quarterdeck.domains.projects.queries import tasks_visible_to

from ..models import SkillProof

OFFERED = 100


def proofs_visible_to(user: Any) -> QuerySet[SkillProof]:
    """Return the user's own, those of people they lead, and those they are asked for."""
    person_id = standing_of(user).person_id or 0
    near = led_by(user, Person.objects.all()).values("pk")
    rows = SkillProof.objects.filter(Q(person__in=near) | Q(asked_id=person_id))
    rows = rows.select_related("person", "skill", "task", "asked", "answered_by")
    rows = rows if is_member(user) else rows.none()
    return while_private_rooms_are_open(user, rows.order_by("-id"))


def get_proof(*, user: Any, proof_id: int) -> SkillProof:
    return proofs_visible_to(user).get(pk=proof_id)


def proofs_to_answer(user: Any) -> QuerySet[SkillProof]:
    """Return what waits for this user's answer, the oldest first."""
    person_id = standing_of(user).person_id or 0
    rows = proofs_visible_to(user).filter(answer=SkillProof.Answer.OPEN)
    return rows.filter(asked_id=person_id).exclude(person_id=person_id).order_by("id")


@dataclass(frozen=True)
class Shown:
    """Evidence in as few columns as one line of Home needs."""

    proof_id: int
    person: str
    skill: str
    level: int


def lines_to_answer(user: Any, most: int) -> list[Shown]:
    """Return what waits for this user's answer, by whom they are alone."""
    me = standing_of(user).person_id
    if me is None or not is_member(user):
        return []
    rows = SkillProof.objects.filter(asked_id=me, answer=SkillProof.Answer.OPEN)
    rows = while_private_rooms_are_open(user, rows.exclude(person_id=me).order_by("id"))
    found = rows.values_list("pk", "person__name", "skill__name", "level")
    return [Shown(*row) for row in found[:most]]


def who_can_confirm(*, user: Any, person: Person, skill: Skill | None) -> list[Person]:
    """Return the leaders of somebody, then who has the skill at a level of use."""
    able = PersonSkill.objects.filter(level__gte=3)
    able = able.filter(skill=skill) if skill is not None else able.none()
    rows = people_visible_to(user).exclude(pk=person.pk)
    rows = rows.filter(user__is_active=True)
    leaders = list(rows.filter(leading(person))[:OFFERED])
    holders = rows.filter(pk__in=able.values("person_id"))
    others = [one for one in holders[:OFFERED] if one not in leaders]
    return leaders + others


def leading(person: Person) -> Q:
    """The manager, and whoever leads a team of theirs or a team above it."""
    own = Membership.objects.filter(person=person).select_related("team")
    above = {i for membership in own for i in membership.team.ancestor_ids}
    leads = Membership.objects.filter(team_id__in=above, leads=True)
    return Q(pk=person.manager_id) | Q(pk__in=leads.values("person_id"))


def tasks_that_show(*, user: Any, person: Person) -> list[Task]:
    """Return work somebody finished lately, as far as the user may see it."""
    rows = tasks_visible_to(user).filter(status=Task.Status.DONE)
    mine = Q(accountable=person) | Q(contributors__person=person)
    return list(rows.filter(mine).distinct().order_by("-done_at", "-id")[:30])
