#!/bin/sh
# Keeps each interface up while its tunnel is, so that static routes and BGP follow the tunnel at once, and starts what is
# down: charon does not try again after an answer that was a refusal. Tells whether this machine carries traffic.

pause=$S2S_PAUSE
[ "$pause" ] || pause=5
run=/run/s2s
pass=0
mkdir -p "$run"

sessions() {
  birdc -r show protocols 2>/dev/null | grep -c ' BGP .* Established'
}

tell() {
  [ "$(cat "$run/health" 2>/dev/null)" = "$1" ] && return
  echo "this machine is $1"
  echo "$1" >"$run/health.new"
  mv "$run/health.new" "$run/health"
}

while :; do
  sas=$(swanctl --list-sas 2>/dev/null)
  up=0
  metric=0
  while read -r name _ _ _ routing starts networks; do
    metric=$((metric + 10))
    if printf '%s\n' "$sas" | grep -q "^  $name: .*, INSTALLED,"; then
      ip link set dev "$name" up
      for network in $networks; do
        ip route replace "$network" dev "$name" metric "$metric"
      done
      [ "$routing" = bgp ] || up=$((up + 1))
    else
      # The routes go with the interface.
      ip link set dev "$name" down
      if [ "$starts" = starts ] && [ $((pass % 6)) -eq 5 ] && ! printf '%s\n' "$sas" | grep -q "^$name: .*, CONNECTING,"; then
        timeout 20 swanctl --initiate --child "$name" --timeout 15 >/dev/null 2>&1 &
      fi
    fi
  done </etc/s2s/tunnels
  if grep -q ' bgp ' /etc/s2s/tunnels; then
    up=$((up + $(sessions)))
  fi
  if [ "$up" -gt 0 ]; then tell up; else tell down; fi
  pass=$((pass + 1))
  sleep "$pause"
done
