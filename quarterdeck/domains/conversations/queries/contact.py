"""Whom the organization names; every member may know."""

from typing import Any

from quarterdeck.domains.people.permissions import is_member

from ..models import Contact


def contact(user: Any) -> Contact | None:
    rows = Contact.objects.select_related("person")
    return rows.first() if is_member(user) else None
