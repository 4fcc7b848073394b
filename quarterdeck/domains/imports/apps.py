from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "quarterdeck.domains.imports"
    label = "imports"
