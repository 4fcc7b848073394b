"""Who reads of an act about a person."""

from quarterdeck.domains.activity import services as activity

from ..models import Membership, Person


def around(person: Person) -> activity.Audience:
    """Their team and whoever leads it; without a team, the person alone."""
    team_id = (
        Membership.objects.filter(person=person)
        .order_by("team__path")
        .values_list("team_id", flat=True)
        .first()
    )
    if team_id is None:
        return activity.only(person.user_id)
    return activity.team(team_id)
