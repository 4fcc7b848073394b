"""A project is open to the organization, or to its team and who was let in by name.

Its team works on the tasks; its leader, and whoever leads the team, on the project. An
admin runs the instance and has no door into either.
"""

from . import HIDDEN, NO, OK, Row, operation

# Everybody in the organization looks, its team works.
TEAM_WORKS = {"guest": HIDDEN, "stranger": NO, "admin": NO}
LEADERS_WORK = {**TEAM_WORKS, "peer": NO}
TEAM_SEES = {"guest": HIDDEN, "stranger": HIDDEN, "admin": HIDDEN}
SHARED = {"guest": OK, "stranger": HIDDEN, "admin": HIDDEN}
OWNER_ONLY = dict.fromkeys(
    ["guest", "stranger", "peer", "leader", "captain", "admin"], HIDDEN
)
NOTHING_CHANGES = dict.fromkeys(["guest", "stranger", "admin"], "409")


def of(**names):
    return {
        "arguments": lambda world: {k: getattr(world, v).pk for k, v in names.items()}
    }


TEAM_TASK, SHARED_TASK = of(task_id="team_task"), of(task_id="shared_task")
TEAM_PROJECT = of(project_id="team_project")
ARCHIVED = of(project_id="archived_project")
TITLE = {"fields": "title", "title": "New title", "version": "1"}


def gwen_in_shared(world):
    person = world.cast.person(world.cast.gwen)
    return {"project_id": world.shared_project.pk, "person_id": person.pk}


GWEN = {"arguments": gwen_in_shared}
UNSHARE = {"guest": NO, "stranger": HIDDEN, "peer": NO, "owner": NO, "admin": HIDDEN}


def ids(world):
    return {"ids": f"{world.task.pk} {world.team_task.pk}", "priority": "1"}


def bulk(world):
    both = [world.task.pk, world.team_task.pk]
    return {"task_ids": both, "changes": {"status": "doing"}}


def look_first(world):
    return {**bulk(world), "dry_run": True}


def in_project(world):
    return {"title": "T", "project_id": world.project.pk}


def in_team_project(world):
    return {"title": "T", "project_id": world.team_project.pk}


PAGES = [
    Row("projects:tasks", guest=OK),
    Row("projects:task"),
    Row("projects:task", **TEAM_SEES, **TEAM_TASK),
    Row("projects:task", **SHARED, **SHARED_TASK),
    Row("projects:edit_task", "POST", TITLE, **TEAM_WORKS),
    Row("projects:edit_task", "POST", TITLE, **TEAM_SEES, **TEAM_TASK),
    Row("projects:edit_task", "POST", TITLE, **{**SHARED, "guest": NO}, **SHARED_TASK),
    Row("projects:set_status", "POST", {"status": "done"}, **TEAM_WORKS),
    Row("projects:cancel_task", "POST", **TEAM_WORKS),
    Row("projects:undo", "POST", **OWNER_ONLY),
    # The form itself says that there is no such project to add to.
    Row("projects:add_task", guest=OK),
    Row(
        "projects:add_task",
        "POST",
        lambda world: {"line": "T", "project": world.team_project.pk},
        guest=OK,
    ),
    Row("projects:read_line", guest=OK),
    Row(
        "projects:edit_tasks",
        "POST",
        lambda world: {"task": [world.task.pk, world.team_task.pk]},
        guest=OK,
    ),
    Row("projects:preview_tasks", "POST", ids, guest=OK),
    Row("projects:apply_to_tasks", "POST", ids, **NOTHING_CHANGES),
    Row("projects:save_view", "POST", {"name": "N", "query": "mine=on"}, guest=OK),
    Row("projects:remove_view", "POST", **OWNER_ONLY),
    # The same rows as the list: everybody gets a file of what they see.
    Row("projects:export_csv", guest=OK),
    Row("projects:export_xlsx", guest=OK),
    Row("projects:projects", guest=OK),
    Row("projects:project"),
    Row("projects:project", **TEAM_SEES, **TEAM_PROJECT),
    Row("projects:project", **SHARED, **of(project_id="shared_project")),
    Row("projects:add_project", guest=OK),
    Row(
        "projects:add_project",
        "POST",
        lambda world: {
            "name": "N",
            "team": world.cast.support.pk,
            "visibility": "team",
        },
        guest=OK,
    ),
    Row(
        "projects:edit_project",
        "POST",
        {"fields": "name", "name": "New", "version": "1"},
        **LEADERS_WORK,
    ),
    Row("projects:archive_project", "POST", **LEADERS_WORK),
    Row(
        "projects:archive_project",
        "POST",
        **{**TEAM_SEES, "peer": NO, "owner": NO},
        **TEAM_PROJECT,
    ),
    Row("projects:restore_project", "POST", **LEADERS_WORK, **ARCHIVED),
    Row("projects:add_member", "POST", {"person": "Charlie"}, **LEADERS_WORK),
    Row("projects:remove_member", "POST", **UNSHARE, **GWEN),
]
OPERATIONS = [
    operation("list_projects", guest=OK),
    operation(
        "add_project",
        "POST",
        lambda world: {"name": "N", "team_id": world.cast.support.pk},
        **TEAM_WORKS,
    ),
    operation("get_project"),
    operation("get_project", **TEAM_SEES, **TEAM_PROJECT),
    operation("edit_project", "PATCH", {"version": 1, "name": "New"}, **LEADERS_WORK),
    operation("archive_project", "POST", **LEADERS_WORK),
    operation("restore_project", "POST", **LEADERS_WORK, **ARCHIVED),
    operation(
        "add_member",
        "POST",
        lambda world: {"person_id": world.cast.person(world.cast.charlie).pk},
        **LEADERS_WORK,
    ),
    operation("remove_member", "DELETE", **UNSHARE, **GWEN),
    operation("project_history"),
    operation("list_tasks", guest=OK),
    operation("add_task", "POST", in_project, **TEAM_WORKS),
    operation("add_task", "POST", in_team_project, **TEAM_SEES),
    operation("edit_tasks", "POST", bulk, **NOTHING_CHANGES),
    operation("edit_tasks", "POST", look_first, guest=OK),
    operation("undo_act", "POST", **OWNER_ONLY),
    operation("get_task"),
    operation("get_task", **TEAM_SEES, **TEAM_TASK),
    operation("get_task", **SHARED, **SHARED_TASK),
    operation("edit_task", "PATCH", {"version": 1, "title": "New"}, **TEAM_WORKS),
    operation("finish_task", "POST", **TEAM_WORKS),
    operation("cancel_task", "DELETE", **TEAM_WORKS),
    operation("task_history"),
    operation("task_history", **TEAM_SEES, **TEAM_TASK),
]
ROWS = PAGES + OPERATIONS
