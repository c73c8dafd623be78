#!/bin/sh
# Asks the peer of each tunnel with static routes whether it is there, and has the routes only while it answers: WireGuard
# itself never says that a tunnel is down. With BGP it is BIRD that knows. Tells whether this machine carries traffic.

pause=$S2S_PAUSE
[ "$pause" ] || pause=5
run=/run/s2s
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
  up=0
  metric=0
  while read -r name _ _ peer routing _ networks; do
    metric=$((metric + 10))
    [ "$routing" = bgp ] && continue
    if ping -q -c 1 -W 2 -I "$name" "$peer" >/dev/null 2>&1 </dev/null; then
      missed=0
      up=$((up + 1))
      for network in $networks; do
        ip route replace "$network" dev "$name" metric "$metric"
      done
    else
      missed=$(($(cat "$run/$name.missed" 2>/dev/null || echo 0) + 1))
      # One answer may be lost.
      if [ "$missed" -lt 3 ]; then
        up=$((up + 1))
      else
        for network in $networks; do
          ip route del "$network" dev "$name" metric "$metric" 2>/dev/null
        done
      fi
    fi
    echo "$missed" >"$run/$name.missed"
  done </etc/s2s/tunnels
  if grep -q ' bgp ' /etc/s2s/tunnels; then
    up=$((up + $(sessions)))
  fi
  if [ "$up" -gt 0 ]; then tell up; else tell down; fi
  sleep "$pause"
done
