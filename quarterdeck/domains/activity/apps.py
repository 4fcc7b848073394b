from django.apps import AppConfig


class ActivityConfig(AppConfig):
    name = "quarterdeck.domains.activity"
    label = "activity"
