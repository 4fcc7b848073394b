"""What waits for me in the private rooms, and at their door."""

from datetime import date
from typing import Any

from django.utils import timezone

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.people.queries import unconfirmed_near

from .development import development_needs
from .feedback import feedback_needs
from .hiring import hiring_needs
from .leading import leading_needs
from .lines import Need
from .links import page
from .mentoring import mentoring_needs
from .one_on_ones import one_on_one_needs
from .training import training_needs


def private_needs(user: Any, today: date) -> list[Need]:
    """My own door, whom I can let in again, my 1:1s, what I promised.

    Each of these lines is read by the two people it is about, and by nobody above them.
    """
    return [
        *_own_door(user),
        *map(_to_confirm, unconfirmed_near(user)),
        *one_on_one_needs(user, today),
        *feedback_needs(user, today),
        *development_needs(user),
        *training_needs(user, today),
        *hiring_needs(user, today),
        *mentoring_needs(user),
        *leading_needs(user, today),
    ]


def _own_door(user: Any) -> list[Need]:
    if private_rooms_are_open(user):
        return []
    return [
        Need(
            "lock",
            "Your private rooms are closed",
            "until somebody confirms that it is you",
            "See who can",
            page("account:private_rooms"),
        )
    ]


def _to_confirm(one: Any) -> Need:
    on = timezone.localtime(one.opening.opened_at)
    return Need(
        "shield-question-mark",
        f"Is it really {one.person}?",
        f"account opened by a link on {on.day} {on:%b %H:%M}",
        "Look and confirm",
        page("people:confirm", one.person.pk),
    )
