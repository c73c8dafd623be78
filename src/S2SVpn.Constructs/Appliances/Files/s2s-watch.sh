#!/bin/sh
# Keeps each interface up while its tunnel is, so that static routes and BGP follow the tunnel at once, and starts what is
# down: charon does not try again after an answer that was a refusal. Restarts what hangs, and tells whether this machine
# carries traffic.

# shellcheck source=/dev/null
. /usr/local/lib/s2s/s2s-health.sh

pass=0
while :; do
  begin
  metric=0
  sas=$(asks strongswan.service swanctl --list-sas)
  while read -r name _ _ _ routing starts networks; do
    metric=$((metric + 10))
    carries=0
    if [ "$sas" = hangs ]; then
      # The kernel goes on with the keys that it has.
      :
    elif printf '%s\n' "$sas" | grep -q "^  $name: .*, INSTALLED,"; then
      ip link set dev "$name" up
      for network in $networks; do
        ip route replace "$network" dev "$name" metric "$metric"
      done
      if [ "$routing" != bgp ] || established "$name"; then
        carries=1
      fi
    else
      # The routes go with the interface.
      ip link set dev "$name" down
      if [ "$starts" = starts ] && [ $((pass % 6)) -eq 5 ] && ! printf '%s\n' "$sas" | grep -q "^$name: .*, CONNECTING,"; then
        timeout 20 swanctl --initiate --child "$name" --timeout 15 >/dev/null 2>&1 &
      fi
    fi
    state "$name" "$carries"
  done </etc/s2s/tunnels
  pass=$((pass + 1))
  end
done
