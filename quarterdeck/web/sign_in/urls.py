from django.urls import path

from . import views

app_name = "sign_in"
urlpatterns = [path("link/<str:token>/", views.by_link, name="by_link")]
