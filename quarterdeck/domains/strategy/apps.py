from django.apps import AppConfig


class StrategyConfig(AppConfig):
    name = "quarterdeck.domains.strategy"
    label = "strategy"
