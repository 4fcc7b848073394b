"""Hand a task to somebody in one act, and answer when it was handed to oneself."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.shared.errors import RuleBroken

from ..models import Delegation, DelegationReply, Project, Task
from ..permissions import can_edit_task
from .contributors import let_in

Answer, Kind = Delegation.Answer, DelegationReply.Kind


class TaskAlreadyDelegated(RuleBroken):
    pass


class ReceiverCannotAnswer(RuleBroken):
    pass


class DelegationNotOpen(RuleBroken):
    pass


class ClosedTaskDelegated(RuleBroken):
    pass


@transaction.atomic
def delegate_task(
    *,
    task: Task,
    receiver: Person,
    expected_result: str,
    follow_up_on: date,
    by: Any,
    at: datetime,
    limits: str = "",
    resources: str = "",
) -> Delegation:
    """Hand over the result, the limits, the help and the day to look at it together."""
    giver_id = standing_of(by).person_id
    if giver_id is None or not can_edit_task(by, task):
        raise PermissionDenied
    _check_receiver(task, receiver, giver_id)
    made = let_in(task.project, [receiver.pk], by=by, at=at)
    try:
        with transaction.atomic():
            delegation = Delegation.objects.create(
                task=task,
                giver_id=giver_id,
                receiver=receiver,
                expected_result=expected_result,
                limits=limits,
                resources=resources,
                follow_up_on=follow_up_on,
                created_at=at,
                updated_at=at,
            )
    except IntegrityError:
        raise TaskAlreadyDelegated(
            f"“{task}” already waits for somebody's answer. Withdraw that first."
        ) from None
    _tell("task.delegated", delegation, by, at, made)
    return delegation


@transaction.atomic
def accept_delegation(*, delegation: Delegation, by: Any, at: datetime) -> Delegation:
    """Take the task on: from now on the receiver is accountable for it."""
    delegation = _locked(delegation, by, "receiver", Answer.OPEN, Answer.ASKED)
    task = Task.objects.select_for_update().get(pk=delegation.task_id)
    if not task.is_open:
        raise ClosedTaskDelegated(f"“{task}” is closed by now; nothing is left to do.")
    made = activity.revise(task, {"accountable": delegation.receiver}, at=at)
    made += _answer(delegation, Answer.ACCEPTED, "", at)
    _turn(delegation, Kind.ACCEPTED, by, at)
    _tell("delegation.accepted", delegation, by, at, made)
    return delegation


@transaction.atomic
def ask_about_delegation(
    *, delegation: Delegation, question: str, by: Any, at: datetime
) -> Delegation:
    """Ask back before answering; the giver explains and the offer is open again."""
    delegation = _locked(delegation, by, "receiver", Answer.OPEN)
    made = _answer(delegation, Answer.ASKED, question, at)
    _turn(delegation, Kind.ASKED, by, at, question)
    _tell("delegation.asked", delegation, by, at, made)
    return delegation


@transaction.atomic
def explain_delegation(
    *, delegation: Delegation, explanation: str, by: Any, at: datetime
) -> Delegation:
    delegation = _locked(delegation, by, "giver", Answer.ASKED)
    made = _answer(delegation, Answer.OPEN, "", at)
    _turn(delegation, Kind.EXPLAINED, by, at, explanation)
    _tell("delegation.explained", delegation, by, at, made)
    return delegation


@transaction.atomic
def decline_delegation(
    *, delegation: Delegation, reason: str, by: Any, at: datetime
) -> Delegation:
    delegation = _locked(delegation, by, "receiver", Answer.OPEN, Answer.ASKED)
    made = _answer(delegation, Answer.DECLINED, reason, at)
    _turn(delegation, Kind.DECLINED, by, at, reason)
    _tell("delegation.declined", delegation, by, at, made)
    return delegation


@transaction.atomic
def withdraw_delegation(
    *, delegation: Delegation, by: Any, at: datetime, reason: str = ""
) -> Delegation:
    delegation = _locked(delegation, by, "giver", Answer.OPEN, Answer.ASKED)
    made = _answer(delegation, Answer.WITHDRAWN, "", at)
    _turn(delegation, Kind.WITHDRAWN, by, at, reason)
    _tell("delegation.withdrawn", delegation, by, at, made)
    return delegation


@transaction.atomic
def follow_up_delegation(
    *,
    delegation: Delegation,
    by: Any,
    at: datetime,
    note: str = "",
    next_on: date | None = None,
) -> Delegation:
    """Note that the two looked at it together, and when they do so next, if at all."""
    either = "receiver" if _is(by, delegation.receiver_id) else "giver"
    delegation = _locked(delegation, by, either, Answer.ACCEPTED)
    if next_on is None:
        changes: dict[str, Any] = {"followed_up_at": at}
    else:
        changes = {"follow_up_on": next_on, "followed_up_at": None}
    made = activity.revise(delegation, changes, at=at)
    _turn(delegation, Kind.FOLLOWED_UP, by, at, note)
    _tell("delegation.followed_up", delegation, by, at, made)
    return delegation


def _check_receiver(task: Task, receiver: Person, giver_id: int) -> None:
    if not task.is_open:
        raise ClosedTaskDelegated(f"“{task}” is closed; there is nothing to hand over.")
    if receiver.pk == giver_id:
        raise ReceiverCannotAnswer("A task is handed to somebody else.")
    user = receiver.user
    if user is None or not user.is_active:
        raise ReceiverCannotAnswer(
            f"{receiver} has no account and could not answer. "
            "Invite them first, or make them accountable yourself."
        )


def _is(user: Any, person_id: int) -> bool:
    return standing_of(user).person_id == person_id


def _locked(delegation: Delegation, by: Any, role: str, *states: str) -> Delegation:
    """Return the row locked, if `by` has this role in it and it is in such a state."""
    if not _is(by, getattr(delegation, f"{role}_id")):
        raise PermissionDenied
    rows = Delegation.objects.select_for_update(of=("self",))
    row = rows.select_related("task__project", "giver", "receiver").get(
        pk=delegation.pk
    )
    if row.answer not in states:
        raise DelegationNotOpen(
            f"This delegation is “{row.get_answer_display()}” by now."
        )
    return row


def _answer(
    delegation: Delegation, answer: str, reply: str, at: datetime
) -> list[activity.FieldChange]:
    changes = {
        "answer": answer,
        "reply": reply,
        "answered_at": None if answer == Answer.OPEN else at,
    }
    return activity.revise(delegation, changes, at=at)


def _turn(
    delegation: Delegation, kind: str, by: Any, at: datetime, text: str = ""
) -> None:
    DelegationReply.objects.create(
        delegation=delegation,
        person=Person.objects.get(user_id=by.pk),
        kind=kind,
        text=text,
        at=at,
    )


def _tell(
    verb: str, delegation: Delegation, by: Any, at: datetime, changes: Any = ()
) -> None:
    activity.record(
        by=by,
        verb=verb,
        subject=delegation,
        at=at,
        audience=_audience(delegation),
        changes=changes,
        subject_name=delegation.task.title,
        details={"task_id": delegation.task_id, "receiver_id": delegation.receiver_id},
    )


def _audience(delegation: Delegation) -> activity.Audience:
    """The team is told who took what on; in a team's own project only the two are."""
    project = delegation.task.project
    if project.visibility == Project.Visibility.ORGANIZATION:
        return activity.team(project.team_id)
    return activity.only(delegation.giver.user_id, delegation.receiver.user_id)
