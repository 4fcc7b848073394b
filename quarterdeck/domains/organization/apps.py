from django.apps import AppConfig


class OrganizationConfig(AppConfig):
    name = "quarterdeck.domains.organization"
    label = "organization"
