import { type DeviceCaps, type DType, RoentgenError, sizeOf, type TensorType } from '@roentgen/kernels';
import {
  allPasses,
  defaultShapes,
  type Graph,
  makePlan,
  type OnnxModel,
  optimize,
  type PassName,
  type Plan,
  quote,
  specialise,
} from '@roentgen/runtime';
import { declaredInputs } from '../model.ts';

/** An input at the shape that is planned for, and the axes whose size nobody gave. */
export interface PlannedInput {
  readonly type: TensorType;
  readonly assumed: readonly number[];
}

/** The shape of every input: what the user gave, else what the file states, else assumptions, which are told. */
export function plannedInputs(
  model: OnnxModel,
  given: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<string, PlannedInput> {
  const declared = declaredInputs(model);
  const unknown = [...given.keys()].find((name) => !declared.some((input) => input.name === name));
  if (unknown !== undefined) {
    throw new RoentgenError('usage', `the model has no input ${quote(unknown)}`, {
      hint: `its inputs are ${declared.map(({ name }) => quote(name)).join(', ')}`,
    });
  }
  const shaped = declared.filter(({ name }) => given.has(name));
  for (const { name, shape } of shaped) checkFits(name, shape, given.get(name)!);
  const open = declared.filter(({ name, optional }) => !optional && !given.has(name));
  const assumptions =
    open.length === 0 ? new Map() : defaultShapes(without(model, given), { sizes: sizesOf(shaped, given) });
  const chosen = shaped.map(({ name, dtype }): [string, PlannedInput] => [
    name,
    { type: { dtype: dtype as DType, shape: given.get(name)! }, assumed: [] },
  ]);
  return new Map([...assumptions, ...chosen]);
}

function checkFits(
  name: string,
  declared: readonly (number | string | null)[] | null,
  given: readonly number[],
): void {
  if (sizeOf(given) > 2 ** 31)
    throw new RoentgenError('memory', `input ${quote(name)} of [${given.join(', ')}] is beyond any GPU`);
  if (declared === null) return;
  const fits =
    declared.length === given.length &&
    declared.every((dim, axis) => typeof dim !== 'number' || dim === given[axis]);
  if (fits) return;
  throw new RoentgenError(
    'shape',
    `input ${quote(name)} is [${declared.map((dim) => dim ?? '?').join(', ')}], and --shape says [${given.join(', ')}]`,
    {
      hint: 'sizes with a name or ? may be any; the numbers are fixed by the model',
    },
  );
}

/** The model without the inputs that are settled, for the sake of those that are not. */
function without(model: OnnxModel, given: ReadonlyMap<string, unknown>): OnnxModel {
  const inputs = model.graph.inputs.filter(({ name }) => !given.has(name));
  return { ...model, graph: { ...model.graph, inputs } };
}

/** A size that has a name in one input has it in the others. */
function sizesOf(
  inputs: readonly { readonly name: string; readonly shape: readonly (number | string | null)[] | null }[],
  given: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<string, number> {
  const pairs = inputs.flatMap(({ name, shape }) =>
    (shape ?? []).flatMap((dim, axis): [string, number][] =>
      typeof dim === 'string' ? [[dim, given.get(name)![axis]]] : [],
    ),
  );
  return new Map(pairs);
}

/** A model laid out for a device, without one; the passes `left` are left out. `graph` is the model before anything was fused. */
export function planFor(
  model: OnnxModel,
  inputs: ReadonlyMap<string, PlannedInput>,
  caps: DeviceCaps,
  left: readonly PassName[] = [],
): { readonly graph: Graph; readonly plan: Plan } {
  const types = new Map([...inputs].map(([name, { type }]) => [name, type]));
  const { graph } = specialise(model, types, () => undefined);
  return { graph, plan: makePlan(optimize(graph, allPasses(caps, 'f32', left)), caps) };
}
