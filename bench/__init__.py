"""Speed figures of the whole product; `python -m bench`."""
