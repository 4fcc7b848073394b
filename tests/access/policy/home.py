from . import NO, OK, Row

ROWS = [
    Row("home:today", guest=OK),
    Row("home:team_week", guest=NO, stranger=NO, peer=NO, owner=NO, admin=NO),
    Row("health", anonymous=OK, outsider=OK, guest=OK),
]
