from django.apps import AppConfig


class OccasionsConfig(AppConfig):
    name = "quarterdeck.domains.occasions"
    label = "occasions"
