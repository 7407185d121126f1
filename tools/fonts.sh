#!/bin/sh
# Puts the Fandol faces (仿宋、宋体、黑体; GPL with font exception) into DIR, once. They are taken out of Debian's
# package texlive-lang-chinese, which is fetched but not installed. Without them papers are set in Noto Serif CJK.
set -eu
if [ $# -ne 1 ]; then
    echo "用法：tools/fonts.sh 目录" >&2
    exit 2
fi
mkdir -p "$1"
dir=$(cd "$1" && pwd)
wanted="FandolFang-Regular.otf FandolSong-Regular.otf FandolSong-Bold.otf FandolHei-Regular.otf"
missing=no
for face in $wanted; do
    [ -s "$dir/$face" ] || missing=yes
done
[ $missing = yes ] || exit 0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
chmod 755 "$work"
cd "$work"
if ! apt-get download texlive-lang-chinese >/dev/null 2>&1; then
    echo "未能下载仿宋字体（Debian 软件包 texlive-lang-chinese），文书改用思源宋体" >&2
    exit 1
fi
folder=./usr/share/texlive/texmf-dist/fonts/opentype/public/fandol
for face in $wanted; do
    dpkg-deb --fsys-tarfile texlive-lang-chinese_*.deb | tar -x -O "$folder/$face" > "$face"
    [ -s "$face" ]
    mv "$face" "$dir/$face"
done
