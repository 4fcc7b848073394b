from django.apps import AppConfig


class ErasureConfig(AppConfig):
    name = "quarterdeck.domains.erasure"
    label = "erasure"
