"""What a page says for machines."""

import json
from dataclasses import replace

from conftest import SITE
from portal.site_views import Views
from portal.structured_data import structured_data


def test_structured_data_says_what_the_page_says(views: Views) -> None:
    page = views.page("en", "thanh-tuu/2026/bai")
    crumbs, article = map(json.loads, structured_data(page, SITE))
    assert crumbs["@type"] == "BreadcrumbList"
    assert [entry["name"] for entry in crumbs["itemListElement"]] == [crumb.title for crumb in page.breadcrumbs]
    assert crumbs["itemListElement"][-1]["item"] == page.canonical
    assert article["headline"] == page.front.title
    assert article["inLanguage"] == "en"
    assert article["publisher"] == {"@type": "GovernmentOrganization", "name": "Body"}
    assert article["creativeWorkStatus"] == "Draft"


def test_structured_data_cannot_end_its_script_element(views: Views) -> None:
    page = views.page("vi", "thanh-tuu/2026/bai")
    sly = page.front.model_copy(update={"title": "</script><script>x</script>"})
    block = structured_data(replace(page, story=replace(page.story, front=sly)), SITE)[1]
    assert "</script>" not in block
    assert json.loads(block)["headline"] == sly.title
