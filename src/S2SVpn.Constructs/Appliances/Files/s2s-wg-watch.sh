#!/bin/sh
# Asks the peer of each tunnel with static routes whether it is there, and has the routes only while it answers: WireGuard
# itself never says that a tunnel is down. With BGP it is BIRD that knows, and is restarted if it hangs. Tells whether this
# machine carries traffic.

# shellcheck source=/dev/null
. /usr/local/lib/s2s/s2s-health.sh

while :; do
  begin
  metric=0
  while read -r name _ _ peer routing _ networks; do
    metric=$((metric + 10))
    carries=0
    if [ "$routing" = bgp ]; then
      if established "$name"; then
        carries=1
      fi
    elif ping -q -c 1 -W 2 -I "$name" "$peer" >/dev/null 2>&1 </dev/null; then
      echo 0 >"/run/s2s/$name.missed"
      carries=1
      for network in $networks; do
        ip route replace "$network" dev "$name" metric "$metric"
      done
    else
      missed=$(($(cat "/run/s2s/$name.missed" 2>/dev/null || echo 0) + 1))
      echo "$missed" >"/run/s2s/$name.missed"
      # One answer may be lost.
      if [ "$missed" -lt 3 ]; then
        carries=1
      else
        for network in $networks; do
          ip route del "$network" dev "$name" metric "$metric" 2>/dev/null
        done
      fi
    fi
    state "$name" "$carries"
  done </etc/s2s/tunnels
  end
done
