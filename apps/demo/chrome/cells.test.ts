import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { fieldsAlike } from './cells/alike.ts';
import { patience } from './cells/card.ts';
import {
  channelsGuessed,
  channelsRemembered,
  fieldFile,
  oneChannel,
  stackOffered,
} from './cells/channels.ts';
import { fieldsFinished, fieldsSaved, fieldsStopped } from './cells/fields.ts';
import { flies, fliesAreOneField, fliesCropped, fliesWhole, wholePatience } from './cells/flies.ts';
import {
  nucleiCounted,
  savedAsSeen,
  selectedAndDeleted,
  settingsFollowed,
  tableAndPicture,
} from './cells/nuclei.ts';
import { omeMeasured, pngMeasured } from './cells/sizes.ts';
import { useSite } from './site.ts';

/* The cells card on SwiftShader: what its tests do is in cells/, subject by subject; they share one Chrome. */

let page: Page;
const folder = mkdtempSync(join(tmpdir(), 'roentgen-cells-'));
const bench = {
  folder,
  get page() {
    return page;
  },
};
const within = { timeout: patience };

useSite(async ({ open }) => {
  page = await open();
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('generated nuclei', () => {
  let cells = 0;

  it('are counted', within, async () => {
    cells = await nucleiCounted(bench);
  });
  it('are saved as they are seen', within, () => savedAsSeen(bench));
  it('follow the settings without the network', within, () => settingsFollowed(bench, cells));
  it('are one in table and picture', within, () => tableAndPicture(bench));
  it('are selected by a bar, deleted and brought back', within, () => selectedAndDeleted(bench, cells));
});

describe('a picture of one channel', () => {
  it('is asked nothing about, and may lose the cells that its border cuts', within, () => oneChannel(bench));
});

describe('channels', () => {
  let file = '';

  beforeAll(async () => {
    file = await fieldFile(bench);
  });
  it('are guessed, and put right by keyboard', within, () => channelsGuessed(bench, file));
  it('are remembered, and can be chosen again from the result', within, () =>
    channelsRemembered(bench, file),
  );
  it('of a stack come with its slices', within, () => stackOffered(bench));
});

describe('pictures that state the size of a pixel', () => {
  it('16-bit OME-TIFF, two channels at two depths', within, () => omeMeasured(bench));
  it('16-bit PNG', within, () => pngMeasured(bench));
});

describe('several fields', () => {
  it('are run by one choice of channels; a stop keeps what is finished', within, () => fieldsStopped(bench));
  it('that were left are run later, and each keeps what was done to it', within, () => fieldsFinished(bench));
  it('are given the settings of one, by keys, and get back their own', within, () => fieldsAlike(bench));
  it('become one table and one archive', within, () => fieldsSaved(bench));
});

if (!existsSync(flies)) console.warn('SKIPPED: no fly images, ../shared/data is not here.');

describe.skipIf(!existsSync(flies))('the fly images, from three files to what is saved', () => {
  it('are one field of three stains', within, () => fliesAreOneField(bench));
  it('become cells, and files that agree', within, () => fliesCropped(bench));
  it.skipIf(process.env.ROENTGEN_FULL !== '1')('become cells whole', { timeout: wholePatience }, () =>
    fliesWhole(bench),
  );
});
