"""A program asks what would help, looks at it and supposes one of it."""

import pytest

from quarterdeck.domains.planning.choices import DEFAULTS
from quarterdeck.domains.planning.models import LeverSearch, Proposal
from tests.domains.planning.workshop import Workshop


@pytest.fixture
def shop(cast):
    return Workshop(cast)


@pytest.fixture
def alice(as_user, cast):
    return as_user(cast.alice)


@pytest.fixture
def proposal(shop):
    return Proposal.objects.create(
        team=shop.team,
        asked_at=shop.at,
        state=Proposal.State.READY,
        weights=DEFAULTS,
    )


def test_it_is_asked_for_read_and_supposed(alice, shop, proposal):
    url = f"/api/v1/planning/proposals/{proposal.pk}/levers/"
    assert alice.get(url).json()["state"] == "none"
    answer = alice.post(f"{url}find/")
    assert (answer.status_code, answer.json()["state"]) == (202, "looking")
    assert alice.post(f"{url}stop/").json()["state"] == "cancelled"
    task = shop.task("Roast")
    change = {"kind": "fewer_hours", "task_id": task.pk, "hours": 2.0}
    told = {"finish": "2026-06-12", "late_tasks": 0, "late_days": 0.0, "unplaced": 0}
    more = {"price": "2 h of work left out", "helps": True, "days_earlier": 1}
    LeverSearch.objects.create(
        proposal=proposal,
        asked_at=shop.at,
        is_done=True,
        base=told,
        rows=[{"number": 1, "adjustment": change, **told, **more}],
    )
    found = alice.get(url).json()
    assert found["state"] == "ready"
    (lever,) = found["levers"]
    assert lever["sentence"] == "The task “Roast” asks for 2 h less."
    assert lever["days_earlier"] == 1 and lever["adjustment"] == change
    made = alice.post(f"{url}1/suppose/")
    assert made.status_code == 201
    assert made.json()["suppositions"][0]["adjustment"]["kind"] == "fewer_hours"
