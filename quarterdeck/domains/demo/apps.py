from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "quarterdeck.domains.demo"
    label = "demo"
