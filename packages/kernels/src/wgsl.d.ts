declare module '*.wgsl?raw' {
  const text: string;
  export default text;
}

// Its `main` is CommonJS in a `type: module` package and fails in Node; the module build has no types of its own.
declare module 'wgsl_reflect/wgsl_reflect.module.js' {
  export * from 'wgsl_reflect';
}
