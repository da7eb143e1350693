"""Starts a real nginx on this machine's own address with the configuration of deploy/, but for ports and places."""

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from conftest import ROOT
from waiting import until

DEPLOY = ROOT / "deploy" / "nginx"
MODULES = ("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",)
"""Where Debian's package of the Brotli module lays it."""


@dataclass(frozen=True)
class Nginx:
    """Where the portal is served, on the ports of both schemes; `log` is what nginx says of itself."""

    http: int
    https: int
    log: Path
    pid: int

    def said(self) -> str:
        return self.log.read_text("utf-8", "replace")


def has_nginx() -> bool:
    """Whether nginx and openssl, which makes the certificate, are on this machine. GitHub's have both: there the tests
    that start it are never left out in silence."""
    found = bool(shutil.which("nginx") and shutil.which("openssl"))
    assert found or os.environ.get("GITHUB_ACTIONS") != "true", "make nginx"
    return found


def has_brotli_module() -> bool:
    return any(Path(module).exists() for module in MODULES)


@contextmanager
def nginx(
    root: Path, room: Path, *, behind: bool = False, limits: str | None = None, brotli: bool = True
) -> Iterator[Nginx]:
    """nginx with `root` as its site, its files in `room`: as on a server of its own, or `behind` another one; `limits`
    stand in the place of those of the configuration; `brotli` where the machine has the module."""
    http, https = _free_port(), _free_port()
    shutil.copytree(DEPLOY, room / "conf")
    if limits is not None:
        (room / "conf/portal/limits.conf").write_text(limits)
    if not (brotli and has_brotli_module()):
        (room / "conf/portal/brotli.conf").unlink()
    _certificate(room)
    if behind:
        shutil.copy(ROOT / "deploy/container/nginx.conf", room / "conf/nginx.conf")
    for file in ("nginx.conf", "portal/https.conf", "portal/behind.conf"):
        path = room / "conf" / file
        path.write_text(_placed(path.read_text("utf-8"), root, room, http, https))
    said = room / "said.log"
    command = ["nginx", "-c", str(room / "conf/nginx.conf"), "-e", str(said), "-g", "daemon off;"]
    running = subprocess.Popen(command, stderr=said.open("a"), cwd=room)
    try:
        until(lambda: _answers(http) or running.poll() is not None)
        assert running.poll() is None, said.read_text("utf-8")
        yield Nginx(http, https, said, running.pid)
    finally:
        running.terminate()
        running.wait(20)


def _placed(text: str, root: Path, room: Path, http: int, https: int) -> str:
    """A file of the configuration with ports, certificate and places of this run."""
    text = re.sub(r"listen (\[::\]:)?(80|8080)\b", lambda found: f"listen {found[1] or '127.0.0.1:'}{http}", text)
    text = re.sub(r"listen (\[::\]:)?443\b", lambda found: f"listen {found[1] or '127.0.0.1:'}{https}", text)
    text = text.replace("[::]:", "[::1]:").replace("/srv/portal/site", str(root))
    text = re.sub(r"/etc/letsencrypt/live/[^/]+/", f"{room}/", text)
    text = re.sub(r"^user .*;\n", "", text, flags=re.MULTILINE)
    text = text.replace("worker_processes", "user root;\nworker_processes") if _is_root() else text
    text = re.sub(r"^pid .*;", f"pid {room}/nginx.pid;", text, flags=re.MULTILINE)
    text = re.sub(r"^error_log \S+", f"error_log {room}/said.log", text, flags=re.MULTILINE)
    text = re.sub(r"(?<=_temp_path )/tmp/", f"{room}/", text)
    if "http {" in text and "_temp_path" not in text:
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        own = "".join(f"    {kind}_temp_path {room}/{kind};\n" for kind in kinds)  # the system's are root's alone
        text = text.replace("http {\n", f"http {{\n{own}")
    return text if Path("/etc/nginx/modules-enabled").is_dir() else re.sub(r"include /etc/nginx.*\n", "", text)


def _is_root() -> bool:
    return os.geteuid() == 0


def _certificate(room: Path) -> None:
    files = ["-keyout", str(room / "privkey.pem"), "-out", str(room / "fullchain.pem")]
    kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    subprocess.run(
        ["openssl", "req", *kind, *files, "-subj", "/CN=portal.example.org"], check=True, capture_output=True
    )


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _answers(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0
