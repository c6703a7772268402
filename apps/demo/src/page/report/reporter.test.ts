import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createState } from '../state.ts';

vi.mock('virtual:commit', () => ({ commit: 'abc' }));

beforeAll(() => {
  for (const [name, value] of Object.entries({
    navigator: { userAgent: 'Chrome 150', onLine: true, hardwareConcurrency: 4 },
    innerWidth: 100,
    innerHeight: 50,
    devicePixelRatio: 1,
    isSecureContext: true,
    crossOriginIsolated: true,
  }))
    vi.stubGlobal(name, value);
});

describe('the reporter', () => {
  it('keeps the last errors without names of files, folders and series', async () => {
    const { createReporter } = await import('./reporter.ts');
    const state = createState();
    const reporter = createReporter(state);
    const file = new File([], 'Miller_Anna.dcm');
    reporter.given({ files: [{ file, path: 'Clinic Bonn/Miller_Anna.dcm' }], skipped: [] });
    const fail = (what: string, message: string) => {
      state.failure.value = { system: null, what, error: { code: 'format', message } };
    };
    fail('Anna Miller knee', 'Anna Miller knee: MILLER_ANNA.dcm in Clinic Bonn is torn');
    for (let i = 0; i < 10; i++) fail('x', `error ${i} of Miller_Anna`);
    const text = reporter.text();
    expect(text).not.toMatch(/miller|anna|bonn|knee/i);
    expect(text).toContain('error 9 of [file]');
    expect(text).not.toContain('is torn'); // ten are kept
    fail('Anna Miller knee', 'Anna Miller knee: MILLER_ANNA.dcm in Clinic Bonn is torn');
    expect(reporter.text()).toContain('[file]: [file] in [file] is torn');
  });

  it('takes out the names of fields and channels, which are parts of the names of files', async () => {
    const { createReporter } = await import('./reporter.ts');
    const state = createState();
    const reporter = createReporter(state);
    const given = (name: string) => ({ file: new File([], name), path: name });
    reporter.given({ files: [given('Doe_Jane_B2_nuc.tif'), given('Doe_Jane_B2_x.tif')], skipped: [] });
    const message = 'Doe_Jane_B2: its channels are 1 (jane), not 2 (nuc, x)';
    state.failure.value = { system: 'cells', what: 'Doe_Jane_B2', error: { code: 'value', message } };
    expect(reporter.text()).not.toMatch(/doe|jane/i);
    expect(reporter.text()).toContain('its channels are 1 ([file]), not 2 (nuc, x)');
  });

  it('forgets nothing that it learns later', async () => {
    const { createReporter } = await import('./reporter.ts');
    const state = createState();
    const reporter = createReporter(state);
    state.failure.value = { system: null, what: 'x', error: { code: 'file', message: 'Doe.png is gone' } };
    reporter.given({ files: [{ file: new File([], 'Doe.png'), path: 'Doe.png' }], skipped: [] });
    expect(reporter.text()).toContain('[file] is gone');
  });
});
