import type { Registration } from '../register.ts';

export const evaluateCommand: Registration = () => {};
