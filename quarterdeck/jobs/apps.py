from django.apps import AppConfig


class JobsConfig(AppConfig):
    """An app so that Django finds the commands."""

    name = "quarterdeck.jobs"
    label = "jobs"
