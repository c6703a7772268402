import { describe, expect, it } from 'vitest';
import { formatAddress, lastingView, parseAddress, samePlace } from './address.ts';

const empty = { route: 'systems', system: null, sample: null, scale: 2, view: {}, theme: null } as const;

describe('an address', () => {
  it('names a card, its sample, its scale and its view', () => {
    expect(parseAddress('?system=volume&sample=head&scale=4&view=plane:coronal,slice:31', '')).toEqual({
      route: 'systems',
      system: 'volume',
      sample: 'head',
      scale: 4,
      view: { plane: 'coronal', slice: '31' },
      theme: null,
    });
  });

  it('finds the card of a sample that is named alone', () => {
    expect(parseAddress('?sample=nuclei', '#bench')).toMatchObject({ route: 'bench', system: 'cells' });
  });

  it('drops what it does not know, and a sample of another card', () => {
    expect(parseAddress('?system=liver&sample=x&scale=9&view=a:<b>,__proto__:1,:,c', '#x')).toEqual(empty);
    expect(parseAddress('?system=cells&sample=head', '')).toMatchObject({ system: 'cells', sample: null });
    expect(parseAddress('', '')).toEqual(empty);
    expect(parseAddress('?theme=pink&view=zoom:1;2,at:1_2_3', '')).toEqual({
      ...empty,
      view: { at: '1_2_3' },
    });
  });

  it('is another entry of the history for another page, card or sample only', () => {
    const at = (text: string) => parseAddress(text, '');
    const head = at('?system=volume&sample=head&view=plane:axial');
    expect(samePlace(head, at('?system=volume&sample=head&scale=4&theme=dark'))).toBe(true);
    expect(samePlace(head, at('?system=volume'))).toBe(false);
    expect(samePlace(at('?system=cells'), at('?system=radiograph'))).toBe(false);
    expect(samePlace(head, { ...head, route: 'bench' })).toBe(false);
  });

  it('keeps for the next picture what was not made for the last one', () => {
    const view = {
      plane: 'coronal',
      mode: 'swipe',
      at: '2_0_0',
      window: '1_2',
      voxel: '1_1_1',
      seeds: 'none',
    };
    expect(lastingView(view)).toEqual({ plane: 'coronal', mode: 'swipe' });
  });

  it('is read back as it was written', () => {
    const texts = [
      '',
      '#bench',
      '?system=cells',
      '?system=volume&sample=head&scale=4&view=plane:axial,zoom:1.5#bench',
      '?system=radiograph&sample=chest-opacity',
      '?theme=dark',
      '?system=cells&sample=cells&view=seeds:distance,spacing:8&theme=light',
    ];
    for (const text of texts) {
      const at = text.indexOf('#');
      const [search, hash] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
      expect(formatAddress(parseAddress(search, hash))).toBe(text);
    }
  });
});
