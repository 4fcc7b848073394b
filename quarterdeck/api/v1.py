"""The API object: one router for each domain, described by OpenAPI."""

from ninja import NinjaAPI

from . import problems
from .goals import router as goals

api = NinjaAPI(
    title="Quarterdeck",
    version="1",
    urls_namespace="api",
    description="The same acts as the screens. Send an Idempotency-Key with every write.",
    docs_url=None,  # its page would load scripts from elsewhere
)
problems.register(api)
api.add_router("/goals", goals)
