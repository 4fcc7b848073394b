from django.urls import path

from . import joining, views

app_name = "organization"
urlpatterns = [
    path("join/<str:token>/", joining.join, name="join"),
    path("teams/add/", views.add_team, name="add_team"),
    path("teams/<int:team_id>/", views.team, name="team"),
    path("teams/<int:team_id>/move/", views.move_team, name="move_team"),
    path("teams/<int:team_id>/remove/", views.remove_team, name="remove_team"),
]
