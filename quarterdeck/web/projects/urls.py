from django.urls import path

from .urls_work import urlpatterns as work
from .views import adding, bulk, exporting, membership, projects, saved, task, tasks

app_name = "projects"
urlpatterns = [
    path("", projects.projects, name="projects"),
    path("add/", projects.add_project, name="add_project"),
    path("<int:project_id>/", projects.project, name="project"),
    path("<int:project_id>/edit/", projects.edit_project, name="edit_project"),
    path("<int:project_id>/archive/", projects.archive, name="archive_project"),
    path("<int:project_id>/restore/", projects.restore, name="restore_project"),
    path("<int:project_id>/members/add/", membership.add, name="add_member"),
    path(
        "<int:project_id>/members/<int:person_id>/remove/",
        membership.remove,
        name="remove_member",
    ),
    path("tasks/", tasks.tasks, name="tasks"),
    path("tasks/export.csv", exporting.export_csv, name="export_csv"),
    path("tasks/export.xlsx", exporting.export_xlsx, name="export_xlsx"),
    path("tasks/quick-add/", adding.add_task, name="add_task"),
    path("tasks/quick-add/read/", adding.read, name="read_line"),
    path("tasks/bulk/", bulk.choose, name="edit_tasks"),
    path("tasks/bulk/preview/", bulk.preview, name="preview_tasks"),
    path("tasks/bulk/apply/", bulk.apply, name="apply_to_tasks"),
    path("tasks/views/save/", saved.save, name="save_view"),
    path("tasks/views/<int:view_id>/remove/", saved.remove, name="remove_view"),
    path("tasks/<int:task_id>/", task.task, name="task"),
    path("tasks/<int:task_id>/edit/", task.edit, name="edit_task"),
    path("tasks/<int:task_id>/status/", tasks.set_status, name="set_status"),
    path("tasks/<int:task_id>/cancel/", task.cancel, name="cancel_task"),
    path("undo/<int:activity_id>/", task.undo, name="undo"),
    *work,
]
