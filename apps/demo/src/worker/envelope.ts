import type { AdapterReport, Check, Fact, Source, SystemId, Told, Weights } from '../protocol.ts';
import { type Named, scrubbed, withoutNames } from '../redact.ts';
import { sha256 } from './digest.ts';
import { pathAt } from './same-files.ts';

/** The envelope's own name and version: a reader looks at these two first. */
export const SCHEMA = { name: 'roentgen-result', version: 1 } as const;

/** A network that took part. */
export interface EnvelopeModel {
  readonly file: string;
  readonly sha256: string;
  /** The site's own weights, or a file of the user's. */
  readonly origin: 'shipped' | 'own';
}

/** What a file of results says about itself, the same for the three systems. */
export interface Envelope {
  readonly schema: typeof SCHEMA;
  readonly notice: string;
  readonly system: SystemId;
  /** When it was saved, ISO 8601, UTC. */
  readonly date: string;
  readonly page: { readonly commit: string | null };
  readonly models: readonly EnvelopeModel[];
  readonly compute: {
    readonly adapter: Pick<AdapterReport, 'name' | 'vendor' | 'architecture' | 'software'> | null;
    readonly dtype: 'f32' | 'f16';
    /** Of the graph, in no order: what the runtime did to the network before it was compiled. */
    readonly passes: readonly string[];
  };
  /** What the user chose, by name. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly input: {
    readonly generated: boolean;
    /** Files by their content: a hash names them to who has them, and tells nobody else a patient's name. */
    readonly files: readonly { readonly bytes: number; readonly sha256: string }[];
    readonly facts: readonly Fact[];
  };
  readonly checks: readonly Check[];
  readonly results: unknown;
  /** Milliseconds by stage. */
  readonly times: Told['times'];
}

/** What a system knows when it saves. */
export interface EnvelopeParts {
  readonly system: SystemId;
  /** The result's own account of itself: facts, checks, times, whether it was generated. */
  readonly told: Told;
  /** What was opened. */
  readonly source: Source;
  /** Words of the user's besides the names of files, such as those of series: they are taken out as well. */
  readonly words?: readonly string[];
  /** The user's model; null for the weights of the site. */
  readonly model: File | null;
  /** Names of the site's weights that were used, where `model` is null. */
  readonly shipped: readonly string[];
  readonly weights: Weights;
  readonly settings: Envelope['settings'];
  /** What came out, without pixels. */
  readonly results: unknown;
}

/** Where and when an envelope is closed. */
export interface EnvelopeContext {
  readonly commit: string | null;
  readonly date: Date;
  readonly adapter: AdapterReport | null;
  readonly passes: readonly string[];
}

const hashOf = async (file: File) => sha256(await file.arrayBuffer());

async function modelsOf({ model, shipped, weights }: EnvelopeParts): Promise<readonly EnvelopeModel[]> {
  if (model !== null) return [{ file: model.name, sha256: await hashOf(model), origin: 'own' }];
  return shipped.map((file) => ({ file, sha256: weights[file].sha256, origin: 'shipped' as const }));
}

/** Everything that must not get into an envelope. */
function namesIn({ source, words = [] }: EnvelopeParts): Named[] {
  const names = words.map((name) => ({ name }));
  if (source.kind === 'sample') return names;
  const paths = source.files.map((_, i) => pathAt(source, i));
  return [...source.files.map(({ name }, i) => ({ name, webkitRelativePath: paths[i] })), ...names];
}

/**
 * Puts a result into its envelope. Neither pixels nor names of files or people go in; the hashes of the files and of
 * the weights, the settings and the page's commit say what it was made of and how to make it again.
 */
export async function makeEnvelope(parts: EnvelopeParts, context: EnvelopeContext): Promise<Envelope> {
  const { told, source } = parts;
  const { adapter } = context;
  const files = source.kind === 'files' ? source.files : [];
  const names = namesIn(parts);
  const plain = (text: string) => withoutNames(text, names);
  return {
    schema: SCHEMA,
    notice: told.notice,
    system: parts.system,
    date: context.date.toISOString(),
    page: { commit: context.commit },
    models: await modelsOf(parts),
    compute: {
      adapter:
        adapter === null
          ? null
          : {
              name: adapter.name,
              vendor: adapter.vendor,
              architecture: adapter.architecture,
              software: adapter.software,
            },
      dtype: 'f32',
      passes: context.passes,
    },
    settings: scrubbed(parts.settings, names),
    input: {
      generated: told.generated,
      files: await Promise.all(files.map(async (file) => ({ bytes: file.size, sha256: await hashOf(file) }))),
      facts: told.facts.map(({ name, value }) => ({ name, value: plain(value) })),
    },
    checks: told.checks.map((check) => ({ ...check, message: plain(check.message) })),
    results: scrubbed(parts.results, names),
    times: told.times,
  };
}
