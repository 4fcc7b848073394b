from django.apps import AppConfig


class MentoringConfig(AppConfig):
    name = "quarterdeck.domains.mentoring"
    label = "mentoring"
