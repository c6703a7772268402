import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type HostArray, sizeOf, type TensorType } from '@roentgen/kernels';
import {
  decodeTensor,
  hostData,
  type OnnxModel,
  type OnnxTensor,
  type OnnxValueInfo,
  readModel,
} from '@roentgen/runtime';

/*
 * ONNX backend tests: a folder with model.onnx and test_data_set_0, 1, ..., each of which holds input_0.pb, ... and
 * output_0.pb, ... as TensorProto (onnx/onnx, docs/OnnxBackendTest.md).
 */

export interface BackendTensor {
  readonly type: TensorType;
  readonly data: HostArray;
}

export interface BackendDataSet {
  readonly inputs: ReadonlyMap<string, BackendTensor>;
  readonly outputs: ReadonlyMap<string, BackendTensor>;
}

export interface BackendTest {
  readonly model: OnnxModel;
  readonly dataSets: readonly BackendDataSet[];
}

/** Reads a test. Throws RoentgenError as `readModel` and `decodeTensor` do. */
export async function readBackendTest(folder: string): Promise<BackendTest> {
  const model = await readModel(await readFile(path.join(folder, 'model.onnx')), { name: 'model.onnx' });
  const entries = (await readdir(folder)).filter((name) => name.startsWith('test_data_set_')).sort();
  const dataSets: BackendDataSet[] = [];
  for (const entry of entries) dataSets.push(await readDataSet(path.join(folder, entry), model));
  return { model, dataSets };
}

async function readDataSet(folder: string, model: OnnxModel): Promise<BackendDataSet> {
  const files = await readTensors(folder, 'input');
  const outputs = await readTensors(folder, 'output');
  const { initializers, inputs } = model.graph;
  const open = inputs.filter(({ name }) => !initializers.has(name));
  const named = byName(files, files.length > open.length ? inputs : open);
  return {
    inputs: new Map([...open.slice(files.length).map(ramp), ...named]),
    outputs: byName(outputs, model.graph.outputs),
  };
}

/** The tests of whole classifiers have no input files: theirs is 0, 1/n, 2/n, ... in float32, as ONNX's own runner feeds. */
function ramp({ name, type }: OnnxValueInfo): [string, BackendTensor] {
  const dims = type.kind === 'tensor' ? (type.shape ?? []) : [];
  const shape = dims.map((dim) => (typeof dim === 'number' ? dim : 1));
  const n = sizeOf(shape);
  return [
    name,
    { type: { dtype: 'float32', shape }, data: Float32Array.from({ length: n }, (_, i) => i / n) },
  ];
}

async function readTensors(folder: string, kind: 'input' | 'output'): Promise<OnnxTensor[]> {
  const names = await readdir(folder);
  const count = names.filter((name) => name.startsWith(`${kind}_`) && name.endsWith('.pb')).length;
  const tensors: OnnxTensor[] = [];
  for (let i = 0; i < count; i++) {
    const file = path.join(folder, `${kind}_${i}.pb`);
    tensors.push(decodeTensor(await readFile(file), `${kind}_${i}.pb`));
  }
  return tensors;
}

/** Files are numbered in the order of the model's own inputs and outputs. */
function byName(
  tensors: readonly OnnxTensor[],
  values: readonly OnnxValueInfo[],
): Map<string, BackendTensor> {
  return new Map(
    tensors.map((tensor, i) => {
      const type = { dtype: tensor.dtype as TensorType['dtype'], shape: tensor.dims };
      return [values[i].name, { type, data: hostData(tensor, 'saturate') }];
    }),
  );
}
