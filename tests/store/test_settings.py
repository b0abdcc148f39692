import stat
from pathlib import Path

import pytest
import tomli

from casebot.store.failure import StoreError
from casebot.store.places import data_folder, gradebook_file, make_folder, settings_file
from casebot.store.settings import Settings, language_of, read_settings, write_settings


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "a" / "settings.toml"
    assert read_settings(path).settings == Settings()
    wanted = Settings(language="fr", learner="Zoé", theme="casebot-light", certainty=False)
    write_settings(path, wanted)
    assert read_settings(path).settings == wanted
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_broken_file_is_set_aside_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("language = fr")
    read = read_settings(path)
    assert read.settings == Settings()
    assert read.set_aside is not None
    assert read.set_aside.read_text() == "language = fr"
    assert not path.exists()


def test_a_value_of_the_wrong_type_is_as_usual(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('language = 3\ntheme = "textual-light"\nunknown = 1\ncertainty = "no"\n')
    assert read_settings(path).settings == Settings(theme="textual-light")


@pytest.mark.parametrize(
    ("chosen", "settled", "locale", "spoken"),
    [
        ("", "", "", "en"),
        ("", "", "fr_FR.UTF-8", "fr"),
        ("", "", "de_DE.UTF-8", "en"),
        ("", "en", "fr_CA", "en"),
        ("fr", "en", "en_GB", "fr"),
        ("xx", "", "fr", "fr"),
    ],
)
def test_the_language_is_the_one_chosen_or_set_or_of_the_locale(
    monkeypatch: pytest.MonkeyPatch, chosen: str, settled: str, locale: str, spoken: str
) -> None:
    monkeypatch.setenv("LANG", locale)
    assert language_of(chosen, Settings(language=settled)) == spoken


def test_everything_moves_with_one_variable(home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert data_folder() == home
    assert settings_file() == home / "settings.toml"
    assert gradebook_file("ada") == home / "gradebook-ada.db"
    assert gradebook_file("../a/b").parent == home
    assert gradebook_file("") == home / "gradebook-learner.db"
    monkeypatch.delenv("CASEBOT_HOME")
    assert tmp_path in data_folder().parents
    assert tmp_path in settings_file().parents


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError) as told:
        make_folder(tmp_path / "file" / "folder")
    assert told.value.code == "home-unusable"


def test_a_value_that_a_setting_cannot_have_is_as_usual(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('daily_limit = 0\nmotion = "wild"\n')
    assert read_settings(path).settings == Settings()
    path.write_text("daily_limit = true\ncertainty = 1\n")
    assert read_settings(path).settings == Settings()
    path.write_text('daily_limit = 5\nmotion = "reduced"\nkeep_positions = false\n', "utf-8-sig")
    assert read_settings(path).settings == Settings(daily_limit=5, motion="reduced", keep_positions=False)


def test_what_the_file_holds_beside_settings_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('colour = "of a later casebot"\ntheme = "nord"\n[later]\nx = 1\n')
    write_settings(path, Settings(language="fr"))
    table = tomli.loads(path.read_text("utf-8"))
    assert table["colour"] == "of a later casebot"
    assert table["later"] == {"x": 1}
    assert (table["language"], table["theme"]) == ("fr", "casebot-dark")
    path.write_text("broken = [")
    write_settings(path, Settings(language="fr"))
    assert read_settings(path).settings == Settings(language="fr")
