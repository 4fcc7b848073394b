"""A server, a browser, and what must hold on every page that a journey opens."""

import os
import shutil
import threading
from contextlib import closing
from pathlib import Path

import pytest
from django.core.servers.basehttp import ThreadedWSGIServer
from django.test.testcases import LiveServerThread, _StaticFilesHandler

from tests.conftest import KEPT_CAST
from tests.journeys.visit import PATIENCE, Visit

RESULTS = Path(__file__).parents[2] / "test-results"
ALONE = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"]
# The first is the same browser without windows, which takes a quarter less of a core.
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def playwright(request):
    from django.db import connections
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as running:
        yield running
        # While its loop runs, this thread has other connections; they end before it.
        if kept := request.session.stash.get(KEPT_CAST, None):
            kept.end()
        connections.close_all()


@pytest.fixture(scope="session")
def browser(playwright):
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    found = found or playwright.chromium.executable_path
    if not Path(found).exists():
        pytest.skip(
            "no Chromium is installed: the journeys through the screens are left out"
        )
    started = playwright.chromium.launch(executable_path=found, args=ALONE)
    yield started
    started.close()


class OneAtATime:
    """The application, asked one request after the other: the test's own database is in
    memory and shared. Connections are taken side by side all the same: a browser opens
    some that it never uses, and a server that reads from those waits until they close.
    """

    def __init__(self, application) -> None:
        self.application, self.turn = application, threading.Lock()

    def __call__(self, environ, start_response) -> list[bytes]:
        with self.turn, closing(self.application(environ, start_response)) as answer:
            return [b"".join(answer)]


class StaticFiles(_StaticFilesHandler):
    """Styles and scripts stay in the browser from page to page, as they do in use."""

    def serve(self, request):
        answer = super().serve(request)
        answer["Cache-Control"] = "max-age=600"
        return answer


class Server(ThreadedWSGIServer):
    def _close_connections(self) -> None:
        """A connection that is shared with the test is the test's to close."""
        if not self.connections_override:
            super()._close_connections()


class ServerThread(LiveServerThread):
    server_class = Server

    def _create_server(self, connections_override=None):
        server = super()._create_server(connections_override)
        take = server.set_app
        server.set_app = lambda application: take(OneAtATime(application))
        return server


@pytest.fixture
def server(transactional_db, settings):
    from django.db import connections

    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
    shared = {}
    for connection in connections.all():
        if connection.vendor == "sqlite" and connection.is_in_memory_db():
            connection.inc_thread_sharing()
            shared[connection.alias] = connection
    thread = ServerThread("localhost", StaticFiles, connections_override=shared)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    yield f"http://localhost:{thread.port}"
    thread.terminate()
    for connection in shared.values():
        connection.dec_thread_sharing()


@pytest.fixture
def visit(browser, server, request):
    """Open a browser as somebody: visit(user), visit(theme="dark"), visit(phone=True)."""
    opened = []

    def start(user=None, **how):
        worker = os.environ.get("PYTEST_XDIST_WORKER", "")
        folder = RESULTS / worker / request.node.name
        opened.append(Visit(browser, server, folder, user=user, **how))
        return opened[-1]

    yield start
    for one in opened:
        one.close()
    for one in opened:
        one.nothing_went_wrong()
