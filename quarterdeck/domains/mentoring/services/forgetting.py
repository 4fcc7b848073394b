"""Forget somebody: what is theirs goes, and what is another's is unlinked."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.queries import kind_of
from quarterdeck.domains.people.models import Person

from ..models import (
    LeadershipProject,
    MentorOffer,
    Mentorship,
    MentorWish,
    PairingProposal,
    ProposedPair,
    Shadowing,
)


@transaction.atomic
def forget_people(*, people: Sequence[Person], by: Any, at: datetime) -> int:
    """Erase the offers, wishes, pairs, shadowing and practice of these people.

    A pair is of two: when one is forgotten, it is erased for both. Whom somebody
    followed, and who backed somebody up, is unlinked: the log and the debrief stay
    with whoever wrote them. Returns how many pairs are gone. Who may ask for this is
    decided by the room that removes people.
    """
    ids = [one.pk for one in people]
    pairs = Mentorship.objects.filter(Q(mentor_id__in=ids) | Q(mentee_id__in=ids))
    own: list[Any] = [
        MentorWish.objects.filter(person_id__in=ids),
        MentorOffer.objects.filter(person_id__in=ids),
        Shadowing.objects.filter(shadow_id__in=ids),
        LeadershipProject.objects.filter(person_id__in=ids),
        PairingProposal.objects.filter(asked_by_id__in=ids),
    ]
    for rows in (pairs, *own):
        for record in rows:
            activity.erase_words_of(kind=kind_of(record), subject_id=record.pk)
    ProposedPair.objects.filter(Q(person_id__in=ids) | Q(mentor_id__in=ids)).delete()
    _, gone = pairs.delete()
    for rows in own:
        rows.delete()
    # What was asked of them says nothing any more; it is answered by their going.
    followed = Shadowing.objects.filter(leader_id__in=ids)
    followed.filter(answer="open").update(answer=Shadowing.Answer.WITHDRAWN)
    followed.update(leader=None, reply="")
    LeadershipProject.objects.filter(sponsor_id__in=ids).update(sponsor=None)
    return gone.get(Mentorship._meta.label, 0)
