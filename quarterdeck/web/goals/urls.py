from django.urls import path

from . import views

app_name = "goals"
urlpatterns = [
    path("", views.tree, name="tree"),
    path("add/", views.add, name="add"),
    path("<int:goal_id>/", views.show, name="show"),
    path("<int:goal_id>/close/", views.close, name="close"),
    path("<int:goal_id>/reopen/", views.reopen, name="reopen"),
]
