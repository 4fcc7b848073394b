"""Make a proposal: read, compute in a bounded child process, write the outcome at once.

What knows the planner is imported when a plan is made: the process that only shows
pages never loads the engine and its numerical libraries.
"""

from datetime import datetime

from django.db import transaction
from django_tasks import task

from quarterdeck.domains.background_jobs import services as jobs

from ..models import Proposal


@task
def solve_proposal(proposal_id: int) -> None:
    """Plan for one proposal; the job's result is the link to it."""
    from .answering import write_answer
    from .asking import planner_begun, question_for
    from .parts import planned_in_parts

    # the planner comes up while the records are read
    with planner_begun() as ask:
        rows = Proposal.objects.select_related("team", "scenario")
        proposal = rows.get(pk=proposal_id)
        translation, question = question_for(proposal)
        answer = ask(planned_in_parts(proposal, question), proposal)
    url = f"/plan/proposals/{proposal.pk}/"
    if proposal.scenario_id is not None:
        url = f"/plan/what-if/{proposal.scenario_id}/"
    with jobs.completing(url=url):
        write_answer(proposal, translation, answer)


def plan_now(*, proposal: Proposal, ended_at: datetime | None = None) -> Proposal:
    """Make a proposal in this process's time, for a command that waits for it."""
    from .answering import write_answer
    from .asking import ask, question_for
    from .parts import planned_in_parts

    translation, question = question_for(proposal)
    answer = ask(planned_in_parts(proposal, question), proposal)
    with transaction.atomic():
        proposal.ended_at = ended_at
        write_answer(proposal, translation, answer)
    return proposal


def compare_now(*, proposal: Proposal) -> Proposal:
    """Plan a what-if that nobody keeps: neither it nor what comes out is written."""
    from .answering import fill_in
    from .asking import ask, question_for

    translation, question = question_for(proposal)
    fill_in(proposal, translation, ask(question, proposal))
    return proposal
