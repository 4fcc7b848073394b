"""Jira: issues as CSV, and as the XML that Jira calls RSS."""

import re
from dataclasses import replace

from .columns import normal
from .profiles import Profile, each, headers

_LINK = re.compile(r"(?P<way>out|in)ward issue link \((?P<kind>[^)]*)\)", re.IGNORECASE)
_ORDERS = {"blocks", "blocker", "dependency", "depends", "gantt dependency", "precedes",
           "finish to start", "gantt end to start", "follows"}  # fmt: skip
_REPEATED = "“Parent” already says it"
_TOTAL = "it repeats the hours of the subtasks"
_PEOPLE = "only who works on an issue is taken over"

_FIELDS = each(
    {
        "title": "summary",
        "external_id": "issue key",
        "alternative_id": "issue id",
        "labels": "issue type|labels|component s|components|fix version s|fix versions|"
        "sprint|custom field sprint|epic name",
        "status": "status",
        "status_category": "status category",
        "resolution": "resolution",
        "project": "project name",
        "project_key": "project key",
        "project_lead": "project lead",
        "priority": "priority",
        "assignees": "assignee",
        "created_at": "created",
        "done_at": "resolved|resolution date",
        "deadline": "due date|due",
        "description": "description",
        "estimate:seconds": "original estimate",
        "remaining:seconds": "remaining estimate",
        "spent:seconds": "time spent",
        "planned_start": "custom field start date|custom field target start|start date",
        "planned_end": "custom field end date|custom field target end|end date",
        "started_at": "custom field actual start",
        "story_points": "custom field story points|custom field story point estimate|"
        "story points|story point estimate",
        "comments": "comment|comments",
        "url": "url",
        "parent": "parent key|parent|parent id|custom field epic link|epic link|"
        "custom field parent link",
        "blocked_reason": "custom field flagged",
        "definition_of_done": "custom field acceptance criteria|"
        "custom field definition of done",
    }
)
_REASONS = each(
    {
        _REPEATED: "parent summary|parent status|parent issue type",
        _TOTAL: "σ original estimate|σ remaining estimate|σ time spent|σ progress|"
        "work ratio|progress",
        _PEOPLE: "reporter|reporter id|creator|creator id|watchers|watchers id|votes",
        "the name in “Assignee” is taken": "assignee id",
        "the name in “Project lead” is taken": "project lead id",
        "files are not part of the export": "attachment",
        "it is what Jira needs itself": "custom field rank|last viewed|updated|"
        "project type|project url|custom field development|security level",
        "the total in “Time Spent” is taken": "log work",
    }
)


def _link_field(header: str) -> str | None:
    """Outward "Blocks" leads to a successor, inward to a predecessor."""
    found = _LINK.fullmatch(header.strip())
    if not found or normal(found["kind"]) not in _ORDERS:
        return None
    # "A is blocked by B" is the inward side of "Blocks"; "depends on" turns it.
    depends = normal(found["kind"]).startswith(("depend", "follows"))
    outward = found["way"].casefold() == "out"
    return "successors" if outward != depends else "predecessors"


JIRA = Profile(
    format="jira_csv",
    title="Jira CSV export",
    marks=(headers("summary|issue key"), headers("issue key|issue type")),
    fields=_FIELDS,
    pattern=_link_field,
    reasons=_REASONS,
    only_own=True,
)
JIRA_XML = replace(JIRA, format="jira_xml", title="Jira XML export", marks=())
