#!/usr/bin/env bash
# Measures everything on this machine: bash gpu-kit/run.sh [--quick] [--out DIR] [--reference DIR] [--only STEP,...]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export PATH="$here/bin:$PATH:/usr/sbin:/sbin" XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-/tmp}
# A container with NVIDIA's driver often has neither a Vulkan loader nor the driver's manifest where the loader looks.
if [ -d "$here/debs" ] && ! ldconfig -p | grep -q libvulkan; then
  for package in "$here"/debs/*.deb; do dpkg -x "$package" /; done
  ldconfig
fi
manifest=/usr/local/nvidia/share/vulkan/icd.d/nvidia_icd.json
if [ -z "${VK_DRIVER_FILES:-}" ] && [ -f "$manifest" ]; then export VK_DRIVER_FILES=$manifest VK_ICD_FILENAMES=$manifest; fi
exec node "$here/measure.mjs" "$@"
