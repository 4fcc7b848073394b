from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "quarterdeck.domains.people"
    label = "people"
