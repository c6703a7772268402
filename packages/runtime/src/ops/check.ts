import { RoentgenError } from '@roentgen/kernels';
import type { OnnxNode } from '../onnx/model.ts';
import { quote, quoteAll } from '../onnx/text.ts';
import { type Operator, originOf } from './context.ts';
import { operators } from './operators.ts';

interface Finding {
  readonly code: 'unsupported' | 'model';
  /** What is wrong with all nodes of this operator. */
  readonly fact: string;
  readonly nodes: string[];
}

function standing(node: OnnxNode): Omit<Finding, 'nodes'> | undefined {
  const op = quote(node.op).slice(1, -1);
  if (node.domain !== '') return { code: 'unsupported', fact: `${op} of the domain ${quote(node.domain)}` };
  const operator = operators.get(node.op);
  if (!operator) return { code: 'unsupported', fact: op };
  if (node.opset < operator.since) {
    return {
      code: 'model',
      fact: `${op}, which came with opset ${operator.since} (the model has ${node.opset})`,
    };
  }
  if (operator.until !== undefined && node.opset >= operator.until) {
    return {
      code: 'model',
      fact: `${op}, which opset ${operator.until} removed (the model has ${node.opset})`,
    };
  }
  return undefined;
}

/** Throws one error that lists every operator that a model uses and we lack, with the nodes that use it. */
export function refuseUnsupported(nodes: readonly OnnxNode[]): void {
  const found = new Map<string, Finding>();
  for (const node of nodes) {
    const finding = standing(node);
    if (!finding) continue;
    const entry = found.get(finding.fact) ?? { ...finding, nodes: [] };
    entry.nodes.push(originOf(node).node);
    found.set(finding.fact, entry);
  }
  if (found.size === 0) return;
  const findings = [...found.values()];
  const list = findings.map(
    ({ fact, nodes: users }) =>
      `${fact}: ${users.length === 1 ? 'node' : `${users.length} nodes,`} ${quoteAll(users)}`,
  );
  const unsupported = findings.some(({ code }) => code === 'unsupported');
  throw new RoentgenError(
    unsupported ? 'unsupported' : 'model',
    `this model uses ${findings.length === 1 ? 'an operator' : `${findings.length} operators`} that cannot run: ${list.join('; ')}`,
    {
      node: findings[0].nodes[0],
      hint: unsupported
        ? 'export the model without them, or with an opset that expresses them otherwise'
        : 'the exporter is at fault: export the model again',
    },
  );
}

/** The operator of a node that `refuseUnsupported` let pass, after its operands are counted. */
export function operatorOf(node: OnnxNode): Operator {
  const operator = operators.get(node.op)!;
  const { node: name, op } = originOf(node);
  const [fewest, most] = operator.inputs;
  const complain = (fact: string): never => {
    throw new RoentgenError('model', `${op} '${name}' ${fact}`, {
      node: name,
      hint: 'the exporter is at fault: export the model again',
    });
  };
  const count = node.inputs.length;
  if (count < fewest || count > most) {
    const range = fewest === most ? `${fewest}` : most > 100 ? `at least ${fewest}` : `${fewest} to ${most}`;
    complain(`has ${count} inputs, and takes ${range}`);
  }
  const outputs = operator.outputs ?? 1;
  if (node.outputs.length < 1 || node.outputs.length > outputs)
    complain(`has ${node.outputs.length} outputs, and gives ${outputs}`);
  return operator;
}
