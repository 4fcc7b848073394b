from django.urls import path

from . import views

app_name = "erasure"
urlpatterns = [
    path("", views.wishes, name="wishes"),
    path("me/", views.me, name="me"),
    path("<int:person_id>/", views.person, name="person"),
    path("<int:person_id>/ask/", views.ask, name="ask"),
    path("wishes/<int:erasure_id>/", views.wish, name="wish"),
    path("wishes/<int:erasure_id>/begin/", views.begin, name="begin"),
    path("wishes/<int:erasure_id>/take-back/", views.take_back, name="take_back"),
]
