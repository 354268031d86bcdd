#!/usr/bin/env bash
# Installs what the tests need and is missing (Debian, Ubuntu), builds, runs every test project, and prints as its last line
# "N passed, N failed, N skipped" over all of them.
#   ./test.sh                                     everything
#   ./test.sh tests/Timing.Tests                  one project
#   ./test.sh 'FullyQualifiedName~RecordGunStart' a filter of `dotnet test` on everything
set -uo pipefail
cd "$(dirname "$0")" || exit 1

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

missing_packages() {
  command -v rabbitmq-server >/dev/null || [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || [ -x /usr/sbin/rabbitmq-server ] || echo rabbitmq-server
  command -v postgres >/dev/null || ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || echo postgresql
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || printf 'chromium\nfonts-dejavu-core\n' # a browser without any font lays text out as nothing
  ls /usr/share/fonts/truetype/noto/NotoSansEthiopic-Regular.ttf >/dev/null 2>&1 || echo fonts-noto-core # result books and certificates
  ls /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc >/dev/null 2>&1 || echo fonts-noto-cjk # the same, in Korean, Chinese and Japanese
  [ -e /usr/share/zoneinfo/Europe/Berlin ] || echo tzdata # time zones of meets and decoders
}

# The tests start private servers on free ports; the packages must not start the system's own, so start-up is denied while apt runs.
install() {
  local sudo=() policy=/usr/sbin/policy-rc.d denied=
  command -v apt-get >/dev/null || { echo "No apt-get here: install $* by hand; their tests are skipped until then."; return; }
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Neither root nor sudo: install $* by hand; their tests are skipped until then."; return; }
    sudo=(sudo)
  fi
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | "${sudo[@]}" tee "$policy" >/dev/null && "${sudo[@]}" chmod 755 "$policy" && denied=yes
  fi
  "${sudo[@]}" apt-get update -q
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" \
    || echo "apt could not install $*: their tests are skipped, or fail when CI=true."
  [ -z "$denied" ] || "${sudo[@]}" rm -f "$policy"
}

mapfile -t packages < <(missing_packages)
[ "${#packages[@]}" -eq 0 ] || install "${packages[@]}"

target=RaceSystem.sln
filter=()
if [ $# -gt 0 ]; then
  if [ -e "$1" ]; then target=$1; else filter=(--filter "$1"); fi
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

# Projects run one after the other (-m:1): several of them start servers, and a laptop has two cores.
dotnet build "$target" -c Release && \
  dotnet test "$target" -c Release --no-build -m:1 "${filter[@]}" --logger trx --results-directory "$results"
code=$?

# One counter summed over the projects' trx files.
count() {
  find "$results" -name '*.trx' -exec grep -ho '<Counters [^>]*' {} + | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ n += $1 } END { print n + 0 }'
}
total=$(count total)
passed=$(count passed)
skipped=$((total - $(count executed)))
failed=$((total - passed - skipped))
if [ "$failed" -eq 0 ] && { [ "$code" -ne 0 ] || [ "$total" -eq 0 ]; }; then
  echo "The build failed, or a test project ended without a result: counted as one failure."
  failed=1
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
