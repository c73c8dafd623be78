#!/bin/sh
# What s2s-watch does alike with strongSwan and with WireGuard. It reads this file.

pause=$S2S_PAUSE
[ "$pause" ] || pause=5
patience=$S2S_PATIENCE
[ "$patience" ] || patience=10
run=/run/s2s
mkdir -p "$run"

# asks UNIT COMMAND...: what a service answers, or "hangs". systemd sees what ends, and not what hangs: a service that runs and
# gives no answer three times in a row is restarted.
asks() {
  unit=$1
  shift
  if timeout "$patience" "$@" 2>/dev/null; then
    rm -f "$run/$unit.silent"
    return
  fi
  systemctl is-active --quiet "$unit" || return
  echo hangs
  silent=$(($(cat "$run/$unit.silent" 2>/dev/null || echo 0) + 1))
  if [ "$silent" -ge 3 ]; then
    echo "$unit does not answer: restarting it" >&2
    systemctl restart --no-block "$unit"
    silent=0
  fi
  echo "$silent" >"$run/$unit.silent"
}

# Begins a pass.
begin() {
  up=0
  : >"$run/states.new"
  sessions=
  if grep -q ' bgp ' /etc/s2s/tunnels; then
    sessions=$(asks bird.service birdc -r show protocols)
  fi
}

# established NAME: whether the BGP session of a tunnel is.
established() {
  printf '%s\n' "$sessions" | grep -q "^$1 .* Established"
}

# state NAME 1|0: whether a tunnel carries traffic.
state() {
  echo "$1 $2" >>"$run/states.new"
  up=$((up + $2))
}

# Ends a pass: tells whether this machine carries traffic.
end() {
  mv "$run/states.new" "$run/states"
  health=down
  [ "$up" -gt 0 ] && health=up
  if [ "$(cat "$run/health" 2>/dev/null)" != "$health" ]; then
    echo "this machine is $health"
    echo "$health" >"$run/health.new"
    mv "$run/health.new" "$run/health"
  fi
  sleep "$pause"
}
