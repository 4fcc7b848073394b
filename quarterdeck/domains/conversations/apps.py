from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    name = "quarterdeck.domains.conversations"
    label = "conversations"
