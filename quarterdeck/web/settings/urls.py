from django.urls import path

from . import holidays, roles, views

app_name = "settings"
urlpatterns = [
    path("", views.index, name="index"),
    path("general/", views.general, name="general"),
    path("people/", views.people, name="people"),
    path("roles/", roles.roles, name="roles"),
    path("roles/<int:user_id>/change/", roles.change, name="change_role"),
    path("roles/<int:user_id>/link/", roles.make_link, name="make_link"),
    path("invite/", roles.invite_people, name="invite"),
    path("invitations/<int:invitation_id>/revoke/", roles.revoke, name="revoke"),
    path("holidays/", holidays.holidays, name="holidays"),
    path("holidays/take-over/", holidays.take_over, name="take_over_holidays"),
    path("holidays/add/", holidays.add, name="add_holiday"),
    path("holidays/<int:holiday_id>/remove/", holidays.remove, name="remove_holiday"),
]
