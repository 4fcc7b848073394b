from django.urls import path

from quarterdeck.web.shell.private import private_room

from .views import (
    candidates,
    deciding,
    interviews,
    newcomers,
    questions,
    roles,
    teams,
    templates,
)

app_name = "hiring"
role, person = "<int:open_role_id>/", "<int:person_id>/"
candidate, interview = (
    "candidates/<int:candidate_id>/",
    "interviews/<int:interview_id>/",
)
question, template = "questions/<int:question_id>/", "templates/<int:template_id>/"
step, way_in = "steps/<int:onboarding_step_id>/", "onboarding/<int:onboarding_id>/"


def private(route: str, view: object, name: str) -> object:
    return path(route, private_room(view), name=name)  # type: ignore[arg-type]


# What every member may read, and what their leaders do with it.
NOTICES = [
    path("", roles.roles, name="roles"),
    path("open/", roles.open_role, name="open_role"),
    path(role, roles.show, name="role"),
    path(f"{role}edit/", roles.edit, name="edit_role"),
    path(f"{role}skills/require/", roles.require, name="require_skill"),
    path(
        f"{role}skills/<int:skill_id>/remove/",
        roles.no_longer_require,
        name="no_longer_require_skill",
    ),
    path(f"{role}pause/", roles.pause, name="pause_role"),
    path(f"{role}reopen/", roles.reopen, name="reopen_role"),
    path(f"{role}fill/", roles.fill, name="fill_role"),
    path(f"{role}close/", roles.close, name="close_role"),
]
# What only the hiring team reads.
HIRING = [
    private(f"{role}team/", teams.show, "team"),
    private(f"{role}team/add/", teams.add, "add_to_team"),
    private(f"{role}team/{person}remove/", teams.remove, "remove_from_team"),
    private(f"{role}team/{person}decide/", teams.decide, "name_decider"),
    private(f"{role}file/", teams.edit_file, "edit_file"),
    private(f"{role}questions/", questions.show, "questions"),
    private(f"{role}questions/add/", questions.add, "add_question"),
    private(f"{question}edit/", questions.edit, "edit_question"),
    private(f"{question}remove/", questions.remove, "remove_question"),
    private(f"{question}restore/", questions.restore, "restore_question"),
    private(f"{role}candidates/", candidates.show_all, "candidates"),
    private(f"{role}candidates/add/", candidates.add, "add_candidate"),
    private("due/", candidates.due, "due"),
    private("due/erase/", candidates.erase_due, "erase_due"),
    private(candidate, candidates.show, "candidate"),
    private(f"{candidate}edit/", candidates.edit, "edit_candidate"),
    private(f"{candidate}withdraw/", candidates.withdraw, "withdraw_candidate"),
    private(f"{candidate}return/", candidates.take_up, "return_candidate"),
    private(f"{candidate}erase/", candidates.erase, "erase_candidate"),
    private(f"{candidate}plan/", interviews.plan, "plan_interview"),
    private(interview, interviews.show, "interview"),
    private(f"{interview}write/", interviews.write, "write_scorecard"),
    private(f"{interview}hand-in/", interviews.hand_in, "hand_in_scorecard"),
    private(f"{interview}move/", interviews.move, "move_interview"),
    private(f"{interview}cancel/", interviews.cancel, "cancel_interview"),
    private(f"{candidate}open/", deciding.open_scores, "open_scores"),
    private(f"{candidate}decide/", deciding.decide, "decide"),
    private(f"{candidate}take-back/", deciding.take_back, "take_back_decision"),
    private(f"{candidate}dissent/", deciding.dissent, "note_dissent"),
    private(f"{candidate}tell/", deciding.tell_candidate, "tell_candidate"),
    private(f"{candidate}hire/", deciding.hire, "hire_candidate"),
    private(f"{candidate}move/", deciding.move, "move_candidate"),
    private(f"{candidate}undo-hire/", deciding.undo_hire, "undo_hire"),
]
ONBOARDING = [
    path("onboarding/", newcomers.show_all, name="onboardings"),
    path(way_in, newcomers.show, name="onboarding"),
    path(f"people/{person}start/", newcomers.start, name="start_onboarding"),
    path(f"{way_in}stop/", newcomers.stop, name="stop_onboarding"),
    path(f"{way_in}resume/", newcomers.resume, name="resume_onboarding"),
    private(f"{way_in}answer/", newcomers.answer, "answer_onboarding"),
    private(f"{way_in}answer/erase/", newcomers.erase_answer, "erase_answer"),
    path("templates/", templates.show_all, name="templates"),
    path("templates/add/", templates.add, name="add_template"),
    path(template, templates.show, name="template"),
    path(f"{template}edit/", templates.edit, name="edit_template"),
    path(f"{template}retire/", templates.retire, name="retire_template"),
    path(f"{template}restore/", templates.restore, name="restore_template"),
    path(f"{template}steps/add/", templates.add_step, name="add_step"),
    path(f"{step}edit/", templates.edit_step, name="edit_step"),
    path(f"{step}remove/", templates.remove_step, name="remove_step"),
    path(f"{step}restore/", templates.restore_step, name="restore_step"),
]
urlpatterns = [*NOTICES, *HIRING, *ONBOARDING]
