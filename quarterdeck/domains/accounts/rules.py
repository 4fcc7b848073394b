"""How secrets that are random and long are kept."""

import hashlib


def hash_of(token: str) -> str:
    """Return what is kept of a token; it is random and long, so a plain hash will do."""
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()
