"""Circles through summaries and very deep ones: told with names, planned in time."""

import time

import pytest
from django.db.models import F

from quarterdeck.domains.planning import queries, services
from quarterdeck.domains.planning.services.solving import solve_proposal
from quarterdeck.domains.projects.models import Dependency, Task

from .workshop import Workshop

LEVELS = 10_000


@pytest.fixture
def shop(cast):
    return Workshop(cast)


def planned(shop):
    proposal = services.propose_plan(
        team=shop.team, by=shop.cast.alice, at=shop.at, seconds=5
    )
    solve_proposal.call(proposal_id=proposal.pk)
    proposal.refresh_from_db()
    return proposal


def link(before, after):
    return Dependency.objects.create(before=before, after=after)


def test_a_circle_through_a_summary_is_named_in_order(shop):
    party = shop.task("Party", None, is_summary=True)
    cake = shop.task("Bake", 4, parent=party, people=[shop.mara])
    shop.task("Decorate", 4, parent=party, people=[shop.mara])
    shop_for_it = shop.task("Buy flour", 2, people=[shop.bob])
    link(party, shop_for_it)
    link(shop_for_it, cake)
    proposal = planned(shop)
    assert proposal.state == "impossible"
    (sentence,) = proposal.conflict
    assert sentence.startswith("These wait for each other: ")
    assert "“Buy flour” → “Bake” → “Buy flour”" in f"{sentence} → “Buy flour”" or (
        "“Bake” → “Buy flour” → “Bake”" in sentence
    )


def test_ten_thousand_levels_of_summaries_are_read_in_time(shop):
    stamps = shop.stamps
    made = Task.objects.bulk_create(
        Task(title=f"Level {n}", project=shop.project, is_summary=n < LEVELS, **stamps)
        for n in range(LEVELS + 1)
    )
    below = Task.objects.filter(pk__gt=made[0].pk)
    below.update(parent_id=F("pk") - 1)  # made in one go, so numbered one by one
    leaf = made[-1]
    leaf.refresh_from_db()
    leaf.estimate_low = leaf.estimate_high = 2
    leaf.save()
    first = shop.task("First", 2)
    link(first, made[0])
    began = time.process_time()
    scope = queries.scope_of(shop.team, shop.at)
    assert time.process_time() - began < 5
    assert [(e.before_id, e.after_id) for e in scope.dependencies] == [
        (first.pk, leaf.pk)
    ]
