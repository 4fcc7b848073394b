from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "quarterdeck.domains.feedback"
    label = "feedback"
