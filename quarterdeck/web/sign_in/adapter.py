"""What is ours about signing in: nobody signs up, and a second factor is a proof."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records

from quarterdeck.domains.accounts.services import prove_by_second_factor


class InvitedOnly(DefaultAccountAdapter):
    """Accounts come from the first run and from invitations."""

    def is_open_for_signup(self, request: Any) -> bool:
        return False

    def post_login(self, request: Any, user: Any, **more: Any) -> Any:
        """Whoever showed their own second factor need not be confirmed by anybody."""
        records = get_authentication_records(request, user)
        shown = [each["id"] for each in records if each["method"] == "mfa"]
        if shown:
            prove_by_second_factor(user=user, shown=shown, at=request.now)
        return super().post_login(request, user, **more)
