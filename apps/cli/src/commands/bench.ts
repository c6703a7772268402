import type { Registration } from '../register.ts';

export const benchCommand: Registration = () => {};
