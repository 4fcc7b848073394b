"""What was written down about somebody, in words: who, when, from what to what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from quarterdeck.domains.activity.models import Activity, Change
from quarterdeck.domains.activity.queries import kind_of
from quarterdeck.domains.organization.models import Organization, Team

from ..models import Person
from ..permissions import can_edit_person

# Only these are told: a verb that is added one day stays untold until somebody decides.
VERBS = {
    "person.added": "added this person",
    "person.joined": "accepted the invitation",
    "person.edited": "changed the card",
    "person.archived": "wrote down the last day",
    "person.restored": "took the last day back",
    "membership.began": "added to {team}",
    "membership.ended": "took out of {team}",
    "membership.led": "made lead {team}",
    "membership.stopped_leading": "ended leading {team}",
    "working_pattern.set": "set the hours from {from} on",
    "working_pattern.removed": "removed the hours from {from} on",
}
ADDED_WITH_OTHERS = "people.added"
TOLD = {**VERBS, ADDED_WITH_OTHERS: "added this person to {team}, with others"}
LABELS = {
    "manager_id": "manager",
    "capacity_factor": "for planned work",
    "email": "e-mail",
    "location": "place",
    "employment": "works",
    "starts_on": "first day",
    "ends_on": "last day",
}


@dataclass(frozen=True)
class PersonLine:
    """One field of an act."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class PersonAct:
    at: datetime
    who: str
    verb: str
    lines: tuple[PersonLine, ...]


def acts_on_person(person: Person, *, user: Any, most: int = 20) -> list[PersonAct]:
    """Return the newest acts on somebody, for whoever may change what is kept there."""
    if not can_edit_person(user, person):
        return []
    rows = Activity.objects.filter(
        subject_kind=kind_of(person), subject_id=person.pk, verb__in=VERBS
    )
    acts = list(rows.select_related("content").order_by("-id")[:most])
    changes = list(
        Change.objects.filter(
            activity_id__in=[act.pk for act in acts],
            subject_kind=kind_of(person),
            subject_id=person.pk,
        ).order_by("id")
    )
    acts += _added_with_others(person, changes)
    names = _managers(changes)
    return [_told(act, changes, names) for act in acts[:most]]


def _added_with_others(person: Person, changes: list[Change]) -> list[Activity]:
    """Return the act that began somebody who stood in a pasted list.

    It is told of the team they came to, with the names they had; it and they were
    written at the same moment.
    """
    rows = Activity.objects.filter(
        subject_kind__in=[Team._meta.label, Organization._meta.label],
        verb=ADDED_WITH_OTHERS,
        at=person.created_at,
    )
    names = {person.name, *(one.before for one in changes if one.field == "name")}
    found = rows.select_related("content").order_by("id")[:10]
    return [act for act in found if names & {*act.content.details.get("names", ())}][:1]


def _told(act: Activity, changes: Iterable[Change], names: dict[int, str]) -> PersonAct:
    lines = [
        PersonLine(
            LABELS.get(change.field, change.field),
            _say(change.field, change.before, names),
            _say(change.field, change.after, names),
        )
        for change in changes
        if change.activity_id == act.pk and not change.erased
    ]
    details = act.content.details
    team = details.get("team") or act.content.subject_name or "a team"
    words = {"team": team, "from": _day(details.get("from"))}
    who = act.content.actor_name or "Somebody"
    return PersonAct(act.at, who, TOLD[act.verb].format(**words), tuple(lines))


def _say(field: str, value: Any, names: dict[int, str]) -> str:
    if value in (None, ""):
        return "nothing"
    if field == "manager_id":
        return names.get(value, "somebody")
    if field == "employment":
        return str(dict(Person.Employment.choices).get(value, value))
    return _day(value) if field in ("starts_on", "ends_on") else str(value)


def _managers(changes: Iterable[Change]) -> dict[int, str]:
    ids = {
        value
        for change in changes
        if change.field == "manager_id"
        for value in (change.before, change.after)
        if value
    }
    rows = Person.objects.filter(pk__in=ids) if ids else Person.objects.none()
    return dict(rows.values_list("pk", "name"))


def _day(value: Any) -> str:
    if not value:
        return "a day"
    day = date.fromisoformat(value)
    return f"{day.day} {day:%b %Y}"
