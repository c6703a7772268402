import { describe, expect, it } from 'vitest';
import { digest } from './digest.ts';

const plain = ['alias Elem = f32;', 'const ROWS: u32 = 4u;', 'fn biasOf(i: u32) -> f32 { return 0.0; }'];
const binding = '@group(0) @binding(2) var<storage, read> bias: array<Elem>;';
const biased = [...plain.slice(0, 2), binding, 'fn biasOf(i: u32) -> f32 { return bias[i]; }'];
const half = ['enable f16;', 'alias Elem = f16;', ...biased.slice(1)];
const wide = ['alias Elem = f32;', 'const ROWS: u32 = 8u;', ...biased.slice(2)];

const shader = (name: string, head: readonly string[], device = 'mesa', kernel = 'conv/rows') => ({
  name,
  device,
  kernel,
  text: `// What it does.\n${head.join('\n')}\n// @body\nfn main() {}\n`,
});

describe('digest', () => {
  it('gives the usual head, what kernels have instead, then each difference once', () => {
    const text = digest([
      shader('bias', biased),
      shader('bias-long', biased),
      shader('bias-long', biased, 'nvidia'),
      shader('plain', plain),
      shader('half', half),
      shader('bias', wide, 'nvidia', 'conv/rows-wide'),
      shader('bias', wide, 'nvidia', 'conv/rows-wider'),
    ]);
    expect(text).toBe(`alias Elem = f32;
const ROWS: u32 = 4u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(i: u32) -> f32 { return bias[i]; }

As rows-wide, rows-wider on nvidia:
  ROWS: 8u

bias (rows on mesa; rows-wide, rows-wider on nvidia); bias-long (rows):

plain (rows on mesa):
  no bias
  biasOf: 0.0

half (rows on mesa):
  enable f16
  Elem: f16
`);
  });

  it('names what a case does without when most have it, and no kernel or device where there is one', () => {
    expect(digest([shader('a', half), shader('b', half), shader('c', plain)])).toBe(`enable f16;
alias Elem = f16;
const ROWS: u32 = 4u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(i: u32) -> f32 { return bias[i]; }

a, b:

c:
  no enable f16
  Elem: f32
  no bias
  biasOf: 0.0
`);
  });

  it('gives bodies and members whole', () => {
    const odd = [
      'struct State { sum: f32, peak: f32 }',
      'fn keep(v: f32) { last = v; }',
      'fn sum(v: f32) -> f32 { let w = v * v; return w + v; }',
      'var<workgroup> memory: array<vec4<f32>, 8>;',
    ];
    const none = odd.map((line) => line.replace(/\{.*\}/, '{ }').replace('8', '16'));
    expect(digest([shader('a', none), shader('b', none), shader('c', odd)])).toMatch(
      /c:\n {2}State: \{ sum: f32, peak: f32 \}\n {2}keep: \{ last = v; \}\n {2}sum: \{ let w = v \* v; return w \+ v; \}\n {2}memory: array<vec4<f32>, 8>\n/,
    );
  });
});
