import type { Registration } from '../register.ts';

export const upscaleCommand: Registration = () => {};
