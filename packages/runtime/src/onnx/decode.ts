import { RoentgenError } from '@roentgen/kernels';
import { readAttribute, readGraph, readNode } from './decode-graph.ts';
import { readEntry } from './decode-tensor.ts';
import type { ProtoFunction, ProtoModel, ProtoOpset } from './proto.ts';
import { WireReader } from './wire.ts';

/*
 * From bytes to the messages of onnx.proto. Field numbers are the standard's; fields that nothing here uses
 * (documentation, per-node metadata, training information, quantisation notes) are skipped, as unknown ones are.
 */

/** Reads a ModelProto; `name` is what messages call the file. Throws 'format' where the bytes are no such thing. */
export function decodeModel(bytes: Uint8Array, name: string): ProtoModel {
  const reader = new WireReader(bytes, name);
  const model: ProtoModel = {
    irVersion: 0,
    opsets: [],
    producerName: '',
    producerVersion: '',
    metadata: [],
    graph: null,
    functions: [],
  };
  while (reader.next()) readModelField(model, reader, name);
  return model;
}

function readModelField(model: ProtoModel, reader: WireReader, name: string): unknown {
  switch (reader.field) {
    case 1:
      model.irVersion = reader.smallInt();
      return;
    case 2:
      model.producerName = reader.string();
      return;
    case 3:
      model.producerVersion = reader.string();
      return;
    case 7:
      if (model.graph !== null) throw secondGraph(name);
      model.graph = readGraph(reader.message('the graph'));
      return;
    case 8:
      return model.opsets.push(readOpset(reader.message('an operator set')));
    case 14:
      return model.metadata.push(readEntry(reader.message('metadata')));
    case 25:
      return model.functions.push(readFunction(reader.message('a function')));
    default:
      return reader.skip();
  }
}

function secondGraph(name: string): RoentgenError {
  return new RoentgenError('format', `${name} holds two graphs where a model has one.`, {
    hint: 'Two files may have been joined, or the file was damaged: fetch or export it again.',
  });
}

function readOpset(reader: WireReader): ProtoOpset {
  const opset: ProtoOpset = { domain: '', version: 0 };
  while (reader.next()) {
    if (reader.field === 1) opset.domain = reader.string();
    else if (reader.field === 2) opset.version = reader.smallInt();
    else reader.skip();
  }
  return opset;
}

function readFunction(reader: WireReader): ProtoFunction {
  const made: ProtoFunction = {
    name: '',
    domain: '',
    overload: '',
    inputs: [],
    outputs: [],
    parameters: [],
    defaults: [],
    nodes: [],
    opsets: [],
  };
  while (reader.next()) readFunctionField(made, reader);
  return made;
}

function readFunctionField(made: ProtoFunction, reader: WireReader): unknown {
  switch (reader.field) {
    case 1:
      made.name = reader.string();
      return;
    case 4:
      return made.inputs.push(reader.string());
    case 5:
      return made.outputs.push(reader.string());
    case 6:
      return made.parameters.push(reader.string());
    case 7:
      return made.nodes.push(readNode(reader.message('a node')));
    case 9:
      return made.opsets.push(readOpset(reader.message('an operator set')));
    case 10:
      made.domain = reader.string();
      return;
    case 11:
      return made.defaults.push(readAttribute(reader.message('an attribute')));
    case 13:
      made.overload = reader.string();
      return;
    default:
      return reader.skip();
  }
}
