#!/bin/sh
# Makes the interfaces of the tunnels. What leaves by one of them finds its IPsec policy by the interface's if_id. They
# stay down until their tunnel is up: see s2s-watch.
set -eu

# In Ubuntu's smaller kernels the module is in a package of its own.
if ! modprobe xfrm_interface 2>/dev/null; then
  apt-get install --yes "linux-modules-extra-$(uname -r)" || true
  modprobe xfrm_interface || true
fi

device=$(ip -4 -oneline route show default | sed -n 's/.* dev \([^ ]*\).*/\1/p' | head -n 1)
while read -r name id local peer _; do
  ip link show dev "$name" >/dev/null 2>&1 || ip link add "$name" type xfrm dev "$device" if_id "$id"
  ip link set dev "$name" mtu 1400
  ip address replace "$local" peer "$peer/32" dev "$name"
done </etc/s2s/tunnels
sysctl --quiet --load=/etc/sysctl.d/60-s2s.conf
nft --file /etc/s2s/filter.nft
