"""A stand-in for GitHub's interface, as far as the editing tool asks it: a repository, its branches, its pulls."""

import hashlib
import json
import re
from base64 import b64decode
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, Route

API: Final = "https://api.github.com"
_OPEN: Final = {
    "access-control-allow-origin": "*",
    "access-control-allow-headers": "*",
    "access-control-allow-methods": "*",
}


def object_id(content: str) -> str:
    """What Git calls a file of this content."""
    data = content.encode()
    return hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()


@dataclass
class GitHub:
    """One repository `owner/name`; `branches` are the files of each branch. Everything it is asked that it does not
    know stands in `unknown`."""

    repository: str
    branches: dict[str, dict[str, str]]
    pulls: list[dict[str, Any]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def answer_in(self, page: Page) -> None:
        """Answer whatever the page asks of GitHub."""
        page.route(f"{API}/**", self._answer)

    def _answer(self, route: Route) -> None:
        asked = route.request
        if asked.method == "OPTIONS":
            route.fulfill(status=204, headers=_OPEN)
            return
        path = unquote(urlsplit(asked.url).path)
        body = json.loads(asked.post_data or "{}")
        status, found = self._graph(body) if path == "/graphql" else self._rest(asked.method, path, body)
        if found is None:
            self.unknown.append(f"{asked.method} {asked.url} {asked.post_data or ''}")
            status, found = 404, {"message": "not known to the stand-in"}
        route.fulfill(status=status, content_type="application/json", body=json.dumps(found), headers=_OPEN)

    def _rest(self, method: str, path: str, body: dict[str, Any]) -> tuple[int, Any]:
        own = f"/repos/{self.repository}"
        if path == "/user":
            return 200, {"login": "can-bo", "id": 1, "name": "Cán bộ", "email": None, "avatar_url": ""}
        if path == own:
            return 200, {"default_branch": "main", "permissions": {"push": True, "pull": True}, "private": False}
        if method == "GET" and path.startswith(f"{own}/git/trees/"):
            return 200, {"tree": self._tree(path.rsplit("/", 1)[1]), "truncated": False}
        if method == "POST" and path == f"{own}/pulls":
            return 201, self._opened(body)
        labels = re.fullmatch(rf"{own}/issues/(\d+)/labels", path)
        if method == "POST" and labels:
            self.pulls[int(labels[1]) - 1]["labels"] = body["labels"]
            return 200, [{"name": name} for name in body["labels"]]
        return 404, None

    def _tree(self, branch: str) -> list[dict[str, Any]]:
        files = self.branches.get(branch, self.branches["main"])
        return [
            {"path": path, "type": "blob", "sha": object_id(text), "size": len(text.encode())}
            for path, text in sorted(files.items())
        ]

    def _opened(self, given: dict[str, Any]) -> dict[str, Any]:
        number = len(self.pulls) + 1
        address = f"https://github.com/{self.repository}/pull/{number}"
        self.pulls.append({"number": number, "title": given["title"], "branch": given["head"], "draft": given["draft"]})
        return {
            "id": number,
            "node_id": f"PR_{number}",
            "number": number,
            "html_url": address,
            "draft": given["draft"],
            "title": given["title"],
            "head": {"ref": given["head"], "sha": "1" * 40},
            "labels": [],
            "created_at": "2026-11-28T00:00:00Z",
            "updated_at": "2026-11-28T00:00:00Z",
            "user": {"login": "can-bo"},
        }

    def _commit(self, given: dict[str, Any]) -> dict[str, Any]:
        branch = given["branch"]["branchName"]
        for one in given["fileChanges"].get("additions", []):
            self.branches[branch][one["path"]] = b64decode(one["contents"]).decode()
        for one in given["fileChanges"].get("deletions", []):
            self.branches[branch].pop(one["path"], None)
        return {"commit": {"oid": "1" * 40, "committedDate": "2026-11-28T00:00:00Z"}}

    def _graph(self, body: dict[str, Any]) -> tuple[int, Any]:
        query = body["query"]
        given = body.get("variables", {})
        if "history(first: 1)" in query:
            nodes = [{"oid": "0" * 40, "message": "first"}]
            return 200, {"data": {"repository": {"ref": {"target": {"history": {"nodes": nodes}}}}}}
        asked_objects = re.findall(r'(content_\d+): object\(oid: "(\w+)"\)', query)
        if asked_objects:
            texts = {object_id(text): text for files in self.branches.values() for text in files.values()}
            found = {name: {"text": texts.get(oid), "isTruncated": False} for name, oid in asked_objects}
            return 200, {"data": {"repository": found}}
        if "fork: repository" in query:
            return 200, {"data": {"fork": {"id": "R_1"}, "base": {"ref": {"target": {"oid": "0" * 40}}}}}
        if "createRef(" in query:
            name = given["input"]["name"].removeprefix("refs/heads/")
            self.branches[name] = dict(self.branches["main"])
            return 200, {"data": {"createRef": {"ref": {"name": name}}}}
        if "createCommitOnBranch(" in query:
            return 200, {"data": {"createCommitOnBranch": self._commit(given["input"])}}
        if "pullRequests(" in query:
            return 200, {"data": {"repository": {"pullRequests": {"nodes": []}}}}
        if "target { ... on Commit { oid } }" in query:
            return 200, {"data": {"repository": {"ref": {"target": {"oid": "0" * 40}}}}}
        commits = re.findall(r"(commit_\d+):", query)
        if commits:
            author = {"name": "Cán bộ", "email": "", "user": None}
            one = {"target": {"history": {"nodes": [{"author": author, "committedDate": "2026-11-01T00:00:00Z"}]}}}
            return 200, {"data": {"repository": dict.fromkeys(commits, one)}}
        return 404, None
