"""Redmine: issues and users as CSV."""

from .profiles import Profile, each, headers

_RELATION = "a relation without an order in time"

_FIELDS = each(
    {
        "external_id": "row|id|unique id|#",
        "title": "subject",
        "planned_start": "start date|start",
        "deadline": "due date|due",
        "percent_done": "progress|done ratio|% done",
        "labels": "tracker|category|version|target version",
        "assignees": "user|assignee|assigned to",
        "estimate": "estimated hours|estimated time",
        "spent": "spent time|total spent time",
        "predecessors": "follows|blocked by",
        "successors": "precedes|blocks",
        "created_at": "created",
        "done_at": "closed",
        "project": "project",
        "parent": "parent|parent task",
    }
)
REDMINE = Profile(
    format="redmine_csv",
    title="Redmine CSV file",
    marks=(
        headers("tracker|subject"),
        headers("subject|start"),
        headers("subject|due"),
        headers("subject|estimated hours"),
        headers("subject|progress"),
    ),
    fields=_FIELDS,
    reasons=each(
        {
            _RELATION: "related to|relates to|is duplicate of|has duplicate|copied to|"
            "copied from|simple relation|delayed relation",
            "who sees a task is decided here anew": "private",
        }
    ),
    numbered=True,
)
REDMINE_USERS = Profile(
    format="redmine_users_csv",
    title="Redmine CSV file of users",
    kind="people",
    marks=(headers("login|firstname|lastname"),),
    fields=each({"external_id": "login", "employment_type": "(never)"}),
    reasons=each(
        {
            "it only numbers the rows": "row",
            "accounts are set up here anew": "admin|auth source|password|"
            "must change passwd|status|language",
        }
    ),
)
REDMINE_TIMES = frozenset({"issue id", "hours", "activity"})
