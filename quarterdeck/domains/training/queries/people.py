"""Who leads somebody, and the team whose money their training is."""

from quarterdeck.domains.development.queries.proofs import leading
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Membership, Person

from ..choices import Stage
from ..models import Evaluation, TrainingBudget

MOST = 20


def leaders_of(person: Person) -> list[Person]:
    """Return who leads somebody and has an account; their manager first."""
    rows = Person.objects.filter(leading(person), user__is_active=True)
    found = list(rows.exclude(pk=person.pk).order_by("name", "id")[:MOST])
    near = _leads_their_team(person)
    return sorted(
        found, key=lambda one: (one.pk != person.manager_id, one.pk not in near)
    )


def nearest_leader_of(person: Person) -> Person | None:
    """Return who is asked what is seen of somebody's training; None: nobody."""
    return next(iter(leaders_of(person)), None)


def readers_for(evaluation: Evaluation) -> list[Person]:
    """Return with whom an answer can be shared, chosen before it is written.

    One's own with one leader; what a leader saw, with whom it is about.
    """
    if evaluation.stage == Stage.USE_SEEN:
        return [evaluation.enrolment.person]
    return leaders_of(evaluation.writer)


def paying_team_of(person: Person, year: int) -> Team | None:
    """Return the nearest team from theirs upwards that has a budget, or their own."""
    rows = Membership.objects.filter(person=person).select_related("team")
    home = rows.order_by("since", "pk").first()
    if home is None:
        return None
    above = home.team.ancestor_ids
    budgets = TrainingBudget.objects.filter(team_id__in=above, year=year)
    near = [row.team for row in budgets.select_related("team")]
    return max(near, key=lambda team: team.depth, default=home.team)


def _leads_their_team(person: Person) -> set[int]:
    own = Membership.objects.filter(person=person).values("team_id")
    leads = Membership.objects.filter(team_id__in=own, leads=True)
    return set(leads.values_list("person_id", flat=True))
