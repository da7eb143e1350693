"""Style and scripts: written in parts, sent as one file each; their parts themselves are not published."""

from conftest import ROOT, Site
from portal.site.files.assets import BUNDLES, SCRIPTS, STYLES, bundles, source


def test_every_part_that_is_written_stands_in_some_file_once() -> None:
    written = [p for folder in (STYLES, SCRIPTS) for p in (ROOT / folder).rglob("*") if p.suffix in (".css", ".js")]
    joined = [source(ROOT, path, part) for path, parts in BUNDLES.items() for part in parts]
    assert sorted(joined) == sorted(written)


def test_the_site_has_the_joined_files_and_not_their_parts(site: Site) -> None:
    for path, made in bundles(ROOT).items():
        assert (site.folder / path).read_bytes() == made
    assert not (site.folder / "styles").exists()
    assert not (site.folder / "scripts").exists()
