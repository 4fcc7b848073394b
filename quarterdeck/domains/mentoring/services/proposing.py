"""Propose pairs among the people one leads; suggest those one chooses."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django_tasks import task

from quarterdeck.domains.background_jobs import services as jobs
from quarterdeck.domains.feedback.queries import who_can_read
from quarterdeck.domains.people.models import Person, PersonSkill
from quarterdeck.domains.people.queries import find_people, led_by
from quarterdeck.engines.pairing import Answer, Need
from quarterdeck.shared.confined import run_confined
from quarterdeck.shared.errors import RuleBroken

from ..models import Mentorship, PairingProposal, ProposedPair
from ..permissions import can_propose_pairs
from ..queries import lines_visible_to
from ..rules import usual_end
from ..translation import lines_from, translate
from .asking import add_pair, lock_need, refuse_misfit
from .telling import person_id_of, tell

SECONDS, MEGABYTES = 60, 400


class NothingChosen(RuleBroken):
    pass


@transaction.atomic
def propose_pairs(*, by: Any, at: datetime) -> PairingProposal:
    """Ask who could mentor the people one leads; a worker finds the best pairs."""
    mine = person_id_of(by)
    if not can_propose_pairs(by):
        raise PermissionDenied
    # One at a time, and the last one stands: what is proposed grows old quickly.
    Person.objects.select_for_update().get(pk=mine)
    earlier = PairingProposal.objects.filter(asked_by_id=mine).select_related("job")
    for one in earlier:
        if one.is_being_made:
            return one
    earlier.delete()
    proposal = PairingProposal.objects.create(
        asked_by_id=mine, created_at=at, updated_at=at
    )
    proposal.job = jobs.start_job(
        solve_pairing,
        proposal_id=proposal.pk,
        name="Look for mentors",
        by=by,
        at=at,
        max_attempts=2,
    )
    proposal.save(update_fields=["job"])
    tell("pairing.asked_for", proposal, by=by, at=at)
    return proposal


@task
def solve_pairing(proposal_id: int) -> None:
    """Pair in a child process: a process that shows pages never loads the solver."""
    row = PairingProposal.objects.select_related("asked_by__user").get(pk=proposal_id)
    asked = translate(_led_by(row), row.created_at.date())
    answer = run_confined(
        "quarterdeck.engines.pairing.solve:solve",
        asked.problem,
        result_type=Answer,
        seconds=SECONDS,
        megabytes=MEGABYTES,
        cancelled=jobs.stop_is_wanted,
    )
    with jobs.completing(url=f"/mentoring/proposals/{row.pk}/") as completion:
        ProposedPair.objects.bulk_create(lines_from(row, asked, answer))
        PairingProposal.objects.filter(pk=row.pk).update(ready_at=row.created_at)
        completion.result = {"pairs": len(answer.pairs), "left": len(answer.left)}


def _led_by(proposal: PairingProposal) -> Any:
    """Whom the asker leads that day, who can sign in: the others could not agree."""
    user = proposal.asked_by.user
    if user is None:
        return Person.objects.none()
    today = proposal.created_at.date()
    rows = find_people(user=user, today=today)
    rows = rows.filter(pk__in=who_can_read(today).values("pk"))
    return led_by(user, rows).exclude(pk=proposal.asked_by_id).order_by().values("pk")


@transaction.atomic
def suggest_pairs(
    *, proposal: PairingProposal, line_ids: Collection[int], by: Any, at: datetime
) -> list[Mentorship]:
    """Ask the two of each chosen line; each is looked at again as things are now."""
    mine = person_id_of(by)
    if proposal.asked_by_id != mine or not can_propose_pairs(by):
        raise PermissionDenied
    lines = lines_visible_to(by, proposal).filter(
        pk__in=line_ids, mentor__isnull=False, suggested=None
    )
    chosen = sorted(lines, key=lambda line: (line.mentor_id, line.pk))
    if not chosen:
        raise NothingChosen("Choose at least one pair that is not suggested yet.")
    return [_suggest(line, mine, by, at) for line in chosen]


def _suggest(line: ProposedPair, mine: int, by: Any, at: datetime) -> Mentorship:
    assert line.mentor is not None
    today = at.date()
    need = lock_need(line.wish, at) if line.wish else _hope(line)
    refuse_misfit(need, line.mentor, today)
    pair = add_pair(
        mentor=line.mentor,
        mentee=line.person,
        wish=line.wish,
        skill=line.skill,
        asked_by_id=mine,
        starts_on=today,
        ends_on=_end(line, today),
        mentor_agreed_at=at if line.mentor_id == mine else None,
        at=at,
    )
    ProposedPair.objects.filter(pk=line.pk).update(suggested=pair)
    # Of the proposal, which is the leader's: the pair itself is no page of theirs.
    two = pair.person_ids
    tell("mentorship.suggested", line.proposal, *two, by=by, at=at)
    return pair


def _hope(line: ProposedPair) -> Need:
    known = PersonSkill.objects.filter(
        person=line.person, skill=line.skill, wants_to_grow=True
    ).first()
    if known is None:
        raise NothingChosen(f"{line.person} no longer wants to grow in {line.skill}.")
    return Need(
        number=0,
        person=line.person_id,
        wished=False,
        skill=line.skill_id,
        level=known.level,
    )


def _end(line: ProposedPair, today: date) -> date:
    """Half a year, or as long as the wish holds."""
    until = line.wish.until if line.wish else None
    return min(until, usual_end(today)) if until else usual_end(today)
