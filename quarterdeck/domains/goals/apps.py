from django.apps import AppConfig


class GoalsConfig(AppConfig):
    name = "quarterdeck.domains.goals"
    label = "goals"
