from django.apps import AppConfig
from django.core import checks


class ProjectConfig(AppConfig):
    """An app so that the checks of the start are known to Django."""

    name = "quarterdeck.project"
    label = "project"

    def ready(self) -> None:
        from .startup import check_database

        checks.register(check_database, checks.Tags.database)
