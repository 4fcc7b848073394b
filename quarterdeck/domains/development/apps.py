from django.apps import AppConfig


class DevelopmentConfig(AppConfig):
    name = "quarterdeck.domains.development"
    label = "development"
