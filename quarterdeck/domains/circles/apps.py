from django.apps import AppConfig


class CirclesConfig(AppConfig):
    name = "quarterdeck.domains.circles"
    label = "circles"
