"""Who leads whom directly, for many people at once."""

from collections import defaultdict
from collections.abc import Collection

from quarterdeck.domains.people.models import Membership, Person


def direct_leaders(person_ids: Collection[int]) -> dict[int, set[int]]:
    """Return for each person their manager and the nearest leader in each team."""
    found: dict[int, set[int]] = defaultdict(set)
    managers = Person.objects.filter(pk__in=person_ids, manager__isnull=False)
    for person_id, manager_id in managers.values_list("pk", "manager_id"):
        found[person_id].add(manager_id)
    places = list(
        Membership.objects.filter(person_id__in=person_ids).select_related("team")
    )
    ids = {team_id for place in places for team_id in place.team.ancestor_ids}
    led: dict[int, set[int]] = defaultdict(set)
    rows = Membership.objects.filter(team_id__in=ids, leads=True)
    for team_id, person_id in rows.values_list("team_id", "person_id"):
        led[team_id].add(person_id)
    for place in places:
        # Whoever leads a team is led from the one above.
        chain = list(reversed(place.team.ancestor_ids))[1 if place.leads else 0 :]
        near = (led[team_id] - {place.person_id} for team_id in chain)
        found[place.person_id] |= next((leaders for leaders in near if leaders), set())
    return found
