#!/bin/sh
# Makes the interfaces of the tunnels. They have addresses and no routes: those are BIRD's, or those of s2s-watch. Nothing
# passes before s2s-keys has brought the keys.
set -eu

modprobe wireguard 2>/dev/null || true
while read -r name _ local peer _; do
  ip link show dev "$name" >/dev/null 2>&1 || ip link add "$name" type wireguard
  ip link set dev "$name" mtu 1420
  ip address replace "$local" peer "$peer/32" dev "$name"
  ip link set dev "$name" up
done </etc/s2s/tunnels
sysctl --quiet --load=/etc/sysctl.d/60-s2s.conf
nft --file /etc/s2s/filter.nft
