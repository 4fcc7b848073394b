from django.urls import path

from . import views

app_name = "background_jobs"
urlpatterns = [
    path("<int:job_id>/", views.show, name="show"),
    path("<int:job_id>/cancel/", views.cancel, name="cancel"),
]
