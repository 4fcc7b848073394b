from django.urls import path

from . import choosing, costs, deciding, levers, views, what_if

app_name = "planning"
urlpatterns = [
    path("", views.plan, name="plan"),
    path("propose/", views.propose, name="propose"),
    path("proposals/<int:proposal_id>/", views.show, name="show"),
    path("proposals/<int:proposal_id>/cost/", costs.cost, name="cost"),
    path(
        "proposals/<int:proposal_id>/choices/<int:choice_id>/choose/",
        choosing.choose,
        name="choose",
    ),
    path("proposals/<int:proposal_id>/accept/", deciding.accept, name="accept"),
    path("proposals/<int:proposal_id>/refuse/", deciding.refuse, name="refuse"),
    path("proposals/<int:proposal_id>/cancel/", deciding.cancel, name="cancel"),
    path("proposals/<int:proposal_id>/levers/", levers.levers, name="levers"),
    path("proposals/<int:proposal_id>/levers/find/", levers.find, name="find_levers"),
    path("proposals/<int:proposal_id>/levers/stop/", levers.stop, name="stop_levers"),
    path(
        "proposals/<int:proposal_id>/levers/<int:number>/suppose/",
        levers.suppose,
        name="suppose_lever",
    ),
    path("tasks/<int:task_id>/lock/", deciding.lock, name="lock"),
    path("tasks/<int:task_id>/unlock/", deciding.unlock, name="unlock"),
    path("what-if/add/", what_if.draft, name="draft"),
    path("what-if/options/", what_if.options, name="options"),
    path("what-if/<int:scenario_id>/", what_if.scenario, name="scenario"),
    path("what-if/<int:scenario_id>/suppose/", what_if.suppose, name="suppose"),
    path(
        "what-if/<int:scenario_id>/suppositions/<int:number>/remove/",
        what_if.remove,
        name="remove_supposition",
    ),
    path("what-if/<int:scenario_id>/compare/", what_if.compare, name="compare"),
    path("what-if/<int:scenario_id>/discard/", what_if.discard, name="discard"),
]
