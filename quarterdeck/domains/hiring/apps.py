from django.apps import AppConfig


class HiringConfig(AppConfig):
    name = "quarterdeck.domains.hiring"
    label = "hiring"
