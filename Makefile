# Delegated Admin: every command that a developer needs. `make` alone lists them.
# Each variable can be set on the command line: make run LISTEN=localhost:9000

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

GO       ?= go
NPM      ?= npm
LISTEN   ?= localhost:8080
DATABASE ?= sqlite:data/delegated-admin.db
VITE     ?= localhost:5173
# More flags for the server of `make run` and `make dev`, such as ARGS='--smtp smtp://localhost:1025'.
ARGS       ?=
TEST_ARGS  ?=
BENCH_ARGS ?=

GOFUMPT     ?= $(GO) run mvdan.cc/gofumpt@v0.12.0
STATICCHECK ?= $(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2

export GO NPM LISTEN DATABASE VITE ARGS TEST_ARGS GOFUMPT STATICCHECK

# npm writes this file last, so it is newer than the lock file exactly when the modules are installed.
MODULES := frontend/node_modules/.package-lock.json
# Folders are listed too: their time changes when a file in them is deleted.
FRONTEND_SOURCES := $(shell find frontend/src frontend/public frontend/tools frontend/*.html frontend/*.ts frontend/*.json frontend/*.graphql \
	-not -name '*.test.ts*' 2>/dev/null)

.PHONY: help tools run dev build frontend generate migration verify lint test test-heavy bench bench-app

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# Says what to install when a tool is missing.
tools:
	@scripts/require go cc node git

run: build ## build everything and start the demo on http://localhost:8080
	@exec bin/delegated-admin --demo --listen '$(LISTEN)' --database '$(DATABASE)' $(ARGS)

dev: tools $(MODULES) ## work on it: pages reload and the server restarts on each change
	@exec scripts/dev

build: tools frontend ## build bin/delegated-admin with the front end inside
	$(GO) build -o bin/delegated-admin .

frontend: frontend/dist/index.html ## build the front end into frontend/dist

frontend/dist/index.html: $(MODULES) $(FRONTEND_SOURCES)
	cd frontend && $(NPM) run build
	@touch $@

$(MODULES): frontend/package-lock.json
	cd frontend && $(NPM) ci --no-audit --no-fund
	@touch $@

generate: tools $(MODULES) ## write all generated code again, after a change of ent/schema or graph/schema
	@scripts/generate

migration: tools ## write the next migration of both databases: make migration NAME=add_web_site
	$(GO) run ./ent/migrations/generate '$(NAME)'

verify: tools $(MODULES) ## fail if generated code is not what `make generate` writes
	@scripts/verify

lint: tools $(MODULES) ## check format, style and types of Go and TypeScript
	@scripts/lint-go
	@scripts/lint-frontend

test: tools ## run every test, on SQLite and PostgreSQL and in the browser; installs what they need
	@exec scripts/test

test-heavy: tools ## run the long experiments at full size
	@exec scripts/test heavy

bench: tools ## measure the server's speed on the large data
	$(GO) run ./internal/bench $(BENCH_ARGS)

bench-app: build ## measure how soon the app can be used on a cold load, with the browser's CPU throttled
	cd frontend && node bench/cold.mjs
