"""Threads that write over HTTP and remember what was acknowledged."""

import threading
import time


class Writers:
    """Each write has a title and a key of its own; a cut one is sent once more."""

    def __init__(self, instance, threads=3, pause=0.01) -> None:
        self.instance, self.pause = instance, pause
        self.sent: set[str] = set()
        self.acknowledged: set[str] = set()
        self.errors: list[str] = []
        self.stopping = threading.Event()
        self.threads = [
            threading.Thread(target=self._write, args=(number,), daemon=True)
            for number in range(threads)
        ]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *error):
        self.stopping.set()
        for thread in self.threads:
            thread.join(20)

    def _write(self, thread: int) -> None:
        count = 0
        while not self.stopping.is_set():
            count += 1
            title = f"goal {thread}-{count}"
            self.sent.add(title)
            if not self._send(title):
                self._wait_for_the_server()
                self._send(title)
            time.sleep(self.pause)

    def _send(self, title: str) -> bool:
        answer = self.instance.request(
            "POST",
            "/api/v1/goals/",
            {"title": title, "why": "It must not be lost."},
            Authorization=f"Bearer {self.instance.token}",
            Idempotency_Key=title,
        )
        if answer is None:
            return False
        if answer.status == 201:
            self.acknowledged.add(title)
        elif answer.status != 409:  # cut off before: nobody knows, and it is said so
            self.errors.append(f"{answer.status} {answer.text[:200]}")
        return True

    def _wait_for_the_server(self) -> None:
        while not self.stopping.is_set() and not self.instance.is_ready():
            time.sleep(0.1)
