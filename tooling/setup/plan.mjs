/**
 * What to do on a machine that lacks Chrome or a Vulkan driver. Pure: facts in, a plan out, so that machines
 * which nobody here has can be tried in a test.
 */

/**
 * @typedef {object} AptSource one entry of apt's sources
 * @property {string} uri
 * @property {string[]} suites
 * @property {string[]} components
 * @property {string | null} signedBy path of the key, where the entry names one
 */
/**
 * @typedef {object} Facts
 * @property {string} platform as `process.platform` gives it
 * @property {string} id of /etc/os-release; '' elsewhere
 * @property {string} codename of /etc/os-release
 * @property {boolean} apt whether apt-get is there
 * @property {boolean} root whether system packages may be installed
 * @property {string | null} mesa version of mesa-vulkan-drivers that apt would install
 * @property {AptSource[]} sources
 */
/** @typedef {{ kind: 'apt', packages: string[], release: string | null, source: string | null }} Apt */
/** @typedef {{ kind: 'puppeteer', libraries: boolean }} Puppeteer */
/**
 * @typedef {object} Plan
 * @property {(Apt | Puppeteer)[]} attempts to be made in turn until one has worked
 * @property {string} advice the one command for a person, when there are no attempts or all have failed
 */

/** Mesa 22.3 (Debian 12) is refused by Dawn; 25.0 is the oldest that has been tried and works. */
const OLDEST_MESA = 25;

/** @param {string[]} packages @param {string | null} [release] @param {string | null} [source] @returns {Apt} */
const apt = (packages, release = null, source = null) => ({ kind: 'apt', packages, release, source });

/**
 * A Chrome. Ubuntu's package `chromium` only points to a snap, which containers cannot use, so puppeteer's comes first there.
 *
 * @param {Facts} facts
 * @returns {Plan}
 */
export function planChrome(facts) {
  const download = 'npx puppeteer browsers install chrome';
  if (!facts.apt) return { attempts: [{ kind: 'puppeteer', libraries: false }], advice: download };
  const own = facts.id === 'ubuntu';
  if (!facts.root) {
    const advice = own ? `sudo ${download} --install-deps` : 'sudo apt-get install chromium';
    return { attempts: [{ kind: 'puppeteer', libraries: false }], advice };
  }
  const puppeteer = /** @type {Puppeteer} */ ({ kind: 'puppeteer', libraries: true });
  const attempts = own ? [puppeteer, apt(['chromium'])] : [apt(['chromium']), puppeteer];
  return { attempts, advice: own ? `${download} --install-deps` : 'apt-get install chromium' };
}

/**
 * A Vulkan driver that Dawn accepts; in the end Mesa's lavapipe, which needs no GPU.
 *
 * @param {Facts} facts
 * @returns {Plan}
 */
export function planDriver(facts) {
  if (facts.platform !== 'linux')
    return { attempts: [], advice: 'update the graphics driver of this machine' };
  if (!facts.apt) return { attempts: [], advice: elsewhere(facts.id) };
  const drivers = ['mesa-vulkan-drivers'];
  const old = facts.mesa === null || Number.parseInt(facts.mesa, 10) < OLDEST_MESA;
  const release =
    facts.id === 'debian' && old && facts.codename !== '' ? `${facts.codename}-backports` : null;
  const source = release === null ? null : backports(facts, release);
  const target = release === null ? '' : `-t ${release} `;
  const command = `apt-get install ${target}${drivers.join(' ')}`;
  return {
    attempts: facts.root ? [apt(drivers, release, source)] : [],
    advice: facts.root ? command : `sudo ${command}`,
  };
}

/** @param {string} id of the distribution */
function elsewhere(id) {
  if (id === 'fedora' || id === 'rhel') return 'sudo dnf install mesa-vulkan-drivers';
  if (id === 'arch') return 'sudo pacman -S vulkan-swrast';
  return "install Mesa's Vulkan drivers (lavapipe, Mesa 25 or newer) with this system's package manager";
}

/**
 * The text of a source for Debian's backports, at the mirror that the machine already uses for Debian itself;
 * null when it has that source, or when no entry says where Debian comes from.
 *
 * @param {Facts} facts
 * @param {string} release
 * @returns {string | null}
 */
function backports({ sources, codename }, release) {
  if (sources.some(({ suites }) => suites.includes(release))) return null;
  const base = sources.find(
    ({ suites, components }) => suites.includes(codename) && components.includes('main'),
  );
  if (base === undefined) return null;
  const lines = ['Types: deb', `URIs: ${base.uri}`, `Suites: ${release}`, 'Components: main'];
  if (base.signedBy !== null) lines.push(`Signed-By: ${base.signedBy}`);
  return `${lines.join('\n')}\n`;
}
