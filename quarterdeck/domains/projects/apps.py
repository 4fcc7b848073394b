from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "quarterdeck.domains.projects"
    label = "projects"
