"""Skill evidence: shown by oneself, confirmed by somebody who can tell."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quarterdeck.domains.activity.services import revise_privately
from quarterdeck.domains.people.models import Person, Skill
from quarterdeck.domains.people.services import confirm_level
from quarterdeck.domains.projects.models import Task
from quarterdeck.shared.errors import RuleBroken

from ..models import SkillProof
from ..permissions import can_answer_proof, can_show_proof
from ..queries.proofs import who_can_confirm
from .audiences import tell

Answer = SkillProof.Answer


class AlreadyShown(RuleBroken):
    pass


class WhoCannotConfirm(RuleBroken):
    pass


class ProofAnswered(RuleBroken):
    pass


@transaction.atomic
def show_skill(
    *,
    person: Person,
    skill: Skill,
    level: int,
    what: str,
    asked: Person,
    by: Any,
    at: datetime,
    task: Task | None = None,
) -> SkillProof:
    """Say what one did that shows a level, and ask somebody who can tell."""
    if not can_show_proof(by, person):
        raise PermissionDenied
    if asked not in who_can_confirm(user=by, person=person, skill=skill):
        raise WhoCannotConfirm(
            f"{asked} neither leads {person} nor has “{skill}” at level 3 or above."
        )
    try:
        with transaction.atomic():
            proof = SkillProof.objects.create(
                person=person,
                skill=skill,
                level=level,
                what=what,
                asked=asked,
                task=task,
                created_at=at,
                updated_at=at,
            )
    except IntegrityError:
        raise AlreadyShown(
            f"“{skill}” already waits for an answer. Withdraw that first."
        ) from None
    tell("skill_proof.shown", proof, person, by=by, at=at, also=[asked.user_id])
    return proof


@transaction.atomic
def confirm_proof(
    *, proof: SkillProof, by: Any, at: datetime, on: date, reply: str = ""
) -> SkillProof:
    """Say that the level is shown: the skill card and the planner know it from now."""
    proof = _locked(proof)
    if not can_answer_proof(by, proof):
        raise PermissionDenied
    _answer(proof, Answer.CONFIRMED, reply, by, at)
    confirm_level(
        person=proof.person,
        skill=proof.skill,
        level=proof.level,
        evidence=proof.what[:300],
        by=by,
        at=at,
        on=on,
    )
    _tell("skill_proof.confirmed", proof, by, at)
    return proof


@transaction.atomic
def decline_proof(
    *, proof: SkillProof, reply: str, by: Any, at: datetime
) -> SkillProof:
    """Say what is still missing; the level stays as it was."""
    proof = _locked(proof)
    if not can_answer_proof(by, proof):
        raise PermissionDenied
    _answer(proof, Answer.DECLINED, reply, by, at)
    _tell("skill_proof.declined", proof, by, at)
    return proof


@transaction.atomic
def withdraw_proof(*, proof: SkillProof, by: Any, at: datetime) -> SkillProof:
    proof = _locked(proof)
    if not can_show_proof(by, proof.person):
        raise PermissionDenied
    _answer(proof, Answer.WITHDRAWN, "", by, at)
    _tell("skill_proof.withdrawn", proof, by, at)
    return proof


def _locked(proof: SkillProof) -> SkillProof:
    rows = SkillProof.objects.select_for_update(of=("self",))
    return rows.select_related("person", "skill", "asked").get(pk=proof.pk)


def _answer(proof: SkillProof, answer: str, reply: str, by: Any, at: datetime) -> None:
    if proof.answer != Answer.OPEN:
        said = proof.get_answer_display().lower()
        raise ProofAnswered(f"This was answered already: {said}.")
    changes = {
        "answer": answer,
        "reply": reply,
        "answered_at": at,
        "answered_by": by,
    }
    revise_privately(proof, changes, at=at)


def _tell(verb: str, proof: SkillProof, by: Any, at: datetime) -> None:
    also = [proof.asked.user_id] if proof.asked is not None else []
    tell(verb, proof, proof.person, by=by, at=at, also=also)
