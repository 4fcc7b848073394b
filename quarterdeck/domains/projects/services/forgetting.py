"""Forget somebody in the work: tasks stay, and nobody in particular answers for them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from quarterdeck.domains.people.models import Person

from ..models import (
    Contributor,
    Delegation,
    DelegationReply,
    HoursByPerson,
    ProjectMember,
)


@transaction.atomic
def forget_people(*, people: Sequence[Person], by: Any, at: datetime) -> None:
    """Take them off tasks and projects; what two agreed about a task goes with either.

    Tasks and projects lose the link to whoever answered for them, no more.
    """
    ids = [one.pk for one in people]
    Delegation.objects.filter(Q(giver_id__in=ids) | Q(receiver_id__in=ids)).delete()
    for table in (DelegationReply, Contributor, HoursByPerson, ProjectMember):
        table._base_manager.filter(person_id__in=ids).delete()
