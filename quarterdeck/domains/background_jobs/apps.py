from django.apps import AppConfig


class BackgroundJobsConfig(AppConfig):
    name = "quarterdeck.domains.background_jobs"
    label = "background_jobs"
