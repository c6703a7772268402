// ONNX backend tests, for Node: they lie in files. A page takes the rest of this package without them.
export {
  type FoundTest,
  findBackendTests,
  readTolerances,
  selectTests,
  type Tolerances,
} from './backend-find.ts';
export { runBackendTest, type Verdict } from './backend-run.ts';
