#!/bin/sh
# Starts Dialogue for this computer and for the phones on its network. Words after it are given on: ./start.sh doctor
fitting="@PYTHONS@"
cd "$(dirname "$0")" || exit 1

for version in $fitting; do
  for name in "python$version" python3 python; do
    found=$("$name" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
    if [ "$found" = "$version" ]; then
      [ $# -gt 0 ] || set -- --lan
      exec "$name" start.py "$@"
    fi
  done
done

echo "Dialogue needs Python, in one of these versions: $fitting. None of them was found on this computer." >&2
echo "Install one of them (READ-ME-FIRST.txt says how), then start again." >&2
exit 1
