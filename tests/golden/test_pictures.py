"""The pictures of the READMEs show what the commands print today; `make docs` draws them anew."""

import pytest
from docs.pictures import LANGUAGES, SHOTS, digest, picture_of, shown
from PIL import Image


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_picture_is_up_to_date(shot, language):
    with Image.open(picture_of(shot, language)) as image:
        assert image.text["digest"] == digest(shown(shot, language))
