from django.apps import AppConfig


class OneOnOnesConfig(AppConfig):
    name = "quarterdeck.domains.one_on_ones"
    label = "one_on_ones"
