"""Prepared files of two, and of one whose account an admin's link has opened since."""

from typing import Any

from quarterdeck.domains.own_data.models import OwnDataFile
from quarterdeck.domains.own_data.services import make_own_data, prepare_own_data


def add_own_data(world: Any) -> None:
    for role in ("owner", "writer", "unproven"):
        user = getattr(world.roles, role)
        file = prepare_own_data(by=user, at=world.at)
        make_own_data.call(file.pk)
    OwnDataFile.objects.update(holds_private=True, job=None)
