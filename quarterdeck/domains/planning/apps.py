from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "quarterdeck.domains.planning"
    label = "planning"
