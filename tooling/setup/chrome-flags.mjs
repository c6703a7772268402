/** The flags with which Chrome is started. */

const sandbox = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []); // as root Chrome refuses to start with one

/**
 * For a person at a screen: WebGPU on Linux still waits behind flags on many drivers.
 * @returns {string[]}
 */
export function openArguments() {
  const linux = process.platform === 'linux' ? ['--enable-unsafe-webgpu', '--enable-features=Vulkan'] : [];
  return [...sandbox(), ...linux, '--no-first-run', '--no-default-browser-check'];
}

/**
 * For tests without a screen, on SwiftShader. The Vulkan and ANGLE flags are what a canvas needs: with the
 * first two alone computing works, and drawing kills the GPU process.
 *
 * @returns {string[]}
 */
export function testArguments() {
  return [
    ...sandbox(),
    '--enable-unsafe-webgpu',
    '--use-webgpu-adapter=swiftshader',
    '--enable-features=Vulkan',
    '--use-vulkan=swiftshader',
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--ignore-gpu-blocklist',
  ];
}

/**
 * For tests of what a page says where no GPU is offered: Chrome as it comes.
 *
 * @returns {string[]}
 */
export function plainArguments() {
  return sandbox();
}
