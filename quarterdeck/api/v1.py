"""The API object: one router for each domain, described by OpenAPI."""

from . import problems
from .accounts import router as accounts
from .background_jobs import router as background_jobs
from .document import Api, Reference
from .goals import router as goals
from .key_results import of_goals as goal_key_results
from .key_results import router as key_results
from .strategy import values, vision

api = Api(
    title="Quarterdeck",
    version="1",
    urls_namespace="api",
    description=(
        "The same acts as the screens, for programs. Show a token made under Your account"
        " · API tokens as `Authorization: Bearer …`. Send an Idempotency-Key with every"
        " write: a repeat under the same key has no second effect and is answered with"
        " the first answer and `Idempotent-Replay: true`. Lists are pages: ask for"
        " `page=2` while `has_next` is true. Errors are problem documents (RFC 9457)."
    ),
    docs=Reference(),
    docs_url="/reference/",
)
problems.register(api)

# One line for each domain, in the order of their names.
ROUTERS = (
    ("/account", accounts),
    ("/goals", goals),
    ("/jobs", background_jobs),
    ("/goals", goal_key_results),
    ("/key-results", key_results),
    ("/values", values),
    ("/vision", vision),
)
for prefix, router in ROUTERS:
    api.add_router(prefix, router)
