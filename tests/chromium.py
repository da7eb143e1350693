"""Finds a Chromium for the browser tests; run as a script it installs one where there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def installed() -> str | None:
    """The path of a Chromium on this machine, the system's first, else the one Playwright fetched."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> str | None:
    """Install Debian's Chromium where that is allowed, else Playwright's; the path, or None where neither came."""
    if shutil.which("apt-get"):
        first = [] if os.geteuid() == 0 or not shutil.which("sudo") else ["sudo", "-n"]
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
            subprocess.run([*first, "apt-get", *step], env=environment, stdout=subprocess.DEVNULL, check=False)
    if not installed():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return installed()


def main() -> int:
    """0 with a Chromium; 1 without, said in one sentence."""
    path = installed()
    if not path:
        print("Đang cài Chromium để kiểm thử … / Installing Chromium for the tests …")
        path = install()
    if not path:
        print(
            "Không cài được Chromium; hãy tự cài gói chromium rồi chạy lại. / "
            "Chromium could not be installed; install the package chromium and run again.",
            file=sys.stderr,
        )
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
