"""What would help one plan is found, for another it is being looked for."""

from typing import Any

from quarterdeck.domains.planning.models import LeverSearch


def levers_of(world: Any) -> LeverSearch:
    bob = world.cast.person(world.cast.bob)
    row = {"kind": "person_leaves", "person_id": bob.pk, "on": "2026-07-01"}
    told = {"late_tasks": 0, "late_days": 0.0, "unplaced": 0, "finish": None}
    price = world.secret("lever-price", "leader", "captain")
    more = {"price": price, "helps": True, "days_earlier": None}
    LeverSearch.objects.create(
        proposal=world.solving_proposal, asked_at=world.at, job=world._waiting_job()
    )
    return LeverSearch.objects.create(
        proposal=world.proposal,
        asked_at=world.at,
        is_done=True,
        base=told,
        rows=[{"number": 1, "adjustment": row, **told, **more}],
    )
