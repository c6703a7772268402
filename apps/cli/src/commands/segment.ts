import type { Registration } from '../register.ts';

export const segmentCommand: Registration = () => {};
