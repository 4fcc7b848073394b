from django.urls import path

from . import views

app_name = "home"
urlpatterns = [
    path("", views.today, name="today"),
    path("team-week/", views.team_week, name="team_week"),
]
