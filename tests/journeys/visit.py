"""One browser window and what it noticed on its way."""

from functools import cached_property
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
DESK, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 844}
PATIENCE = 60_000  # milliseconds; only what fails takes them
QUIET = """() => document.styleSheets.length > 0
  && !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')
  && document.getAnimations().every((one) => one.playState !== 'running'
       || one.effect.getComputedTiming().endTime === Infinity)"""
AXE = Axe()
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Visit:
    def __init__(
        self, browser, origin, folder, *, user=None, theme="light", phone=False
    ):
        self.origin, self.folder = origin, Path(folder)
        self.troubles: list[str] = []
        self.context = browser.new_context(
            base_url=origin, viewport=PHONE if phone else DESK, color_scheme=theme
        )
        self.context.set_default_timeout(PATIENCE)
        # Nothing else than this server has an address (conftest.py). A route would see
        # the requests too, and would have each style and script fetched for each page.
        self.context.on("request", self._stay_at_home)
        if user is not None:
            self.sign_in(user)

    def sign_in(self, user) -> None:
        """Without the form, which has a journey of its own."""
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = BACKEND
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.save()
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": session.session_key, "url": self.origin}
        self.context.add_cookies([cookie])

    @cached_property
    def page(self):
        page = self.context.new_page()
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.troubles.append(f"script: {error}"))
        page.on("response", self._look)
        return page

    def go(self, path: str):
        return self.page.goto(path, wait_until="load")

    def picture(self, name: str) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=self.folder / f"{name}.png")

    def settle(self) -> None:
        """A click returns once the next page has begun: until its styles have come, a
        button is as small as a word, and while a notice slides in it covers another."""
        self.page.wait_for_load_state("load")
        self.page.wait_for_function(QUIET)

    def barriers(self, *, only: list[str] | None = None) -> list[str]:
        """What axe finds: the rule, and the first place where it is broken."""
        self.settle()
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.axe_script)
        run = (
            {"type": "rule", "values": only}
            if only
            else {"type": "tag", "values": STANDARDS}
        )
        asked = {"runOnly": run, "resultTypes": ["violations"], "preload": False}
        found = self.page.evaluate(
            "asked => axe.run(asked).then((told) => told.violations)", asked
        )
        return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]

    def barriers_in_both_themes(self) -> list[str]:
        found = []
        for theme in ("light", "dark"):
            self.page.emulate_media(color_scheme=theme)
            only = ["color-contrast", "link-in-text-block"] if theme == "dark" else None
            found += [f"{theme}: {what}" for what in self.barriers(only=only)]
        self.page.emulate_media(color_scheme="light")
        return found

    def is_wider_than_a_phone(self) -> bool:
        self.page.set_viewport_size(PHONE)
        wide = self.page.evaluate("document.documentElement.scrollWidth > innerWidth")
        self.page.set_viewport_size(DESK)
        return bool(wide)

    def close(self) -> None:
        self.context.close()

    def nothing_went_wrong(self) -> None:
        assert not self.troubles, "\n".join(self.troubles)

    def _stay_at_home(self, request) -> None:
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.troubles.append(f"left the house: {request.url}")

    def _listen(self, message) -> None:
        if message.type == "error" and "the server responded with" not in message.text:
            self.troubles.append(f"console: {message.text}")

    def _look(self, response) -> None:
        if response.status >= 500:
            self.troubles.append(f"{response.status}: {response.url}")
