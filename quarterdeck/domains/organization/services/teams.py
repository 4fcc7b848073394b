"""Grow, bend and prune the tree of teams. Admins do."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Value
from django.db.models.functions import Concat, Substr

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Invitation, Organization, Team
from ..permissions import is_admin
from ..queries import subtree

DEEPEST = 40  # so that a path of ids always fits its column


class TeamNameTaken(RuleBroken):
    pass


class TeamBelowItself(RuleBroken):
    pass


class TeamNotEmpty(RuleBroken):
    pass


class TreeTooDeep(RuleBroken):
    pass


@transaction.atomic
def add_team(
    *, name: str, parent: Team | None, by: Any, at: datetime, is_demo: bool = False
) -> Team:
    """Add a team below `parent`. Admins shape the tree."""
    if not is_admin(by):
        raise PermissionDenied
    if parent is not None and parent.depth + 1 > DEEPEST:
        raise TreeTooDeep(f"A tree of more than {DEEPEST} levels helps nobody.")
    team = new_team(name, parent, at, is_demo)
    _tell("team.added", team, by, at)
    return team


@transaction.atomic
def edit_team(
    *,
    team: Team,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
    **changes: Any,
) -> Team:
    """Change a team's name or purpose."""
    team = _locked(team, by)
    try:
        with transaction.atomic():
            made = activity.revise(team, changes, at=at, seen_version=seen_version)
    except IntegrityError:
        raise _taken(changes["name"]) from None
    if made:
        _tell("team.edited", team, by, at, changes=made)
    return team


@transaction.atomic
def move_team(*, team: Team, parent: Team, by: Any, at: datetime) -> Team:
    """Hang a team with everything below it under another one."""
    team = _locked(team, by)
    parent = Team.objects.get(pk=parent.pk)
    if parent.path.startswith(team.path):
        raise TeamBelowItself(f"“{parent}” is part of “{team}”, so it cannot hold it.")
    old, new = team.path, f"{parent.path}{team.pk}/"
    deepest = max(len(p) for p in subtree(team).values_list("path", flat=True))
    if deepest + len(new) - len(old) > 400:
        raise TreeTooDeep(f"A tree of more than {DEEPEST} levels helps nobody.")
    try:
        with transaction.atomic():
            made = activity.revise(team, {"parent": parent}, at=at)
    except IntegrityError:
        raise _taken(team.name) from None
    if made:
        below = Concat(Value(new), Substr("path", len(old) + 1))
        Team.objects.filter(path__startswith=old).update(path=below)
        team.path = new
        _tell("team.moved", team, by, at, changes=made)
    return team


@transaction.atomic
def remove_team(*, team: Team, by: Any, at: datetime) -> None:
    """Remove a team that holds nothing any more."""
    team = _locked(team, by)
    if team.parent_id is None:
        raise TeamNotEmpty(f"“{team}” is the top of the tree and stays.")
    if holds := _what_it_holds(team):
        raise TeamNotEmpty(f"“{team}” still holds {holds}. Move these first.")
    team_id = team.pk
    team.delete()
    team.pk = team_id
    _tell("team.removed", team, by, at)


def _what_it_holds(team: Team) -> str:
    """Name what points at this team, in whatever room it stands."""
    found = []
    for link in Team._meta.get_fields(include_hidden=True):
        if not link.auto_created or not link.one_to_many:
            continue
        table = link.related_model
        if table is Invitation:  # the invitation goes with the team
            continue
        rows = table._base_manager.filter(**{link.field.name: team})  # type: ignore[union-attr]
        if rows.exists():
            found.append(str(table._meta.verbose_name_plural))  # type: ignore[union-attr]
    return " and ".join(sorted(set(found)))


def _locked(team: Team, by: Any) -> Team:
    """Return the team as it is now; changes of the tree wait for each other."""
    if not is_admin(by):
        raise PermissionDenied
    Organization.objects.select_for_update().get(pk=1)
    return Team.objects.get(pk=team.pk)


def _taken(name: str) -> TeamNameTaken:
    return TeamNameTaken(f"There already is a team “{name}” here.")


def _tell(verb: str, team: Team, by: Any, at: datetime, changes: Any = ()) -> None:
    activity.record(
        by=by,
        verb=verb,
        subject=team,
        at=at,
        audience=activity.everyone(),
        changes=changes,
    )


def new_team(name: str, parent: Team | None, at: datetime, is_demo: bool) -> Team:
    team = Team(name=name, parent=parent, is_demo=is_demo, created_at=at, updated_at=at)
    # The path holds the team's own id, which is known only after the insert; the
    # placeholder is unique because no real path lacks its slashes.
    team.path = f"new {name} under {parent.pk if parent else 0}"
    try:
        with transaction.atomic():
            team.save()
    except IntegrityError:
        raise _taken(name) from None
    team.path = f"{parent.path if parent else '/'}{team.pk}/"
    team.save(update_fields=["path"])
    return team
