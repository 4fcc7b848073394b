from tests.domains.development.conftest import room

__all__ = ["room"]
