/** A shader as one case gets it on one device, from one of the kernels that share its file. */
export interface Specialised {
  readonly name: string;
  readonly device: string;
  readonly kernel: string;
  readonly text: string;
}

/** Declarations of a head by what they declare, in the file's order; null where one is left out. */
type Head = ReadonlyMap<string, string | null>;

const declared = /^(?:@group\(\d+\) @binding\(\d+\) )?(enable \w+|\w+(?:<[^>]*>)? (\w+))/;

function headOf(text: string): Head {
  const head = text.slice(0, text.indexOf('// @body')).split('\n');
  const lines = head.filter((line) => line !== '' && !line.startsWith('//'));
  return new Map(lines.map((line) => [nameOf(line), line]));
}

function nameOf(line: string): string {
  const [, whole, name] = declared.exec(line) ?? [line, line];
  return name ?? whole;
}

function groupBy<T>(all: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of all) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** What most of some heads say of a name, and how many; empty where they leave it out. */
function mostSaid(heads: readonly Head[], name: string): { line: string; times: number } {
  const said = [...groupBy(heads, (head) => head.get(name) ?? '')];
  const [line, own] = said.reduce((a, b) => (b[1].length > a[1].length ? b : a));
  return { line, times: own.length };
}

function usual(heads: readonly Head[]): Head {
  return new Map(namesIn(heads).map((name) => [name, mostSaid(heads, name).line || null]));
}

/** `all`, with what two thirds of `heads` say instead. */
function together(heads: readonly Head[], all: Head): Head {
  const lineOf = ([name, line]: [string, string | null]): [string, string | null] => {
    const most = mostSaid(heads, name);
    return [name, most.times * 3 >= heads.length * 2 ? most.line || null : line];
  };
  return new Map([...all].map(lineOf));
}

/** What a declaration says of its name, as `specialise` was given it: an expression, a body in braces, a number, a type, members. */
function valueIn(line: string): string {
  const body = line.slice(line.indexOf('{'));
  if (/^fn /.test(line)) return /^\{ return ([^;]*); \}$/.exec(body)?.[1] ?? body;
  if (/^struct /.test(line)) return body;
  return line.slice(line.lastIndexOf(line.includes('=') ? '=' : ': ') + 2).replace(/;$/, '');
}

/** What makes `base` into `head`, a name a line. */
function difference(head: Head, base: Head): string {
  const lineOf = (name: string): string => {
    const line = head.get(name) ?? null;
    if (line === null) return `  no ${name}`;
    return name.startsWith('enable') ? `  ${name}` : `  ${name}: ${valueIn(line)}`;
  };
  const changed = [...base.keys()].filter((name) => (head.get(name) ?? null) !== base.get(name));
  return changed.map(lineOf).join('\n');
}

type Place = Pick<Specialised, 'device' | 'kernel'>;
const placeOf = ({ device, kernel }: Place) => `${kernel} on ${device}`;

/** `lanes, dots on mesa; blocked`, which is on all devices; what all of `everywhere` would say is left out. */
function named(places: readonly Place[], everywhere: readonly Place[]): string {
  const devicesOf = (own: readonly Place[]) => [...new Set(own.map(({ device }) => device))].join(', ');
  const kernelsOf = (own: readonly Place[]) =>
    [...new Set(own.map(({ kernel }) => kernel.replace(/.*\//, '')))].join(', ');
  const all = { devices: devicesOf(everywhere), kernels: kernelsOf(everywhere) };
  const byKernel = [...groupBy(places, ({ kernel }) => kernel).values()];
  const byDevices = [...groupBy(byKernel, devicesOf)].map(([devices, own]) => ({
    devices: devices === all.devices ? '' : `on ${devices}`,
    kernels: kernelsOf(own.flat()) === all.kernels ? '' : kernelsOf(own.flat()),
  }));
  return byDevices.map(({ kernels, devices }) => [kernels, devices].filter(Boolean).join(' ')).join('; ');
}

/** `a, b (on mesa); c`: where cases have a shader of every kernel and device, those are not named. */
function casesOf(shaders: readonly Specialised[], everywhere: readonly Place[]): string {
  const cases = [...groupBy(shaders, ({ name }) => name)];
  const byPlaces = groupBy(cases, ([, own]) => named(own, everywhere));
  return [...byPlaces]
    .map(([on, own]) => own.map(([name]) => name).join(', ') + (on && ` (${on})`))
    .join('; ');
}

/** All names that heads declare, in their order; features to enable come first. */
function namesIn(heads: readonly Head[]): string[] {
  const longest = heads.reduce((a, b) => (b.size > a.size ? b : a));
  const names = [...new Set([longest, ...heads].flatMap((head) => [...head.keys()]))];
  const enables = names.filter((name) => name.startsWith('enable'));
  return [...enables, ...names.filter((name) => !enables.includes(name))];
}

/**
 * The heads of a file's shaders, to be reviewed: the usual head in full; what most cases on a device, or of one kernel there, have instead;
 * then each difference from that once, under the cases that have it, by name and value: signatures and bindings are the file's. With the file,
 * every head can be put together from it. Bodies are the file's own in all.
 */
export function digest(specialised: readonly Specialised[]): string {
  const shaders = specialised.map((each) => ({ ...each, head: headOf(each.text) }));
  const headsOf = (own: readonly { head: Head }[]) => own.map(({ head }) => head);
  const all = usual(headsOf(shaders));
  const places = groupBy(shaders, placeOf);
  const bases = new Map([...places].map(([place, own]) => [place, together(headsOf(own), all)]));
  const byBase = groupBy([...places], ([place]) => difference(bases.get(place)!, all));
  byBase.delete('');
  const peculiar = groupBy(shaders, (shader) => difference(shader.head, bases.get(placeOf(shader))!));
  const sections = [
    [...all.values()].filter((line) => line !== null).join('\n'),
    ...[...byBase].map(
      ([lines, own]) =>
        `As ${named(
          own.flatMap(([, all]) => all),
          shaders,
        )}:\n${lines}`,
    ),
    ...[...peculiar].map(([lines, own]) => `${casesOf(own, shaders)}:\n${lines}`.trim()),
  ];
  return `${sections.join('\n\n')}\n`;
}
