"""Forget again whom an older copy of the database has brought back."""

from datetime import datetime, timedelta

from quarterdeck.domains.people.models import Person

from ..models import Erasure
from .beginning import begin_on_the_server
from .doing import erase_person


def forget_again(*, person: Person, at: datetime) -> Erasure:
    """At once: they have had their week."""
    erasure = begin_on_the_server(person=person, at=at, grace=timedelta(0))
    erase_person.call(erasure.pk)
    return erasure
