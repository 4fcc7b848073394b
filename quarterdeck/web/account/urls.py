from django.urls import path

from . import my_data, views

app_name = "account"
urlpatterns = [
    path("", views.profile, name="profile"),
    path("appearance/", views.appearance, name="appearance"),
    path("theme/", views.theme, name="theme"),
    path("security/", views.security, name="security"),
    path("private-rooms/", views.private_rooms, name="private_rooms"),
    path("password/", views.new_password, name="new_password"),
    path("tokens/", views.tokens, name="tokens"),
    path("tokens/<int:token_id>/revoke/", views.revoke_token, name="revoke_token"),
    path("data/", my_data.data, name="data"),
    path("data/prepare/", my_data.prepare, name="prepare"),
    path("data/download/", my_data.download, name="download"),
    path("data/remove/", my_data.remove, name="remove"),
]
