/** A unary function and its constants, applied in place: activations, and the epilogues of other kernels. */
export interface UnaryCall {
  readonly fn: string;
  readonly args: readonly number[];
}
