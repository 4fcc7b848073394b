"""Somebody accepts an invitation: account, person, team and role in one act."""

from datetime import datetime
from typing import Any

from django.db import transaction

from quarterdeck.domains.accounts.services import EmailTaken, open_account
from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.organization.models import Invitation, Role
from quarterdeck.domains.organization.services import give_role, spend_invitation
from quarterdeck.shared.errors import RuleBroken

from ..models import Membership, Person
from .adding import EmailInUse, new_person


class CannotJoin(RuleBroken):
    pass


@transaction.atomic
def accept_invitation(
    *, token: str, name: str, email: str, password: str, at: datetime
) -> Any:
    """Open the account the invitation promises and link it to its person.

    An invitation to an address is for that address. Why a join fails is not told: the
    answer would say who has an account here.
    """
    invitation = spend_invitation(token=token, at=at)
    try:
        with transaction.atomic():
            user = open_account(
                email=invitation.email or email, name=name, at=at, password=password
            )
            person = _person_for(invitation, user, name, at)
    except (EmailTaken, EmailInUse):
        raise CannotJoin(
            "This does not work. Sign in if you have an account, or ask for "
            "an invitation to your own address."
        ) from None
    give_role(user=user, name=Role.Name(invitation.role), at=at)
    if invitation.team is not None:
        Membership.objects.get_or_create(
            person=person, team=invitation.team, defaults={"since": at.date()}
        )
    is_guest = invitation.role == Role.Name.GUEST
    activity.record(
        by=user,
        verb="person.joined",
        subject=person,
        at=at,
        audience=activity.only(user.pk, invitation.invited_by_id)
        if is_guest
        else activity.everyone(),
    )
    return user


def _person_for(invitation: Invitation, user: Any, name: str, at: datetime) -> Person:
    """Link who is already listed, as the inviter meant them; else write them down."""
    listed = None
    if invitation.person_id is not None:
        listed = Person.objects.filter(pk=invitation.person_id).first()
    elif invitation.email:
        listed = Person.objects.filter(email=invitation.email).first()
    if listed is None:
        return new_person(name=name, email=user.email, team=None, at=at, user=user)
    if listed.user_id is not None:
        raise EmailInUse
    listed.user = user
    listed.save(update_fields=["user"])
    return listed
