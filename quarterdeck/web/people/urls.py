from django.urls import path

from .views import (
    adding,
    confirming,
    cost_rates,
    exporting,
    membership,
    person,
    skills,
    team,
    working_time,
    workload,
)

app_name = "people"
one = "<int:person_id>/"
urlpatterns = [
    path("", team.team, name="team"),
    path("teams/", team.teams, name="teams"),
    path(
        "teams/<int:team_id>/cost-rates/",
        cost_rates.team_cost_rates,
        name="team_cost_rates",
    ),
    path(
        "teams/<int:team_id>/cost-rates/set/",
        cost_rates.set_cost_rate,
        name="set_team_cost_rate",
    ),
    path(
        "teams/<int:team_id>/cost-rates/<int:cost_rate_id>/take-back/",
        cost_rates.take_back_cost_rate,
        name="take_back_team_cost_rate",
    ),
    path(
        "teams/<int:team_id>/cost-rates/<int:cost_rate_id>/restore/",
        cost_rates.restore_cost_rate,
        name="restore_team_cost_rate",
    ),
    path("options/", team.options, name="options"),
    path("export.csv", exporting.export_csv, name="export_csv"),
    path("export.xlsx", exporting.export_xlsx, name="export_xlsx"),
    path("add/", adding.add, name="add"),
    path("add/several/", adding.add_several, name="add_several"),
    path("skills/", skills.matrix, name="matrix"),
    path("skills/list/", skills.skills, name="skills"),
    path("skills/<int:skill_id>/", skills.rename_skill, name="rename_skill"),
    path("skills/<int:skill_id>/merge/", skills.merge_skill, name="merge_skill"),
    path("workload/", workload.workload, name="workload"),
    path(one, person.show, name="show"),
    path(f"{one}edit/", person.edit, name="edit"),
    path(f"{one}confirm/", confirming.confirm, name="confirm"),
    path(f"{one}archive/", person.archive, name="archive"),
    path(f"{one}restore/", person.restore, name="restore"),
    path(f"{one}teams/join/", membership.join, name="join"),
    path(f"{one}teams/<int:team_id>/join/", membership.rejoin, name="rejoin"),
    path(f"{one}teams/<int:team_id>/leave/", membership.leave, name="leave"),
    path(f"{one}teams/<int:team_id>/lead/", membership.lead, name="lead"),
    path(
        f"{one}teams/<int:team_id>/stop-leading/",
        membership.stop_leading,
        name="stop_leading",
    ),
    path(f"{one}hours/set/", working_time.set_pattern, name="set_pattern"),
    path(
        f"{one}hours/<int:pattern_id>/remove/",
        working_time.remove_pattern,
        name="remove_pattern",
    ),
    path(f"{one}time-off/add/", working_time.add_time_off, name="add_time_off"),
    path(
        f"{one}time-off/<int:time_off_id>/remove/",
        working_time.remove_time_off,
        name="remove_time_off",
    ),
    path(f"{one}cost-rates/set/", cost_rates.set_cost_rate, name="set_cost_rate"),
    path(
        f"{one}cost-rates/<int:cost_rate_id>/take-back/",
        cost_rates.take_back_cost_rate,
        name="take_back_cost_rate",
    ),
    path(
        f"{one}cost-rates/<int:cost_rate_id>/restore/",
        cost_rates.restore_cost_rate,
        name="restore_cost_rate",
    ),
    path(f"{one}skills/assess/", skills.assess, name="assess"),
    path(f"{one}skills/<int:person_skill_id>/drop/", skills.drop, name="drop"),
    path(f"{one}skills/wish/", skills.wish, name="wish"),
    path(
        f"{one}skills/<int:person_skill_id>/withdraw-wish/",
        skills.withdraw_wish,
        name="withdraw_wish",
    ),
]
