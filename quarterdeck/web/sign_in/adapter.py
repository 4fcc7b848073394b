"""Nobody signs up by themselves: accounts come from the first run and from invitations."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter


class InvitedOnly(DefaultAccountAdapter):
    def is_open_for_signup(self, request: Any) -> bool:
        return False
