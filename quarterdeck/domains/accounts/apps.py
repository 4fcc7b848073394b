from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "quarterdeck.domains.accounts"
    label = "accounts"
