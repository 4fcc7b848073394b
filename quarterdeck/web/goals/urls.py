from django.urls import path

from .views import changing, coverage, key_results, linking, listing, page

app_name = "goals"
urlpatterns = [
    path("", listing.tree, name="tree"),
    path("add/", changing.add, name="add"),
    path("coverage/", coverage.coverage, name="coverage"),
    path("coverage/<slug:gap>/", coverage.gap, name="coverage_list"),
    path("<int:goal_id>/", page.show, name="show"),
    path("<int:goal_id>/branch/", listing.branch, name="branch"),
    path("<int:goal_id>/below/", listing.below, name="below"),
    path("<int:goal_id>/edit/", changing.edit, name="edit"),
    path("<int:goal_id>/formula/", changing.formula, name="change_formula"),
    path("<int:goal_id>/close/", changing.close, name="close"),
    path("<int:goal_id>/reopen/", changing.reopen, name="reopen"),
    path("<int:goal_id>/link/", linking.find, name="find_to_link"),
    path("<int:child_id>/adds-to/<int:parent_id>/", linking.link, name="link"),
    path("<int:child_id>/adds-to/<int:parent_id>/end/", linking.unlink, name="unlink"),
    path("<int:goal_id>/key-results/add/", key_results.add, name="add_key_result"),
    path(
        "key-results/<int:key_result_id>/edit/",
        key_results.edit,
        name="edit_key_result",
    ),
    path(
        "key-results/<int:key_result_id>/record/",
        key_results.record,
        name="record_measurement",
    ),
    path(
        "key-results/<int:key_result_id>/remove/",
        key_results.remove,
        name="remove_key_result",
    ),
    path(
        "key-results/<int:key_result_id>/restore/",
        key_results.restore,
        name="restore_key_result",
    ),
]
