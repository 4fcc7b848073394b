from django.urls import path

from . import views

app_name = "imports"
urlpatterns = [
    path("", views.start, name="start"),
    path("receive/", views.receive, name="receive"),
    path("<int:import_id>/", views.show, name="show"),
    path("<int:import_id>/map/", views.map_columns, name="map"),
    path("<int:import_id>/commit/", views.commit, name="commit"),
    path("<int:import_id>/undo/", views.undo, name="undo"),
    path("<int:import_id>/discard/", views.discard, name="discard"),
    path("<int:import_id>/left-out.csv", views.left_out, name="left_out"),
]
