"""Addresses of occasions; looking back is a private room."""

from django.urls import path

from quarterdeck.web.shell.private import private_room

from .views import debriefs, handing_over, occasions, own, turns

app_name = "occasions"
one = "<int:occasion_id>/"
turn = "turns/<int:turn_id>/"
debrief = "debriefs/<int:debrief_id>/"
urlpatterns = [
    path("", occasions.index, name="index"),
    path("mine/", own.mine, name="mine"),
    path("set-up/", occasions.set_up, name="set_up"),
    path(one, occasions.show, name="show"),
    path(f"{one}edit/", occasions.edit, name="edit"),
    path(f"{one}end/", occasions.end, name="end"),
    path(f"{one}restore/", occasions.restore, name="restore"),
    path(f"{one}name/", turns.name, name="name_turn"),
    path(f"{one}fill/", turns.fill, name="fill_turns"),
    path(f"{one}say/", turns.say, name="say_willing"),
    path(f"{turn}remove/", turns.remove, name="remove_turn"),
    path(f"{turn}offer/", handing_over.offer, name="offer_turn"),
    path(f"{turn}accept/", handing_over.accept, name="accept_turn"),
    path(f"{turn}decline/", handing_over.decline, name="decline_turn"),
    path(f"{turn}keep/", handing_over.keep, name="withdraw_offer"),
    path(f"{turn}debrief/", private_room(debriefs.write), name="write_debrief"),
    path(f"{debrief}edit/", private_room(debriefs.edit), name="edit_debrief"),
    path(f"{debrief}remove/", private_room(debriefs.remove), name="remove_debrief"),
]
