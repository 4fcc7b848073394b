from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "quarterdeck.domains.planning"
    label = "planning"

    def ready(self) -> None:
        from quarterdeck.domains.activity.services import recorded

        from .listeners import hear

        recorded.connect(hear, dispatch_uid="planning hears of undone acts")
