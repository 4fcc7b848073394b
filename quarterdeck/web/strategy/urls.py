from django.urls import path

from . import views

app_name = "strategy"
urlpatterns = [
    path("", views.vision, name="vision"),
    path("publish/", views.publish, name="publish_vision"),
    path("<int:number>/", views.version, name="version"),
    path("values/add/", views.add_value, name="add_value"),
    path("values/<int:value_id>/edit/", views.edit_value, name="edit_value"),
    path("values/<int:value_id>/move/", views.move_value, name="move_value"),
    path("values/<int:value_id>/retire/", views.retire_value, name="retire_value"),
    path("values/<int:value_id>/restore/", views.restore_value, name="restore_value"),
]
