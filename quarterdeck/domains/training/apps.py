from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "quarterdeck.domains.training"
    label = "training"
