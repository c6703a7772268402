import { expect, it } from 'vitest';
import { matricesOf } from './device.ts';

function info(subgroupMinSize: number, subgroupMaxSize: number, subgroupMatrixConfigs?: readonly object[]) {
  return { subgroupMinSize, subgroupMaxSize, subgroupMatrixConfigs } as unknown as GPUAdapterInfo;
}

const unit = { M: 16, N: 8, K: 16 };
const f16 = { componentType: 'f16', resultComponentType: 'f32', ...unit };

it('takes units of f16 with sums in f32, and no others', () => {
  const others = [
    { ...f16, resultComponentType: 'f16' },
    { ...f16, componentType: 'f32' },
    { ...f16, componentType: 'u8', resultComponentType: 'u32' },
  ];
  expect(matricesOf(info(32, 32, [...others, f16]))).toEqual([unit]);
});

it('takes none where subgroups differ in size, or the adapter says nothing of matrices', () => {
  expect(matricesOf(info(8, 32, [f16]))).toEqual([]);
  expect(matricesOf(info(32, 32))).toEqual([]);
});
