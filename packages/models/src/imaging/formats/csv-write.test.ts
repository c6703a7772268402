import { describe, expect, it } from 'vitest';
import { writeCsv } from './csv-write.ts';

/** One cell of words, as it stands in the file. */
const cell = (text: string) => writeCsv([[text]]).slice(0, -2);

describe('a table as CSV', () => {
  it('has a line for each row, ended by CR LF, and empty cells for what is not there', () => {
    expect(
      writeCsv([
        ['a', 'b'],
        [1, null],
        [Number.NaN, 'x'],
      ]),
    ).toBe('a,b\r\n1,\r\n,x\r\n');
    expect(writeCsv([])).toBe('');
  });

  it('keeps numbers as numbers, also below zero', () => {
    expect(writeCsv([[-1.5, 0, 1e-7, -1e21]])).toBe('-1.5,0,1e-7,-1e+21\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠A'])(
    'does not let %j become a formula',
    (text) => {
      expect(cell(text)).toBe(`"'${text}"`);
    },
  );

  it('quotes a formula that would break out of its cell', () => {
    expect(cell('=HYPERLINK("http://a.example","x")')).toBe(`"'=HYPERLINK(""http://a.example"",""x"")"`);
    expect(cell('a",=1+1')).toBe('"a"",=1+1"');
    // A spreadsheet that splits at semicolons must not find a formula behind one.
    expect(cell('a;=1+1')).toBe('"a;=1+1"');
  });

  it('leaves other words as they are', () => {
    expect(cell('A1 well-2 (a=b)')).toBe('A1 well-2 (a=b)');
    expect(cell('say "x"')).toBe('"say ""x"""');
    expect(cell('')).toBe('');
  });
});
