"""Come in by invitation and acceptance, go at any time."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.queries import kind_of
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import RuleBroken

from ..models import Circle, CircleMember
from ..permissions import can_be_invited, can_start
from .telling import inside, own_locked, tell


class AlreadyInvited(RuleBroken):
    pass


class CannotBeInvited(RuleBroken):
    pass


class NotInvited(RuleBroken):
    pass


class RuleChangedMeanwhile(RuleBroken):
    pass


@transaction.atomic
def invite_to_circle(
    *, circle: Circle, person: Person, by: Any, at: datetime
) -> CircleMember:
    """Ask a peer in. Until they join they see its name, its people and its rule."""
    own = inside(circle, by)
    if not can_be_invited(person, at.date()):
        raise CannotBeInvited(f"{person} has no account here.")
    try:
        with transaction.atomic():
            member = CircleMember.objects.create(
                circle=own.circle,
                person=person,
                invited_by_id=own.person_id,
                invited_at=at,
            )
    except IntegrityError:
        raise AlreadyInvited(f"{person} is in, or invited already.") from None
    tell("circle.invited", own.circle, by=by, at=at, also=(person.user_id,))
    return member


@transaction.atomic
def join_circle(
    *, circle: Circle, rule_number: int, by: Any, at: datetime
) -> CircleMember:
    """Accept the rule that was read, and be in from now on."""
    member = _accepting(circle, rule_number, by)
    if not member.is_invited:
        raise NotInvited("You are in already.")
    member.joined_at = at
    member.save(update_fields=["joined_at", "accepted_rule"])
    tell("circle.joined", member.circle, by=by, at=at)
    return member


@transaction.atomic
def accept_rule(
    *, circle: Circle, rule_number: int, by: Any, at: datetime
) -> CircleMember:
    """Accept a rule that was changed; what one reads is as before it."""
    member = _accepting(circle, rule_number, by)
    if member.is_invited:
        raise NotInvited("Join first; joining accepts the rule.")
    member.save(update_fields=["accepted_rule"])
    tell("circle.rule_accepted", member.circle, by=by, at=at)
    return member


@transaction.atomic
def decline_circle(*, circle: Circle, by: Any, at: datetime) -> None:
    """Say no to an invitation; nothing of it stays."""
    member = own_locked(circle, by)
    if not member.is_invited:
        raise NotInvited("You are in already. You can leave at any time.")
    member.delete()
    tell("circle.declined", circle, by=by, at=at)


@transaction.atomic
def uninvite(*, member: CircleMember, by: Any, at: datetime) -> None:
    """Take an invitation back, while it is not answered."""
    own = inside(member.circle, by)
    rows = CircleMember.objects.filter(pk=member.pk, circle=own.circle, joined_at=None)
    if not rows.filter(left_at=None).exists():
        raise NotInvited("They have joined already, or are not invited.")
    rows.delete()
    tell("circle.uninvited", own.circle, by=by, at=at)


@transaction.atomic
def leave_circle(*, circle: Circle, by: Any, at: datetime) -> None:
    """Go, and read no longer. A circle that nobody is in any more is erased."""
    member = own_locked(circle, by)
    if member.is_invited:
        raise NotInvited("You have not joined. Decline the invitation.")
    member.left_at = at
    member.save(update_fields=["left_at"])
    tell("circle.left", member.circle, by=by, at=at)
    erase_if_empty(member.circle)


def erase_if_empty(circle: Circle) -> None:
    here = CircleMember.objects.filter(
        circle=circle, left_at=None, joined_at__isnull=False
    )
    if not here.exists():
        activity.erase_words_of(kind=kind_of(circle), subject_id=circle.pk)
        circle.delete()


def _accepting(circle: Circle, rule_number: int, by: Any) -> CircleMember:
    if not can_start(by):
        raise PermissionDenied
    member = own_locked(circle, by)
    if rule_number != member.circle.rule_number:
        raise RuleChangedMeanwhile("The rule was changed meanwhile. Read it again.")
    member.accepted_rule = rule_number
    return member
