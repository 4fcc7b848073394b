"""The line of quick add as a form sends it, and the task it describes."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from quarterdeck.domains.people.queries import people_visible_to, skills_visible_to
from quarterdeck.domains.projects import queries
from quarterdeck.web.shell.http import Request

if TYPE_CHECKING:
    from quarterdeck.domains.projects.rules.quick_add import Parsed

LONGEST = 1_000
LONGEST_TITLE, LONGEST_WHY = 300, 600


class QuickLine:
    """One typed line. It is added only as it was shown: after its chips were seen."""

    def __init__(self, data: Any, request: Request) -> None:
        self.data, self.user = data, request.user
        self.text = data.get("line", "")[:LONGEST].replace("\x00", "").strip()
        self.today = request.now.date()
        self.last_project = request.session.get("last_project")

    @cached_property
    def parsed(self) -> "Parsed":
        return queries.read_line(self.text, user=self.user, today=self.today)

    @cached_property
    def projects(self) -> Any:
        return queries.projects_to_add_to(self.user)

    @cached_property
    def project_id(self) -> int | None:
        """The project that the line names, else the one chosen, else the last one."""
        if self.parsed.project is not None:
            return self.parsed.project
        given = self.data.get("project", "")
        chosen = int(given) if given.isdecimal() and len(given) < 19 else None
        if "project" not in self.data:
            chosen = self.last_project
        fits = chosen is not None and self.projects.filter(pk=chosen).exists()
        return chosen if fits else None

    @cached_property
    def problem(self) -> str:
        """What keeps the line from being added, in words."""
        if not self.text:
            return ""
        if not self.parsed.title:
            return "Say what is to be done; so far there are only details."
        if len(self.parsed.title) > LONGEST_TITLE:
            return f"The title is longer than {LONGEST_TITLE} characters."
        if len(self.parsed.why) > LONGEST_WHY:
            return f"The why is longer than {LONGEST_WHY} characters."
        return "" if self.project_id else "Choose a project, or write # and its name."

    @property
    def was_shown(self) -> bool:
        """Whether its chips were on the page; without any there is nothing to see."""
        seen = " ".join(self.data.get("seen", "").split())
        return seen == " ".join(self.text.split()) or not self.parsed.chips

    @property
    def may_be_added(self) -> bool:
        return bool(self.text) and not self.problem and self.was_shown

    def fields(self) -> dict[str, Any]:
        """Return the task as `add_task` takes it; the first name is accountable."""
        found, user = self.parsed, self.user
        people = people_visible_to(user).in_bulk(found.people)
        skills = skills_visible_to(user).in_bulk([skill for skill, _ in found.needs])
        fields: dict[str, Any] = {
            "title": found.title,
            "why": found.why,
            "project": queries.get_project(user=user, project_id=self.project_id or 0),
            "estimate_low": found.estimate_low,
            "estimate_high": found.estimate_high,
            "deadline": found.deadline,
            "contributors": [people[person] for person in found.people],
            "needs": [(skills[skill], level) for skill, level in found.needs],
        }
        if found.priority is not None:
            fields["priority"] = found.priority
        if found.people:
            fields["accountable"] = people[found.people[0]]
        return fields
