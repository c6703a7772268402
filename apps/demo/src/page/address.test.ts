import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress } from './address.ts';

const empty = { route: 'systems', system: null, sample: null, scale: 2, view: {} } as const;

describe('an address', () => {
  it('names a card, its sample, its scale and its view', () => {
    expect(parseAddress('?system=volume&sample=head&scale=4&view=plane:coronal,slice:31', '')).toEqual({
      route: 'systems',
      system: 'volume',
      sample: 'head',
      scale: 4,
      view: { plane: 'coronal', slice: '31' },
    });
  });

  it('finds the card of a sample that is named alone', () => {
    expect(parseAddress('?sample=nuclei', '#bench')).toMatchObject({ route: 'bench', system: 'cells' });
  });

  it('drops what it does not know, and a sample of another card', () => {
    expect(parseAddress('?system=liver&sample=x&scale=9&view=a:<b>,__proto__:1,:,c', '#x')).toEqual(empty);
    expect(parseAddress('?system=cells&sample=head', '')).toMatchObject({ system: 'cells', sample: null });
    expect(parseAddress('', '')).toEqual(empty);
  });

  it('is read back as it was written', () => {
    const texts = [
      '',
      '#bench',
      '?system=cells',
      '?system=volume&sample=head&scale=4&view=plane:axial,zoom:1.5#bench',
      '?system=radiograph&sample=chest-opacity',
    ];
    for (const text of texts) {
      const at = text.indexOf('#');
      const [search, hash] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
      expect(formatAddress(parseAddress(search, hash))).toBe(text);
    }
  });
});
