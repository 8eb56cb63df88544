# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154
# What ./run and ./test share: packages, build folders, the Chinese locale.
# Sourced by them; $root is the top of the tree.  Everything said here goes to
# stderr, so that a program's own output stays clean.

build_packages="gcc libc6-dev pkg-config meson ninja-build gettext desktop-file-utils appstream
  libgtk-4-dev libgtk-4-bin libadwaita-1-dev libxml2-dev libxml2-utils libxslt1-dev
  libsqlite3-dev libzip-dev libicu-dev"
run_packages="adwaita-icon-theme librsvg2-common fonts-noto-cjk"
test_packages="xvfb xauth dbus at-spi2-core locales python3 parallel
  python3-gi gir1.2-atspi-2.0 poppler-utils xdotool"
drive_packages="openbox imagemagick"

say () { printf '== %s\n' "$*" >&2; }
die () { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 2; }

# Asks dpkg first: where nothing is missing there is no network and no sudo.
install_packages ()
{
  local missing="" package as_root=""

  if ! command -v dpkg-query >/dev/null; then
    say "This is no Debian; if the build misses something, see the packages in build-aux/setup.sh."
    return 0
  fi
  for package in "$@"; do
    case "$(dpkg-query -W -f '${db:Status-Status} ' "$package" 2>/dev/null || true)" in
      installed*) ;;
      *) missing="$missing $package" ;;
    esac
  done
  [ -n "$missing" ] || return 0

  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      die "these packages are missing and there is no sudo to install them with:$missing"
    as_root="sudo"
  fi
  say "Installing through apt${as_root:+ with sudo}:$missing"
  $as_root apt-get update >&2
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends $missing >&2
}

# build_in FOLDER [MESON-OPTION…]: configures once, then only compiles what changed.
build_in ()
{
  local folder=$1
  shift
  if [ ! -f "$folder/build.ninja" ]; then
    say "Configuring $(basename "$folder")/ with meson"
    meson setup "$@" "$folder" "$root" >&2 || return
  fi
  say "Building in $(basename "$folder")/"
  ninja -C "$folder" >&2
}

have_locale () { locale -a 2>/dev/null | grep -qix "$1"; }

# The Chinese locale is made inside the build folder where the system has none.
# With LOCPATH glibc does not read the system's archive, so it is set only where needed.
make_chinese_locale ()
{
  if have_locale 'zh_CN\.utf-\?8'; then return 0; fi
  if [ ! -d "$root/build/locale/zh_CN.UTF-8" ]; then
    [ -f /usr/share/i18n/locales/zh_CN ] || return 0
    say "Making the zh_CN.UTF-8 locale in build/locale/"
    mkdir -p "$root/build/locale"
    localedef -i zh_CN -f UTF-8 "$root/build/locale/zh_CN.UTF-8" >&2
  fi
  export LOCPATH="$root/build/locale"
}

# The programs find data and translations of this tree, installed or not.
use_tree ()
{
  export SANDING_DATA_DIR="$root/data"
  export SANDING_LOCALE_DIR="$root/build/po"
  case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
    zh_CN.*) make_chinese_locale ;;
  esac
}
