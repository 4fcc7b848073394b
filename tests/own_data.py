"""Read somebody's own file as they would: prepared, made, unpacked."""

import io
import json
import zipfile
from datetime import datetime
from typing import Any

from quarterdeck.domains.own_data.models import OwnDataFile
from quarterdeck.domains.own_data.services import make_own_data, prepare_own_data


def data_of(user: Any, at: datetime) -> dict[str, Any]:
    file = prepare_own_data(by=user, at=at)
    make_own_data.call(file.pk)
    return unpacked(OwnDataFile.objects.get(pk=file.pk).content)


def unpacked(content: Any) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        assert archive.namelist() == ["my-data.json", "read-me.txt"]
        found: dict[str, Any] = json.loads(archive.read("my-data.json"))
    return found
