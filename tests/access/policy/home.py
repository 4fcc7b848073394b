from . import OK, Row

ROWS = [
    Row("home:today", guest=OK),
    Row("health", anonymous=OK, outsider=OK, guest=OK),
]
