"""The catalogue: what is offered, what it trains, and how it is scored."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.models import Skill
from quarterdeck.shared.errors import RuleBroken

from ..models import CriterionScore, Programme, ProgrammeSkill, Topic
from ..permissions import can_curate_catalogue
from .audiences import tell_everyone


class ProgrammeRetired(RuleBroken):
    pass


@transaction.atomic
def add_programme(
    *, name: str, by: Any, at: datetime, topics: Iterable[Topic] = (), **facts: Any
) -> Programme:
    """Put a programme into the catalogue; what nobody knows yet stays empty."""
    must_curate(by)
    programme = Programme.objects.create(
        name=name.strip(), created_at=at, updated_at=at, **facts
    )
    programme.topics.set(topics)
    tell_everyone("programme.added", programme, by, at)
    return programme


@transaction.atomic
def edit_programme(
    *,
    programme: Programme,
    changes: Mapping[str, Any],
    seen_version: int | None,
    by: Any,
    at: datetime,
) -> Programme:
    programme, wanted = _locked(programme, by), dict(changes)
    topics = wanted.pop("topics", None)
    made = activity.revise(programme, wanted, at=at, seen_version=seen_version)
    if topics is not None and (
        change := _set_topics(programme, topics, at, bool(made))
    ):
        made = [*made, change]
    if made:
        tell_everyone("programme.edited", programme, by, at, made)
    return programme


@transaction.atomic
def train_skill(
    *, programme: Programme, skill: Skill, level: int, by: Any, at: datetime
) -> ProgrammeSkill:
    """Say that it trains a skill, and up to which level; or another level than before."""
    programme = _locked(programme, by)
    row = ProgrammeSkill.objects.filter(programme=programme, skill=skill).first()
    before = row.level if row is not None else None
    if row is None:
        row = ProgrammeSkill(programme=programme, skill=skill)
    if before != level:
        row.level = level
        row.save()
        change = activity.revise_beside(
            programme, f"skill:{skill.pk}", before, level, at=at
        )
        tell_everyone("programme.edited", programme, by, at, [change])
    return row


@transaction.atomic
def no_longer_train_skill(
    *, programme: Programme, skill: Skill, by: Any, at: datetime
) -> None:
    programme = _locked(programme, by)
    row = ProgrammeSkill.objects.filter(programme=programme, skill=skill).first()
    if row is not None:
        row.delete()
        change = activity.revise_beside(
            programme, f"skill:{skill.pk}", row.level, None, at=at
        )
        tell_everyone("programme.edited", programme, by, at, [change])


@transaction.atomic
def score_programme(
    *,
    programme: Programme,
    criterion: str,
    score: int | None,
    by: Any,
    at: datetime,
    evidence: str = "",
) -> CriterionScore:
    """Say how far it meets a criterion and what shows it; None: nobody knows."""
    programme = _locked(programme, by)
    row, _ = CriterionScore.objects.get_or_create(
        programme=programme,
        criterion=criterion,
        defaults={"created_at": at, "updated_at": at},
    )
    made = activity.revise(row, {"score": score, "evidence": evidence}, at=at)
    if made:
        tell_everyone("programme.scored", programme, by, at, made)
    return row


@transaction.atomic
def retire_programme(*, programme: Programme, by: Any, at: datetime) -> None:
    """Take it out of the catalogue; who was in it keeps their place and answers."""
    programme = _locked(programme, by)
    made = activity.revise(programme, {"retired_at": at}, at=at)
    tell_everyone("programme.retired", programme, by, at, made)


@transaction.atomic
def restore_programme(*, programme: Programme, by: Any, at: datetime) -> None:
    must_curate(by)
    programme = Programme.objects.select_for_update().get(pk=programme.pk)
    made = activity.revise(programme, {"retired_at": None}, at=at)
    if made:
        tell_everyone("programme.restored", programme, by, at, made)


def must_curate(by: Any) -> None:
    if not can_curate_catalogue(by):
        raise PermissionDenied


def _locked(programme: Programme, by: Any) -> Programme:
    must_curate(by)
    programme = Programme.objects.select_for_update().get(pk=programme.pk)
    if programme.retired_at is not None:
        raise ProgrammeRetired(f"“{programme}” is retired. Restore it first.")
    return programme


def _set_topics(
    programme: Programme, topics: Iterable[Topic], at: datetime, counted: bool
) -> activity.FieldChange | None:
    before = sorted(programme.topics.values_list("pk", flat=True))
    after = sorted(topic.pk for topic in topics)
    if before == after:
        return None
    programme.topics.set(after)
    return activity.revise_beside(
        programme, "topics", before, after, at=at, counted=counted
    )
