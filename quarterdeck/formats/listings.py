"""Small table formats: Asana, Linear, Todoist and TickTick."""

from .profiles import Profile, each, headers

_CHANGED = "the last change is not taken over"

ASANA = Profile(
    format="asana_csv",
    title="Asana CSV export",
    marks=(headers("task id|name|section/column"), headers("task id|section column")),
    fields=each(
        {
            "external_id": "task id",
            "title": "name",
            "created_at": "created at",
            "done_at": "completed at",
            "section": "section/column|section column",
            "assignees": "assignee",
            "assignee_emails": "assignee email",
            "planned_start": "start date",
            "deadline": "due date",
            "labels": "tags",
            "description": "notes",
            "project": "projects",
            "parent": "parent task",
            "predecessors": "blocked by dependencies",
            "successors": "blocking dependencies",
        }
    ),
    reasons=each({_CHANGED: "last modified"}),
)
LINEAR = Profile(
    format="linear_csv",
    title="Linear CSV export",
    marks=(
        headers("id|team|title|status|parent issue"),
        headers("id|title|cycle number"),
    ),
    fields=each(
        {
            "external_id": "id",
            "title": "title",
            "description": "description",
            "status": "status",
            "story_points": "estimate",
            "priority": "priority",
            "project": "project",
            "project_key": "project id",
            "assignees": "assignee",
            "labels": "labels|cycle name|project milestone|team",
            "created_at": "created",
            "started_at": "started",
            "done_at": "completed",
            "cancelled_at": "canceled|cancelled",
            "deadline": "due date",
            "parent": "parent issue",
            "blocked_reason": "(never)",
            "predecessors": "blocked by",
            "successors": "blocks|blocking",
        }
    ),
    reasons=each(
        {
            _CHANGED: "updated",
            "only who works on an issue is taken over": "creator",
            "the name of the cycle is taken": "cycle number|cycle start|cycle end",
            "the name of the milestone is taken": "project milestone id",
            "when it was archived or sorted is not taken over": "archived|triaged",
        }
    ),
    only_own=True,
)
TODOIST = Profile(
    format="todoist_csv",
    title="Todoist CSV export",
    marks=(headers("type|content|indent"),),
    fields=each(
        {
            "title": "content",
            "description": "description",
            "priority": "priority",
            "outline_level": "indent",
            "assignees": "responsible",
            "planned_start": "date",
            "deadline": "deadline",
            "estimate:min": "duration",
            "section": "section above",
            "labels": "labels in the content",
            "comments": "notes below",
        }
    ),
    reasons=each(
        {
            "it says what kind of row it is, which was followed": "type",
            "dates are read without it": "date lang|deadline lang|timezone",
            "it is the unit of the duration, which was followed": "duration unit",
            "how Todoist shows the row": "is collapsed|meta|view style",
            "only who is responsible is taken over": "author",
        }
    ),
    priorities={"1": "urgent", "2": "high", "3": "normal", "4": "low"},
    only_own=True,
)
TICKTICK = Profile(
    format="ticktick_csv",
    title="TickTick CSV export",
    marks=(headers("list name|title|task id|kind"), headers("list name|title|taskid")),
    fields=each(
        {
            "external_id": "task id|taskid",
            "parent": "parent id|parentid",
            "project": "list name",
            "title": "title",
            "labels": "tags|folder name|column name",
            "description": "content",
            "planned_start": "start date",
            "deadline": "due date",
            "priority": "priority",
            "status": "status",
            "created_at": "created time",
            "done_at": "completed time",
        }
    ),
    reasons=each(
        {
            "how TickTick shows the row": "kind|is check list|order|column order|"
            "view mode|is all day|is floating|timezone",
            "reminders and repeats are not taken over": "reminder|repeat",
        }
    ),
    statuses={"0": "todo", "1": "done", "2": "done"},
    priorities={"0": "normal", "1": "low", "3": "normal", "5": "high"},
    only_own=True,
)
