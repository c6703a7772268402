import { RoentgenError } from './errors.ts';

/** Final text of a shader, and the file its body came from, so that a compiler message can point home. */
export interface WgslSource {
  readonly file: string;
  readonly text: string;
}

/**
 * New values for declarations of a file's head, by name: a type for an `alias`, a number or truth value for a
 * `const`, an expression for the result of a `fn` (or a whole body in braces), members for a `struct`, a type for a
 * `var` and null to leave one out (an optional binding).
 */
export type Specialisation = Readonly<Record<string, string | number | boolean | null>>;

const marker = '// @body';
const declaration =
  /^(?:@group\(\d+\) @binding\(\d+\) )?(alias|const|fn|var|struct)(?:<[^>]*>)? ([A-Za-z_]\w*)/;

function literal(value: string | number | boolean, line: string): string {
  if (typeof value !== 'number') return String(value);
  if (/: f(32|16)\b/.test(line)) return Number.isInteger(value) ? `${value}.0` : String(value);
  return /: u32\b/.test(line) ? `${value}u` : String(value);
}

function rewrite(line: string, kind: string, value: string | number | boolean | null): string | null {
  if (value === null) return null;
  if (kind === 'fn') {
    const body = String(value);
    return `${line.slice(0, line.indexOf('{'))}${body.startsWith('{') ? body : `{ return ${body}; }`}`;
  }
  if (kind === 'struct') return `${line.slice(0, line.indexOf('{'))}{ ${value} }`;
  if (kind === 'var') return `${line.slice(0, line.lastIndexOf(':'))}: ${value};`;
  return `${line.slice(0, line.indexOf('=') + 1)} ${literal(value, line)};`;
}

/**
 * Specialises a shader file. The head, above the line `// @body`, holds one declaration a line with its default
 * value, so that the file is a valid module as it stands; names and types stay, values change. The body never does.
 */
export function specialise(
  file: string,
  text: string,
  values: Specialisation,
  enable: readonly string[] = [],
): WgslSource {
  const split = text.indexOf(marker);
  if (split < 0) throw new RoentgenError('device', `${file}: no line '${marker}'`);
  const left = new Map(Object.entries(values));
  const head = text
    .slice(0, split)
    .split('\n')
    .flatMap((line) => {
      const match = declaration.exec(line);
      if (!match || !left.has(match[2])) return [line];
      const value = left.get(match[2]) ?? null;
      left.delete(match[2]);
      return rewrite(line, match[1], value) ?? [];
    });
  if (left.size > 0)
    throw new RoentgenError('device', `${file}: its head declares no ${[...left.keys()].join(', ')}`);
  const directives = enable.map((name) => `enable ${name};\n`).join('');
  return { file, text: directives + head.join('\n') + text.slice(split) };
}
