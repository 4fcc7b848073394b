from django.urls import path

from . import views

app_name = "first_run"
urlpatterns = [path("", views.found, name="found")]
