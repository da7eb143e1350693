"""The build door: what it leaves behind when it works and when it does not."""

import shutil
from pathlib import Path

from conftest import MADE_UP, Site, bring_house, run

BAD = "content_vi/gioi-thieu/hong.md"


def break_content(project: Path) -> None:
    text = "---\ntitle: Tỉnh Điện Biên: tổng quan\ndescription: x\nkind: page\n---\nChữ.\n"
    (project / BAD).write_text(text, encoding="utf-8")


def test_a_mistake_stops_the_build_and_the_old_site_stays_as_it_was(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("old")
    break_content(project)
    done = run("scripts/build.py", cwd=project)
    assert done.returncode == 1
    assert f"{BAD}:2: " in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert [p.name for p in (project / "site").iterdir()] == ["index.html"]
    assert (project / "site" / "index.html").read_text() == "old"


def test_a_broken_template_stops_the_build_and_the_old_site_stays_as_it_was(project: Path) -> None:
    (project / "site").mkdir()
    (project / "overrides" / "page.html").write_text("{% broken")
    done = run("scripts/build.py", "--lang", "en", cwd=project)
    assert done.returncode == 1
    assert "was not built" in " ".join(done.stderr.split())
    assert list((project / "site").iterdir()) == []


def test_a_folder_without_git_is_built_whatever_its_name_and_is_told_where_the_site_is(tmp_path: Path) -> None:
    folder = tmp_path / "Cổng (bản nháp) #1 [x] 100%"
    bring_house(folder)
    shutil.copytree(MADE_UP, folder, dirs_exist_ok=True)
    assert not (folder / ".git").exists()
    done = run("scripts/build.py", "--lang", "en", cwd=folder, SOURCE_DATE_EPOCH="", PATH="", HOME="")
    said = " ".join(done.stderr.split())
    assert done.returncode == 0, done.stderr
    assert "in site/" in said
    assert "python scripts serve" in said
    assert (folder / "site/search/vi/index.js").exists()


def test_a_story_that_has_no_english_text_is_shown_in_vietnamese_with_a_notice(site: Site) -> None:
    address = "thanh-tuu/2026/chi-tieng-viet/"
    page = site.pages[f"en/{address}"]
    assert '<html lang="en" data-draft="en">' in page
    assert "This page has no English version yet" in page
    assert '<article lang="vi"' in page
    assert f'<link rel="canonical" href="https://example.org/{address}">' in page
    assert "application/ld+json" not in page
    assert "hreflang=" not in page.split("</head>")[0]
    sitemap = (site.folder / "sitemap.xml").read_text("utf-8")
    assert f"https://example.org/{address}<" in sitemap
    assert f"https://example.org/en/{address}" not in sitemap
    assert 'hreflang="en" href="https' not in site.pages[address]
    assert "application/ld+json" in site.pages[address]


def test_a_story_in_english_alone_stands_in_its_own_frame_and_lists_in_vietnamese_lead_there(site: Site) -> None:
    address = "en/thanh-tuu/2026/chi-tieng-anh/"
    assert address.removeprefix("en/") not in site.pages
    assert "This page has no English version yet" not in site.pages[address]
    assert f'<link rel="canonical" href="https://example.org/{address}">' in site.pages[address]
    assert f'href="../{address}"' in site.pages["thanh-tuu/"]
