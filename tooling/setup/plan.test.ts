import { describe, expect, it } from 'vitest';
import { parseSources } from './apt-sources.mjs';
import { type Facts, planChrome, planDriver } from './plan.mjs';

const mirror = 'http://mirror.example/debian';
const bookworm: Facts = {
  platform: 'linux',
  id: 'debian',
  codename: 'bookworm',
  apt: true,
  root: true,
  mesa: '22.3.6-1+deb12u1',
  sources: [
    {
      uri: mirror,
      suites: ['bookworm', 'bookworm-updates'],
      components: ['main'],
      signedBy: '/usr/share/keyrings/debian.gpg',
    },
  ],
};
const trixie: Facts = { ...bookworm, codename: 'trixie', mesa: '25.0.7-2' };
const noble: Facts = { ...bookworm, id: 'ubuntu', codename: 'noble', mesa: '25.0.7-0ubuntu0.24.04.2' };
const fedora: Facts = { ...bookworm, id: 'fedora', codename: '', apt: false, mesa: null, sources: [] };

describe('planDriver', () => {
  it('takes Debian’s own driver where it is new enough', () => {
    expect(planDriver(trixie).attempts).toEqual([
      { kind: 'apt', packages: ['mesa-vulkan-drivers'], release: null, source: null },
    ]);
  });

  it('adds backports to bookworm, at the machine’s own mirror and with its key', () => {
    expect(planDriver(bookworm).attempts).toEqual([
      {
        kind: 'apt',
        packages: ['mesa-vulkan-drivers'],
        release: 'bookworm-backports',
        source:
          `Types: deb\nURIs: ${mirror}\nSuites: bookworm-backports\nComponents: main\n` +
          'Signed-By: /usr/share/keyrings/debian.gpg\n',
      },
    ]);
  });

  it('adds no source that is there already', () => {
    const listed = { uri: mirror, suites: ['bookworm-backports'], components: ['main'], signedBy: null };
    expect(planDriver({ ...bookworm, sources: [...bookworm.sources, listed] }).attempts).toEqual([
      { kind: 'apt', packages: ['mesa-vulkan-drivers'], release: 'bookworm-backports', source: null },
    ]);
  });

  it('never adds Debian’s backports to Ubuntu', () => {
    expect(planDriver({ ...noble, codename: 'jammy', mesa: '23.2.1' }).attempts).toEqual([
      { kind: 'apt', packages: ['mesa-vulkan-drivers'], release: null, source: null },
    ]);
  });

  it('only says the command to someone who is not root', () => {
    expect(planDriver({ ...bookworm, root: false })).toEqual({
      attempts: [],
      advice: 'sudo apt-get install -t bookworm-backports mesa-vulkan-drivers',
    });
    expect(planDriver(fedora)).toEqual({ attempts: [], advice: 'sudo dnf install mesa-vulkan-drivers' });
  });

  it('installs nothing where Dawn does not use Vulkan', () => {
    expect(planDriver({ ...fedora, platform: 'darwin', id: '' }).attempts).toEqual([]);
  });
});

describe('planChrome', () => {
  it('takes the package on Debian and puppeteer’s on Ubuntu, the other next', () => {
    expect(planChrome(bookworm).attempts.map(({ kind }) => kind)).toEqual(['apt', 'puppeteer']);
    expect(planChrome(noble).attempts.map(({ kind }) => kind)).toEqual(['puppeteer', 'apt']);
  });

  it('takes puppeteer’s, without system libraries, where the system may not be changed', () => {
    for (const facts of [fedora, { ...bookworm, root: false }]) {
      expect(planChrome(facts).attempts).toEqual([{ kind: 'puppeteer', libraries: false }]);
    }
  });
});

describe('parseSources', () => {
  it('reads the one-line format', () => {
    const text = `# deb ${mirror} sid main\ndeb [arch=amd64 signed-by=/k.gpg] ${mirror} bookworm main contrib # all\ndeb-src ${mirror} bookworm main\n`;
    expect(parseSources('sources.list', text)).toEqual([
      { uri: mirror, suites: ['bookworm'], components: ['main', 'contrib'], signedBy: '/k.gpg' },
    ]);
  });

  it('reads paragraphs, comments and disabled entries among them', () => {
    const text = `Types: deb\n# a note\nURIs: ${mirror}\nSuites: bookworm bookworm-updates\nComponents: main\nSigned-By: /k.gpg\n\nTypes: deb\nEnabled: no\nURIs: ${mirror}\nSuites: sid\nComponents: main\n`;
    expect(parseSources('debian.sources', text)).toEqual([
      { uri: mirror, suites: ['bookworm', 'bookworm-updates'], components: ['main'], signedBy: '/k.gpg' },
    ]);
  });
});
