import { RoentgenError } from '@roentgen/kernels';
import {
  cellContract,
  compareContract,
  type NetworkContract,
  pneumoniaContract,
  superResolutionContract,
} from '@roentgen/models';
import { type OnnxModel, readModel, refuseUnsupported } from '@roentgen/runtime';
import { type ModelReport, type SystemId, systemIds } from '../../protocol.ts';
import { sha256 } from '../digest.ts';
import { readFile } from './read.ts';

const contracts: Readonly<Record<SystemId, NetworkContract>> = {
  radiograph: pneumoniaContract,
  volume: superResolutionContract,
  cells: cellContract,
};

/** What the network is, apart from what it takes and gives. */
function factsOf({ opsets, producerName, producerVersion, graph }: OnnxModel): ModelReport['facts'] {
  const tensors = [...graph.initializers.values()].filter(({ dtype }) => /float/.test(dtype));
  const parameters = tensors.reduce(
    (sum, { dims }) => sum + dims.reduce((product, dim) => product * Number(dim), 1),
    0,
  );
  const producer = `${producerName} ${producerVersion}`.trim();
  return [
    { name: 'Opset', value: String(opsets.get('') ?? 'none') },
    { name: 'Made by', value: producer || 'not told' },
    { name: 'Nodes', value: graph.nodes.length.toLocaleString('en') },
    { name: 'Weights', value: `${parameters.toLocaleString('en')} numbers` },
  ];
}

/** Everything that is missing to run it, in one sentence; null where nothing is. */
function missing({ graph }: OnnxModel): string | null {
  try {
    refuseUnsupported(graph.nodes);
    return null;
  } catch (error) {
    if (error instanceof RoentgenError) return error.message;
    throw error;
  }
}

/** A file that is no model at all, or a damaged one. */
function broken(error: unknown): Pick<ModelReport, 'facts' | 'rows' | 'fits' | 'trouble'> {
  if (!(error instanceof RoentgenError)) throw error;
  const { message, hint } = error;
  return { facts: [], rows: [], fits: [], trouble: hint === undefined ? message : `${message}. ${hint}.` };
}

/**
 * Reads a network without running it, and holds it against what a card wants. What is wrong is part of the answer;
 * throws only where the file cannot be read at all.
 */
export async function inspectModel(file: File, system: SystemId): Promise<ModelReport> {
  const bytes = (await readFile(file)) as Uint8Array<ArrayBuffer>;
  const about = { system, name: file.name, bytes: file.size, sha256: await sha256(bytes) };
  try {
    const model = await readModel(bytes);
    const agrees = (each: SystemId) => compareContract(model, contracts[each]).every(({ fits }) => fits);
    return {
      ...about,
      facts: factsOf(model),
      rows: compareContract(model, contracts[system]),
      fits: systemIds.filter(agrees),
      trouble: missing(model),
    };
  } catch (error) {
    return { ...about, ...broken(error) };
  }
}
