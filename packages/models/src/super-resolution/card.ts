import type { ModelCard } from '../network/card.ts';

const volume = 't1_crop, T1w brain, 256 x 256 x 256 at 1 mm';

/** The shipped networks; figures are those of the float32 weights before they were made small. */
export const card: ModelCard = {
  system: 'super-resolution',
  name: 'Intermediate-loss CNNs, plane and depth, 2x and 4x',
  notice: 'Research only: not a medical device. Added detail is synthetic: it was never measured.',
  paper:
    'Georgescu, Ionescu, Verga, IEEE Access 2020 (arXiv 2001.01330): both networks and the protocol; ' +
    'trained on other, fewer volumes.',
  input: 'CT or MR volume, values 0..1; the networks restore 0.72 to 1 mm from 2 or 4 times coarser voxels',
  output: 'volume of 2 or 4 times the voxels along x, y and z',
  files: [
    { file: 'sr-hw-x2.onnx', parameters: 57_573 },
    { file: 'sr-d-x2.onnx', parameters: 56_995 },
    { file: 'sr-hw-x4.onnx', parameters: 61_041 },
    { file: 'sr-d-x4.onnx', parameters: 57_573 },
  ],
  training:
    '2x: 4,000 steps, 4x: 3,000; patches of 32 pixels, L1 on both outputs, 3 x 3 Gaussian on half of the patches',
  data: 'four public head volumes: T1w MR (CC BY-NC 4.0), T2w MR, contrast MR, CT angiogram (niivue-demo-images)',
  licence: 'weights Apache-2.0, but one training volume is CC BY-NC 4.0: research use',
  limits: [
    'Four heads were seen in training: expect less elsewhere in the body.',
    'On thick slices, noise and other contrasts it gains PSNR and loses SSIM against Lanczos.',
    'Compare with the interpolated volume before believing a detail.',
  ],
  scores: [
    { metric: 'psnr', value: 44.91, unit: 'dB', on: `${volume}, 2x (bicubic 43.03)` },
    { metric: 'ssim', value: 0.9838, on: `${volume}, 2x (bicubic 0.9714)` },
    { metric: 'psnr', value: 39.14, unit: 'dB', on: `${volume}, 4x (bicubic 37.62)` },
    { metric: 'ssim', value: 0.9335, on: `${volume}, 4x (bicubic 0.9043)` },
  ],
};
