#!/usr/bin/env bash
# Measures everything on this machine: bash gpu-kit/run.sh [--quick] [--out DIR] [--reference DIR] [--only STEP,...] [--adapter NAME]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export PATH="$here/bin:$PATH:/usr/sbin:/sbin" XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-/tmp}
if ! command -v node > /dev/null; then
  echo "run.sh: there is no Node on this machine, and none was packed; pack without --no-node" >&2
  exit 1
fi
# A container with NVIDIA's driver often has neither a Vulkan loader nor the driver's manifest where the loader looks.
if [ -d "$here/debs" ] && ! ldconfig -p 2> /dev/null | grep -q libvulkan; then
  # Beside the kit, not into the system: that takes no rights, and leaves nothing behind.
  if [ ! -d "$here/vulkan" ]; then for package in "$here"/debs/*.deb; do dpkg -x "$package" "$here/vulkan"; done; fi
  libraries=$(dirname "$(ls "$here"/vulkan/usr/lib/*/libvulkan.so.1)")
  export LD_LIBRARY_PATH="$libraries${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
fi
manifest=/usr/local/nvidia/share/vulkan/icd.d/nvidia_icd.json
if [ -z "${VK_DRIVER_FILES:-}" ] && [ -f "$manifest" ]; then export VK_DRIVER_FILES=$manifest VK_ICD_FILENAMES=$manifest; fi
exec node "$here/measure.mjs" "$@"
