import type { Registration } from '../register.ts';

export const classifyCommand: Registration = () => {};
