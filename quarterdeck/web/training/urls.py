from typing import Any

from django.urls import URLPattern, path

from quarterdeck.web.shell.private import private_room

from .views import (
    budgets,
    catalogue,
    comparisons,
    evaluations,
    needs,
    places,
    programmes,
    reports,
    team,
    topics,
)

app_name = "training"
programme, comparison = "programmes/<int:programme_id>/", "compare/<int:comparison_id>/"
place, question = "places/<int:enrolment_id>/", "answers/<int:evaluation_id>/"
topic, budget = "topics/<int:topic_id>/", "budget/<int:team_id>/<int:year>/"


def private(route: str, view: Any, name: str) -> URLPattern:
    return path(route, private_room(view), name=name)


urlpatterns = [
    path("", catalogue.index, name="index"),
    path("start/", catalogue.start, name="start_catalogue"),
    path("programmes/add/", programmes.add, name="add_programme"),
    path(programme, programmes.show, name="programme"),
    path(f"{programme}edit/", programmes.edit, name="edit_programme"),
    path(f"{programme}score/", programmes.score, name="score_programme"),
    path(f"{programme}train/", programmes.train, name="train_skill"),
    path(
        f"{programme}skills/<int:skill_id>/remove/",
        programmes.no_longer_train,
        name="no_longer_train",
    ),
    path(f"{programme}retire/", programmes.retire, name="retire_programme"),
    path(f"{programme}restore/", programmes.restore, name="restore_programme"),
    path("topics/", topics.topics, name="topics"),
    path(f"{topic}edit/", topics.edit, name="edit_topic"),
    path(f"{topic}remove/", topics.remove, name="remove_topic"),
    path(f"{topic}restore/", topics.restore, name="restore_topic"),
    path("compare/", comparisons.listed, name="comparisons"),
    path(comparison, comparisons.show, name="comparison"),
    path(f"{comparison}weigh/", comparisons.weigh, name="weigh_criteria"),
    path(f"{comparison}edit/", comparisons.edit, name="edit_comparison"),
    path(f"{comparison}remove/", comparisons.remove, name="remove_comparison"),
    path(f"{comparison}restore/", comparisons.restore, name="restore_comparison"),
    private(f"{programme}ask/", places.ask, "ask_for_place"),
    private(f"{programme}invite/", places.invite, "invite"),
    private(place, places.show, "place"),
    private(f"{place}approve/", places.approve, "approve_place"),
    private(f"{place}decline/", places.decline, "decline_place"),
    private(f"{place}accept/", places.accept, "accept_place"),
    private(f"{place}book/", places.book, "book_place"),
    private(f"{place}attend/", places.attend, "attend"),
    private(f"{place}miss/", places.miss, "miss"),
    private(f"{place}cancel/", places.cancel, "cancel_place"),
    private(f"{place}reopen/", places.reopen, "reopen_place"),
    private(f"{place}measure/", places.measure, "name_measure"),
    private(f"{place}show-skill/", places.show_skill, "show_trained_skill"),
    private(question, evaluations.answer, "evaluation"),
    private(f"{question}narrow/", evaluations.narrow, "narrow_answer"),
    private(f"{question}set-aside/", evaluations.set_aside, "set_aside"),
    private(f"{question}take-up/", evaluations.take_up, "take_up"),
    private("team/", team.team, "team"),
    private("team/export.csv", team.export_csv, "export_csv"),
    private("team/export.xlsx", team.export_xlsx, "export_xlsx"),
    private("needs/", needs.needs, "needs"),
    private("needs/<int:skill_id>/", needs.need, "need"),
    private("budget/", budgets.mine, "budgets"),
    private(budget, budgets.budget, "budget"),
    private("report/", reports.report, "report"),
    private("report/leaders/", reports.leaders, "report_leaders"),
]
