from django.apps import AppConfig


class OwnDataConfig(AppConfig):
    name = "quarterdeck.domains.own_data"
    label = "own_data"
