import { describe, expect, it } from 'vitest';
import { lavapipeManifest, type Machine, swiftshaderManifest } from './drivers.ts';

/** A machine that holds these files and nothing else. */
function machine(
  files: readonly string[],
  env: Record<string, string> = {},
  links: Record<string, string> = {},
): Machine {
  const list = (folder: string) => [
    ...new Set(
      files
        .filter((file) => file.startsWith(`${folder}/`))
        .map((file) => file.slice(folder.length + 1).split('/')[0]!),
    ),
  ];
  return { env, home: '/people/ada', list, resolve: (path) => links[path] ?? path };
}

describe('lavapipeManifest', () => {
  it('finds the manifest under either of its names', () => {
    expect(lavapipeManifest(machine(['/usr/share/vulkan/icd.d/lvp_icd.json']))).toBe(
      '/usr/share/vulkan/icd.d/lvp_icd.json',
    );
    expect(lavapipeManifest(machine(['/usr/share/vulkan/icd.d/lvp_icd.x86_64.json']))).toBe(
      '/usr/share/vulkan/icd.d/lvp_icd.x86_64.json',
    );
  });

  it('prefers a driver that the user put into the home folder', () => {
    const own = '/people/ada/.local/share/vulkan/icd.d/lvp_icd.json';
    expect(lavapipeManifest(machine(['/usr/share/vulkan/icd.d/lvp_icd.json', own]))).toBe(own);
  });

  it('does not take another driver for lavapipe', () => {
    expect(lavapipeManifest(machine(['/usr/share/vulkan/icd.d/intel_icd.json']))).toBeNull();
  });
});

describe('swiftshaderManifest', () => {
  it('finds it beside a distribution’s Chromium', () => {
    expect(swiftshaderManifest(machine(['/usr/lib/chromium/vk_swiftshader_icd.json']))).toBe(
      '/usr/lib/chromium/vk_swiftshader_icd.json',
    );
  });

  it('follows the link on the path to where Chrome lives', () => {
    const found = swiftshaderManifest(
      machine(
        ['/usr/bin/google-chrome', '/opt/elsewhere/vk_swiftshader_icd.json'],
        { PATH: '/bin:/usr/bin' },
        { '/usr/bin/google-chrome': '/opt/elsewhere/google-chrome' },
      ),
    );
    expect(found).toBe('/opt/elsewhere/vk_swiftshader_icd.json');
  });

  it('takes the newest of puppeteer’s Chromes', () => {
    const at = (version: string) =>
      `/people/ada/.cache/puppeteer/chrome/linux-${version}/chrome-linux64/vk_swiftshader_icd.json`;
    expect(swiftshaderManifest(machine([at('99.0.1.2'), at('140.0.7339.80')]))).toBe(at('140.0.7339.80'));
  });

  it('is null where there is no Chrome', () => {
    expect(swiftshaderManifest(machine(['/usr/lib/firefox/firefox']))).toBeNull();
  });
});
