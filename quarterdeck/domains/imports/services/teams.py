"""Teams that a file names: found below the chosen one, or added there by an admin."""

from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.organization.queries import subtree
from quarterdeck.domains.organization.services import new_team
from quarterdeck.domains.people.permissions import is_admin

from ..models import ImportedRecord, ImportRun

TEAM = "organization.Team"


def teams_by_name(run: ImportRun, names: set[str]) -> dict[str, Team]:
    """Return teams by their name in lower case; names that are no team are missing.

    Only admins shape the tree: for anybody else people stay in the team they chose.
    """
    known = {team.name.lower(): team for team in subtree(run.home).order_by("-path")}
    if run.brought_by is not None and not is_admin(run.brought_by):
        return known
    for name in sorted(names):
        if name.lower() not in known:
            team = new_team(name, run.home, run.at, False)
            known[name.lower()] = team
            ImportedRecord.objects.create(run=run, kind=TEAM, record_id=team.pk)
    return known
