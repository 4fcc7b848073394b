from . import OK, Row

ROWS = [
    Row("search:page", guest=OK),
    Row("search:page", body={"q": "canary"}, guest=OK),
]
