export type { CardFile, CardOperatingPoint, CardScore, ModelCard } from './card.ts';
export { enforce, type InputCheck } from './check.ts';
export {
  type ContractRow,
  checkContract,
  compareContract,
  type NetworkContract,
  type NetworkNames,
} from './contract.ts';
export type { FloatTensor, ModelEdit, ModelHost, Network } from './network.ts';
export { type SessionHostOptions, sessionHost } from './session-host.ts';
export { withOpenSizes, withOutput } from './surgery.ts';
