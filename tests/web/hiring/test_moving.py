"""Choosing somebody who is here, from the list of candidates to their new role."""

from datetime import timedelta

import pytest
from django.utils import timezone

from quarterdeck.domains.hiring import services
from quarterdeck.domains.hiring.models import Candidate, Hire
from tests.domains.hiring.conftest import DAY, hand_in, room

__all__ = ["hand_in", "room"]
pytestmark = pytest.mark.django_db


def test_from_the_list_to_the_new_role(as_user, cast, room, hand_in):
    eve = cast.person(cast._join("Eve", cast.kitchen))
    alice, act = as_user(cast.alice), room.act
    url = f"/hiring/{room.role.pk}/candidates/add/"
    assert alice.post(url, {"name": ""}).status_code == 422
    page = alice.post(url, {"person": f"Eve · #{eve.pk}"})
    found = Candidate.objects.get(person=eve)
    assert page.headers["Location"] == f"/hiring/candidates/{found.pk}/"
    interview = services.plan_interview(
        candidate=found, person=cast.person(cast.bob), planned_on=DAY, **act
    )
    hand_in(interview, cast.bob, 3, 3)
    found = services.open_scores(candidate=found, **act)
    services.decide_on_candidate(
        candidate=found, outcome="hire", reason="R", skills=[room.baking], **act
    )
    page = as_user(cast.alice).get(f"/hiring/candidates/{found.pk}/").text
    assert "Move Eve" in page and "Kitchen" not in page
    move = f"/hiring/candidates/{found.pk}/move/"
    assert as_user(cast.alice).post(move, {}).status_code == 422
    day = (timezone.now() + timedelta(days=9)).date()
    told = as_user(cast.alice).post(move, {"starts_on": str(day)}, follow=True).text
    assert "moves on" in told and "Take the move back" in told
    Hire.objects.update(starts_on=(timezone.now() - timedelta(days=1)).date())
    page = as_user(cast.alice).get(f"/hiring/candidates/{found.pk}/").text
    assert "It has not happened" in page
