from django.apps import AppConfig


class ShellConfig(AppConfig):
    """An app so that Django finds the static files and template tags."""

    name = "quarterdeck.web.shell"
    label = "shell"
