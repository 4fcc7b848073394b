"""Delegations of the story: one is open, one was asked back about, some are accepted."""

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.projects.models import (
    Contributor,
    Delegation,
    DelegationReply,
    Task,
)

from .calendar import moment, working_day
from .cast import Cast
from .story.agency import HANDOVERS as OF_THE_AGENCY
from .story.cafe import HANDOVERS as OF_THE_CAFE
from .story.telling import Handover


def hand_over(cast: Cast, tasks: dict[str, Task]) -> None:
    for handover in (*OF_THE_CAFE, *OF_THE_AGENCY):
        _delegate(cast, handover, tasks[handover.task])


def _delegate(cast: Cast, handover: Handover, task: Task) -> None:
    at = moment(working_day(cast.today, -handover.days_ago), 10, 30)
    giver, receiver = cast.people[handover.giver], cast.people[handover.receiver]
    answer = "open"
    if handover.question or handover.accepted:
        answer = "accepted" if handover.accepted else "asked"
    delegation = Delegation.objects.create(
        task=task,
        giver=giver,
        receiver=receiver,
        expected_result=handover.expected,
        limits=handover.limits,
        resources=handover.help,
        follow_up_on=working_day(cast.today, handover.follow_up),
        answer=answer,
        reply=handover.question,
        answered_at=None if answer == "open" else moment(at.date(), 15),
        created_at=at,
        updated_at=at,
    )
    audience = activity.only(giver.user_id, receiver.user_id)
    cast.diary.note(
        at=at,
        by=cast.user(handover.giver),
        verb="task.delegated",
        subject=task,
        audience=audience,
    )
    if answer != "open":
        _answered(cast, handover, delegation, audience)


def _answered(
    cast: Cast, handover: Handover, delegation: Delegation, audience: activity.Audience
) -> None:
    task, receiver = delegation.task, delegation.receiver
    at = delegation.answered_at
    assert at is not None
    DelegationReply.objects.create(
        delegation=delegation,
        person=receiver,
        kind=delegation.answer,
        text=handover.question,
        at=at,
    )
    if handover.accepted:
        Contributor.objects.get_or_create(
            task=task, person=receiver, defaults={"since": at}
        )
        Task.objects.filter(pk=task.pk).update(accountable=receiver)
    cast.diary.note(
        at=at,
        by=cast.user(handover.receiver),
        verb=f"delegation.{delegation.answer}",
        subject=task,
        audience=audience,
    )
